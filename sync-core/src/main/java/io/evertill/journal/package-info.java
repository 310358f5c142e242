/// What happened at a till as a person reads it: the newest first, each with how far it has come; and why a figure of stock is what it
/// is, as the till and as the centre knows it.
@NullMarked
package io.evertill.journal;

import org.jspecify.annotations.NullMarked;
