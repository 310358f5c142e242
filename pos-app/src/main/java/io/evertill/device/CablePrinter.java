package io.evertill.device;

import io.evertill.cable.Cable;
import io.evertill.cable.Plug;
import io.evertill.receipt.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A receipt printer at the end of a cable, with the drawer that hangs on it. A connection for each job, so that a printer may
/// be switched off and on between two.
///
/// Where the printer answers, it is asked before and after each receipt; one that never answered in its life is believed.
/// One job at a time: threads wait for each other.
public final class CablePrinter implements ReceiptPrinter, CashDrawer {
    private static final Duration STATUS = Duration.ofMillis(500);
    private static final Duration PRINTING = Duration.ofSeconds(15);

    private final Plug plug;
    private final EscPos escPos;
    private final Asking asking;
    private final Duration printing;
    private boolean hasAnswered;

    /// Whether the printer is asked how it is.
    public enum Asking {
        /// It must answer.
        ALWAYS,
        /// Once it has answered, it must.
        AUTO,
        /// Its connection says nothing, such as that of many print servers.
        NEVER
    }

    /// A printer on a plug; a file is never asked.
    public CablePrinter(Plug plug, EscPos escPos, Asking asking) {
        this(plug, escPos, asking, PRINTING);
    }

    /// The same with another patience.
    ///
    /// @param printing how long a receipt may take before it counts as stopped
    public CablePrinter(Plug plug, EscPos escPos, Asking asking, Duration printing) {
        this.printing = printing;
        this.plug = plug;
        this.escPos = escPos;
        this.asking = plug instanceof Plug.File ? Asking.NEVER : asking;
    }

    @Override
    public synchronized Done print(Receipt receipt, String title) {
        return done(cable -> {
            Optional<String> trouble = trouble(cable);
            if (trouble.isPresent()) {
                return trouble;
            }
            cable.write(escPos.receipt(receipt));
            return unfinished(cable);
        }, "Print it again from the last receipt.");
    }

    @Override
    public synchronized Done open() {
        return done(cable -> {
            cable.write(EscPos.kick());
            return Optional.empty();
        }, "Open the drawer with its key.");
    }

    /// How the printer is, as far as it answers. Nothing is printed.
    public synchronized Done state() {
        return done(this::trouble, "Look at its paper, its cover, its cable and the setting printer.");
    }

    private interface Job {
        /// What went wrong, if anything did.
        Optional<String> run(Cable cable) throws IOException;
    }

    private Done done(Job job, String todo) {
        try (Cable cable = plug.open()) {
            return job.run(cable)
                    .<Done>map(trouble -> new Done.Failed("The printer " + trouble + ". " + todo))
                    .orElseGet(Done.Well::new);
        } catch (IOException e) {
            return new Done.Failed("The printer at " + plug + " does not work: " + e.getMessage() + ". " + todo);
        }
    }

    /// What keeps the printer from printing.
    private Optional<String> trouble(Cable cable) throws IOException {
        if (asking == Asking.NEVER) {
            return Optional.empty();
        }
        for (PrinterStatus.Query query : PrinterStatus.Query.values()) {
            cable.write(query.bytes());
            int answer = cable.read(STATUS);
            if (answer == Cable.NOTHING) {
                boolean isMute = asking == Asking.AUTO && !hasAnswered;
                return isMute ? Optional.empty() : Optional.of("does not answer: is it on");
            }
            hasAnswered = true;
            Optional<String> trouble = query.trouble(answer);
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    /// Whether a receipt came to its end, as far as a printer that answers says.
    private Optional<String> unfinished(Cable cable) throws IOException {
        if (asking == Asking.NEVER || !hasAnswered) {
            return Optional.empty();
        }
        cable.write(PrinterStatus.whenDone());
        return cable.read(printing) == Cable.NOTHING ? Optional.of("stopped in the middle: look at paper and cover") : Optional.empty();
    }
}
