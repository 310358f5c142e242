package io.evertill.payment;

import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A terminal that is a program: it answers as [NetworkTerminal] asks, over real connections, and keeps what it did in a file
/// as a real one keeps its journal. For tests, demonstrations and for trying a till out; it moves no money.
public final class TerminalSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSimulator.class);
    private static final String BARRED = "never heard of";

    private final Path journal;
    private final Supplier<Manner> manners;
    private final ServerSocket server;
    private final Map<UUID, Payment> payments = new ConcurrentHashMap<>();
    private volatile Supplier<Undo> undos = () -> Undo.GIVE_BACK;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// How the customer, the card and the line behave at the next payment.
    public enum Manner {
        /// The card is good.
        APPROVE,
        /// The card is refused.
        DECLINE,
        /// Nobody uses a card.
        TIME_OUT,
        /// The card is good, and the line breaks before the answer.
        APPROVE_UNHEARD,
        /// The card is refused, and the line breaks before the answer.
        DECLINE_UNHEARD,
        /// The line breaks before the terminal hears the question.
        CUT,
        /// The answer cannot be understood; the card is good.
        GARBLE,
        /// The customer takes his time: until [TerminalSimulator#finish] or the till stops it.
        WAIT
    }

    /// How terminal and line behave when it is to give something back.
    public enum Undo {
        /// It does.
        GIVE_BACK,
        /// It does not.
        KEEP,
        /// It does, and the line breaks before the answer.
        GIVE_BACK_UNHEARD,
        /// The line breaks before the terminal hears the question.
        CUT,
        /// It does, and the answer cannot be understood.
        GARBLE
    }

    private record Payment(Optional<Money> amount, CompletableFuture<TerminalWord> word) {}

    private TerminalSimulator(Path journal, Supplier<Manner> manners, ServerSocket server) {
        this.journal = journal;
        this.manners = manners;
        this.server = server;
    }

    /// Starts a terminal on this machine.
    ///
    /// @param port 0 for any
    /// @param journal the file of what it did; what it did before is known again
    /// @param manners asked once for each new payment
    /// @throws UncheckedIOException when port or file cannot be used
    public static TerminalSimulator start(int port, Path journal, Supplier<Manner> manners) {
        try {
            TerminalSimulator terminal = new TerminalSimulator(
                    journal, manners, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            terminal.recall();
            Thread.ofPlatform().name("terminal-simulator").daemon().start(terminal::accept);
            return terminal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How it behaves from now on when it is to give something back; asked once for each question.
    public void undoing(Supplier<Undo> next) {
        undos = next;
    }

    /// What it gave back, each as often as it did.
    ///
    /// @throws UncheckedIOException when the journal cannot be read
    public List<UUID> reversals() {
        try {
            return Files.exists(journal)
                    ? Files.readAllLines(journal).stream()
                            .map(line -> line.split(" ", -1))
                            .filter(words -> words[1].equals("REVERSED"))
                            .map(words -> UUID.fromString(words[0]))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it listens.
    public int port() {
        return server.getLocalPort();
    }

    /// Ends the customer's dithering over whatever is open.
    public void finish(TerminalWord word) {
        payments.keySet().forEach(id -> settle(id, word));
    }

    /// Whether an attempt waits for its customer.
    public boolean isPending(UUID attempt) {
        return Optional.ofNullable(payments.get(attempt)).filter(payment -> !payment.word().isDone()).isPresent();
    }

    /// What each card paid in the end: the attempts that are approved and not taken back.
    public Map<UUID, Money> charges() {
        Map<UUID, Money> charges = new java.util.TreeMap<>();
        payments.forEach((id, payment) -> {
            boolean isCharged = payment.word().isDone() && payment.word().join() instanceof TerminalWord.Approved;
            payment.amount().filter(_ -> isCharged).ifPresent(amount -> charges.put(id, amount));
        });
        return charges;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                LOG.debug("no more questions: {}", e.getMessage());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Optional<byte[]> line = NetworkTerminal.line(socket.getInputStream());
            if (line.isPresent()) {
                Optional<byte[]> answer = answer(Question.read(line.get()));
                if (answer.isPresent()) {
                    socket.getOutputStream().write(NetworkTerminal.withEnd(answer.get()));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("a question was lost: {}", e.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    private Optional<byte[]> answer(Question question) {
        UUID id = question.attempt();
        return switch (question.what()) {
            case PAY -> pay(id, question.amount().orElseThrow());
            case STATE -> Optional.of(Question.answer(id, known(id).word().join()));
            case STOP -> Optional.of(Question.answer(id, stopped(id)));
            case UNDO -> undo(id);
            case TEST -> Optional.of(Question.answer(id, new TerminalWord.Approved("simulator")));
        };
    }

    private Optional<byte[]> pay(UUID id, Money amount) {
        Payment fresh = new Payment(Optional.of(amount), new CompletableFuture<>());
        Manner manner = payments.containsKey(id) ? Manner.WAIT : manners.get();
        if (manner == Manner.CUT) {
            return Optional.empty();
        }
        Optional<Payment> before = Optional.ofNullable(payments.putIfAbsent(id, fresh));
        if (before.isEmpty()) {
            switch (manner) {
                case APPROVE, APPROVE_UNHEARD, GARBLE -> settle(id, new TerminalWord.Approved(reference(id)));
                case DECLINE, DECLINE_UNHEARD -> settle(id, new TerminalWord.Declined("card refused"));
                case TIME_OUT -> settle(id, new TerminalWord.TimedOut());
                case WAIT, CUT -> {}
            }
        }
        TerminalWord word = before.orElse(fresh).word().join();
        return switch (manner) {
            case APPROVE_UNHEARD, DECLINE_UNHEARD -> Optional.empty();
            case GARBLE -> Optional.of("~~~".getBytes(StandardCharsets.UTF_8));
            case APPROVE, DECLINE, TIME_OUT, CUT, WAIT -> Optional.of(Question.answer(id, word));
        };
    }

    private static String reference(UUID id) {
        return "SIM-" + id.toString().substring(28).toUpperCase(java.util.Locale.ROOT);
    }

    private synchronized Payment known(UUID id) {
        return payments.computeIfAbsent(id, _ -> {
            TerminalWord barred = new TerminalWord.Declined(BARRED);
            write(id, "BARRED", Optional.empty());
            return new Payment(Optional.empty(), CompletableFuture.completedFuture(barred));
        });
    }

    private TerminalWord stopped(UUID id) {
        settle(id, new TerminalWord.Declined("stopped"));
        return known(id).word().join();
    }

    private Optional<byte[]> undo(UUID id) {
        return switch (undos.get()) {
            case GIVE_BACK -> Optional.of(Question.answer(id, undone(id)));
            case KEEP -> Optional.of(Question.answer(id, stopped(id)));
            case GIVE_BACK_UNHEARD -> {
                undone(id);
                yield Optional.empty();
            }
            case CUT -> Optional.empty();
            case GARBLE -> {
                undone(id);
                yield Optional.of("~~~".getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private synchronized TerminalWord undone(UUID id) {
        TerminalWord word = stopped(id);
        if (!(word instanceof TerminalWord.Approved)) {
            return word;
        }
        TerminalWord back = new TerminalWord.Declined("taken back");
        write(id, "REVERSED", Optional.empty());
        payments.put(id, new Payment(Optional.empty(), CompletableFuture.completedFuture(back)));
        return back;
    }

    /// Ends an open payment, in the journal first. One that has ended stays as it is.
    private synchronized void settle(UUID id, TerminalWord word) {
        Optional<Payment> payment = Optional.ofNullable(payments.get(id)).filter(open -> !open.word().isDone());
        payment.ifPresent(open -> {
            switch (word) {
                case TerminalWord.Approved _ -> write(id, "APPROVED", open.amount());
                case TerminalWord.Declined _, TerminalWord.TimedOut _, TerminalWord.Unknown _ ->
                    write(id, "DECLINED", Optional.empty());
            }
            open.word().complete(word);
        });
    }

    private synchronized void write(UUID id, String state, Optional<Money> amount) {
        String line = id + " " + state + amount.map(money ->
                " " + money.text() + " " + money.currency().getCurrencyCode()).orElse("") + "\n";
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recall() throws IOException {
        if (!Files.exists(journal)) {
            return;
        }
        for (String line : Files.readAllLines(journal)) {
            String[] words = line.split(" ", -1);
            UUID id = UUID.fromString(words[0]);
            boolean isCharged = words[1].equals("APPROVED");
            payments.put(id, new Payment(
                    isCharged ? Optional.of(Money.parse(words[2], Currency.getInstance(words[3]))) : Optional.empty(),
                    CompletableFuture.completedFuture(isCharged
                            ? new TerminalWord.Approved(reference(id))
                            : new TerminalWord.Declined(words[1].equals("BARRED") ? BARRED : "refused before"))));
        }
    }

    /// The power goes: whoever waits hears nothing. The journal stays.
    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
