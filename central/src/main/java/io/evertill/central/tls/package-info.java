/// What the centre shows to prove who it is: certificates that it makes and renews itself, or that a person gives it.
@NullMarked
package io.evertill.central.tls;

import org.jspecify.annotations.NullMarked;
