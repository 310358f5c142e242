/// What people and programs ask of the centre and what they read of it, the same by command and over HTTP.
@NullMarked
package io.evertill.central.desk;

import org.jspecify.annotations.NullMarked;
