/// Commands about tills and clients: who is let in, what was heard of them, and what of theirs waits for a person.
@NullMarked
package io.evertill.central.command.till;

import org.jspecify.annotations.NullMarked;
