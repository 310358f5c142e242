/// Goods on their way between two branches (domain 2c): what was asked for, what was handled, and what is still on the way.
///
/// People ask, approve, reject, pick, cancel and close ([Step][io.evertill.transfer.Step]); those are requests and can be
/// refused. Goods are dispatched, received, lost, returned and corrected ([Action][io.evertill.transfer.Action]); those are
/// facts and never are. A [Transfer][io.evertill.transfer.Transfer] is the fold of both, in whatever order the facts of the
/// two branches become known.
@NullMarked
package io.evertill.transfer;

import org.jspecify.annotations.NullMarked;
