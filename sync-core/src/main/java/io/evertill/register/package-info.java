/// The till's record of what happens at the counter: one use case a method, one transaction a use case.
///
/// [Register][io.evertill.register.Register] writes entries to the till's own ledger, durable before it answers;
/// [Lookup][io.evertill.register.Lookup] finds what a scanned or typed text means. No network is involved.
@NullMarked
package io.evertill.register;

import org.jspecify.annotations.NullMarked;
