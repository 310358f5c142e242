package io.evertill.pos;

import io.evertill.audit.Findings;
import io.evertill.audit.RepairPlan;
import io.evertill.audit.TillAudit;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.link.HttpLink;
import io.evertill.outbox.Repair;
import io.evertill.register.Recounting;
import io.evertill.wire.History;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Mends the ledger of a folder on which no till runs, and looks at it again.
public final class LedgerRepair {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private LedgerRepair() {}

    /// What was done.
    ///
    /// @param copy where the ledger stands as it was before; empty when nothing was changed
    /// @param recounted from how many entries the figures were computed anew; empty when they were not
    /// @param findings what an audit says of the ledger now
    public record Done(Repair.Report report, Optional<Path> copy, Optional<Long> recounted, Findings findings) {}

    /// Mends what can be mended, behind a copy beside the ledger. Where the entries are whole and only what is computed from them
    /// is wrong, that is computed anew; where some are lost it is left, because it may be all that is known of them.
    ///
    /// @param folder held by this process; stays open
    /// @return empty when the till was never set up
    /// @throws io.evertill.db.StorageFailure when the ledger cannot be read, or the copy cannot be written
    public static Optional<Done> run(DataFolder folder, Settings settings, Machine machine) {
        try (Database db = Database.till(folder.database(), machine.clock())) {
            Optional<Terminals.Identity> identity = db.read(tx -> tx.terminal().identity());
            if (identity.isEmpty()) {
                return Optional.empty();
            }
            Path copy = folder.path().resolve("till-before-repair-" + NAME.format(machine.clock().instant()) + ".db");
            boolean[] isCopied = {false};
            Optional<HttpLink> link = TillProcess.link(folder, settings, machine, identity.get());
            try {
                History centre = link.<History>map(http -> http)
                        .orElse((_, _) -> new History.Answer.None("this till has no centre."));
                Runnable beforeChange = () -> {
                    if (!isCopied[0]) {
                        db.copyTo(copy);
                        isCopied[0] = true;
                    }
                };
                Repair.Report report = new Repair(db, machine.ids(), centre, beforeChange).run();
                Findings findings = TillAudit.of(db);
                Optional<Long> recounted = Optional.empty();
                if (report.lost().isEmpty() && report.stopped().isEmpty() && RepairPlan.isOnlyComputed(findings)) {
                    beforeChange.run();
                    recounted = Optional.of(db.write(Recounting::run));
                    findings = TillAudit.of(db);
                }
                return Optional.of(new Done(report, isCopied[0] ? Optional.of(copy) : Optional.empty(), recounted, findings));
            } finally {
                link.ifPresent(HttpLink::close);
            }
        }
    }
}
