package io.evertill.payment;

import io.evertill.device.Done;
import io.evertill.money.Money;
import io.evertill.tender.TerminalWord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// A terminal, or a bridge to one, that answers lines of JSON over TCP: a connection for each question.
///
/// @param host its name or address
/// @param port its port
/// @param patience how long an answer may take, the customer's time included
public record NetworkTerminal(String host, int port, Duration patience) implements PaymentTerminal {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final UUID NO_ATTEMPT = new UUID(0, 0);

    /// A terminal that could not be reached heard nothing, so the attempt is over. One that fell silent is asked once more
    /// over another connection.
    @Override
    public TerminalWord pay(UUID attempt, Money amount) {
        Question question = new Question(Question.What.PAY, attempt, Optional.of(amount));
        Socket socket;
        try {
            socket = connected();
        } catch (IOException e) {
            return new TerminalWord.Declined("not reached: " + e.getMessage());
        }
        return heard(socket, question, patience).orElseGet(() -> ask(Question.What.STATE, attempt, SHORT));
    }

    @Override
    public TerminalWord resolve(UUID attempt) {
        return ask(Question.What.STATE, attempt, patience);
    }

    @Override
    public void stop(UUID attempt) {
        ask(Question.What.STOP, attempt, SHORT);
    }

    @Override
    public TerminalWord undo(UUID attempt) {
        return ask(Question.What.UNDO, attempt, SHORT);
    }

    @Override
    public Done test() {
        return ask(Question.What.TEST, NO_ATTEMPT, SHORT) instanceof TerminalWord.Unknown(String sentence)
                ? new Done.Failed(sentence)
                : new Done.Well();
    }

    private TerminalWord ask(Question.What what, UUID attempt, Duration wait) {
        Socket socket;
        try {
            socket = connected();
        } catch (IOException e) {
            return new TerminalWord.Unknown("The card terminal at " + host + ":" + port + " was not reached: " + e.getMessage());
        }
        return heard(socket, new Question(what, attempt, Optional.empty()), wait)
                .orElseGet(() -> new TerminalWord.Unknown("The card terminal at " + host + ":" + port + " gave no answer."));
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        boolean isConnected = false;
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTING.toMillis());
            isConnected = true;
            return socket;
        } finally {
            if (!isConnected) {
                socket.close();
            }
        }
    }

    /// The answer; empty when none came, although the question may have arrived. Closes the connection.
    private static Optional<TerminalWord> heard(Socket socket, Question question, Duration wait) {
        try (socket) {
            socket.setSoTimeout((int) wait.toMillis());
            socket.getOutputStream().write(withEnd(question.line()));
            return line(socket.getInputStream()).map(question::understood);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A line and its end in one piece.
    static byte[] withEnd(byte[] line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length + 1);
        out.writeBytes(line);
        out.write('\n');
        return out.toByteArray();
    }

    /// The next line without its end; empty when it ends early or is too long.
    static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && line.size() < Question.LINE_BYTES_MAX; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.empty();
    }
}
