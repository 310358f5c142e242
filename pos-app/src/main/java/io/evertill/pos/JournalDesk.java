package io.evertill.pos;

import io.evertill.device.PdfPaper;
import io.evertill.entry.TillEntry;
import io.evertill.journal.JournalLine;
import io.evertill.journal.Story;
import io.evertill.ledger.Position;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Receipt;
import io.evertill.register.Outcome;
import io.evertill.register.SalesJournal;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.till.Completed;
import io.evertill.till.Duty;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// What happened at the till, for the [Desk]: what is found, what is written once more, and files of it.
final class JournalDesk {
    private static final int PAGE = 40;

    private final TillProcess till;
    private final SalesJournal journal;
    private final Path files;
    private final Lazy pdf = new Lazy();

    /// @param files the folder of files; made when it is needed
    JournalDesk(TillProcess till, Path files) {
        this.till = till;
        this.journal = new SalesJournal(till.database(), till.lookup());
        this.files = files;
    }

    /// The fonts are read when the first file is wanted: a start does not wait for them.
    private static final class Lazy {
        private Optional<PdfPaper> paper = Optional.empty();

        synchronized byte[] bytes(Receipt receipt) {
            PdfPaper made = paper.orElseGet(PdfPaper::new);
            paper = Optional.of(made);
            return made.bytes(receipt);
        }
    }

    TillEvent page(TillEffect.ReadJournal wanted) {
        return new TillEvent.JournalRead(wanted.ask(), journal.page(wanted.text(), wanted.from(), PAGE));
    }

    /// Makes a receipt of a sale.
    interface Receipts {
        Completed of(Sale sale, Position position);
    }

    TillEvent story(TillEffect.ReadStory wanted, Receipts receipts) {
        Optional<Story> story = journal.story(wanted.entry());
        Optional<Completed> completed = story.map(Story::line)
                .filter(JournalLine::isSale)
                .flatMap(line -> till.register().recorded(new ReceiptNumber(line.number())))
                .map(recorded -> receipts.of(recorded.sale(), recorded.position()));
        return new TillEvent.StoryRead(wanted.ask(), story, completed);
    }

    /// Writes a copy of a receipt into a file, after the ledger has it.
    TillEvent save(Completed completed, Duty duty, Receipt copy) {
        return note(completed, TillEntry.Copied.Manner.FILE, duty).orElseGet(() -> write(copy, completed.sale().receipt().text()));
    }

    /// Writes into the ledger that a receipt is written once more; a trouble when it does not take it, and then nothing is written.
    Optional<TillEvent> note(Completed completed, TillEntry.Copied.Manner manner, Duty duty) {
        ReceiptNumber receipt = completed.sale().receipt();
        return till.register().entry(receipt).flatMap(sale -> {
            Outcome outcome = till.keep(to -> to.record(to.entryId(), (tx, branch) -> new TillEntry.Copied(
                    branch, tx.now(), duty.cashier(), duty.shift().id(), sale, receipt, manner))).join();
            return switch (outcome) {
                case Outcome.Saved _, Outcome.Known _ -> Optional.empty();
                case Outcome.NotSaved(var why, String sentence) -> Optional.of(Troubles.unsaved(why, sentence));
                case Outcome.Uncertain(String sentence) -> Optional.of(new TillEvent.DeviceFailed(Trouble.STORAGE, sentence));
            };
        });
    }

    static TillEntry.Copied.Manner manner(Mark mark) {
        return mark == Mark.GIFT ? TillEntry.Copied.Manner.GIFT : TillEntry.Copied.Manner.PAPER;
    }

    /// Writes a file; what stands there under the same name is replaced as a whole.
    TillEvent write(Receipt paper, String name) {
        Path file = files.resolve(name + ".pdf");
        try {
            Files.createDirectories(files);
            Path begun = Files.createTempFile(files, name, ".part");
            try {
                Files.write(begun, pdf.bytes(paper));
                Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(begun);
            }
            return new TillEvent.PdfSaved(file.toString());
        } catch (IOException e) {
            return new TillEvent.DeviceFailed(Trouble.FILE, "The file " + file + " cannot be written: " + e.getMessage());
        }
    }
}
