/// The till's end of the upload: what waits, what is verified, and what to do with the centre's reply (protocol 2.3).
@NullMarked
package io.evertill.outbox;

import org.jspecify.annotations.NullMarked;
