/// Proof that a ledger holds what it says: everything that can be computed again is, and the first difference is named.
///
/// [CentreAudit][io.evertill.audit.CentreAudit] and [TillAudit][io.evertill.audit.TillAudit] read one state of a database
/// and change nothing; [Export][io.evertill.audit.Export] hands the ledger out as tables for somebody else's proof.
@NullMarked
package io.evertill.audit;

import org.jspecify.annotations.NullMarked;
