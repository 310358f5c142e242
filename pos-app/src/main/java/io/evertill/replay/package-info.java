/// Rings up a file of sales through the same services as the till, on the file's own time, several tills side by side.
///
/// [SalesFile][io.evertill.replay.SalesFile] reads the rows, [Invoice][io.evertill.replay.Invoice] groups them,
/// [Sheet][io.evertill.replay.Sheet] says what an invoice is at a till, [RingUp][io.evertill.replay.RingUp] records it
/// through the [Register][io.evertill.register.Register], [Account][io.evertill.replay.Account] compares the ledgers with
/// the file. Every identity follows from the file, so the same command goes on after any interruption and ends the same.
///
/// What the file does not have is generated and said to be: tills, shifts, cash tenders, tax, the network.
///
/// More than 14 files because every noun of the replay is a record of its own, as in the domain.
@NullMarked
package io.evertill.replay;

import org.jspecify.annotations.NullMarked;
