/// What comes in from a keyboard: keys pressed by a hand, and codes sent by a scanner that pretends to be a keyboard.
///
/// [Wedge][io.evertill.key.Wedge] tells one from the other, by a prefix and suffix that the scanner was told to send, or
/// by the time between keys. It is pure: the caller says when a key came, in microseconds of a clock that only goes
/// forward. It does not know what a key means; that is the keymap's business in `till`.
@NullMarked
package io.evertill.key;

import org.jspecify.annotations.NullMarked;
