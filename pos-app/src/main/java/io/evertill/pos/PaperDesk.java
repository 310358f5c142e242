package io.evertill.pos;

import io.evertill.device.Done;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Receipt;
import io.evertill.shift.ShiftReport;
import io.evertill.till.Completed;
import io.evertill.till.ShiftSheet;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.util.List;
import java.util.Optional;

/// Printer and drawer, for the [Desk]. What they cannot do is told, and holds nothing up: the sale is in the ledger before.
final class PaperDesk {
    private final Desk.Paper paper;
    private final Station.Devices devices;
    private final PrintedMark printed;

    PaperDesk(TillProcess till, Desk.Paper paper, Station.Devices devices) {
        this.paper = paper;
        this.devices = devices;
        this.printed = new PrintedMark(till.folder().path());
    }

    /// Receipts that may not be on paper, by their numbers; oldest first.
    ///
    /// @param last the last sale of this till
    List<String> unprinted(Optional<Completed> last) {
        return printed.unprinted(last.map(completed -> completed.sale().receipt()));
    }

    /// Opens the drawer.
    Optional<TillEvent> open() {
        return told(devices.drawer().open(), Trouble.DRAWER);
    }

    /// Prints a receipt; an original that is on paper is remembered.
    Optional<TillEvent> print(Completed completed, Mark mark) {
        Receipt receipt = paper.write(completed.sale(), completed.proof(), mark);
        Done done = devices.printer().print(receipt, completed.sale().receipt().text());
        if (mark == Mark.ORIGINAL && done instanceof Done.Well) {
            printed.printed(completed.sale().receipt());
        }
        return told(done, Trouble.PRINTER);
    }

    /// Prints the report of a shift.
    Optional<TillEvent> print(ShiftSheet sheet, Mark mark) {
        return told(devices.printer().print(paper.write(sheet.report(), mark), name(sheet.report())), Trouble.REPORT);
    }

    /// The name of a report's file: its number, or the shift's id.
    static String name(ShiftReport report) {
        return report.closed().flatMap(ShiftReport.Closed::number).map(number -> "Z-" + number.text())
                .orElseGet(() -> "X-" + report.shift().id());
    }

    private static Optional<TillEvent> told(Done done, Trouble trouble) {
        return switch (done) {
            case Done.Well() -> Optional.empty();
            case Done.Failed(String sentence) -> Optional.of(new TillEvent.DeviceFailed(trouble, sentence));
        };
    }
}
