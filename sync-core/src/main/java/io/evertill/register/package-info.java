/// The till's record of what happens at the counter: one use case a method, one transaction a use case.
///
/// [Register][io.evertill.register.Register] writes entries to the till's own ledger, durable before it answers;
/// [Lookup][io.evertill.register.Lookup] finds what a scanned or typed text means. No network is involved.
///
/// More than 14 files because whatever a till writes and reads at its counter is one transaction away from its database.
@NullMarked
package io.evertill.register;

import org.jspecify.annotations.NullMarked;
