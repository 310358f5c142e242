/// What happened at a till as a person reads it: the newest first, each with how far it has come.
@NullMarked
package io.evertill.journal;

import org.jspecify.annotations.NullMarked;
