package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.FakePrinter;
import io.evertill.device.FakeScanner;
import io.evertill.payment.TerminalSimulator;
import io.evertill.pos.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class DevicesCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPageIsPrintedAndTheDrawerKicked() throws IOException {
        try (FakePrinter fake = new FakePrinter()) {
            settings("printer = tcp:127.0.0.1:" + fake.port());

            assertEquals(0, test("printer"), err::toString);
            String page = new String(fake.paper(), StandardCharsets.ISO_8859_1);
            assertTrue(page.contains("A test of the printer") && page.contains("äöüß"), page);
            assertEquals(0, test("drawer"), err::toString);

            fake.is(FakePrinter.Mood.NO_PAPER);
            assertEquals(1, test("printer"));
            assertTrue(err.toString().contains("is out of paper"), err::toString);
        }
    }

    @Test
    void aTerminalIsAskedWhetherItIsThereAndChargesNothing() throws IOException {
        try (TerminalSimulator terminal = TerminalSimulator.start(0, folder.resolve("journal"), () -> {
            throw new AssertionError("nothing is paid");
        })) {
            settings("terminal = tcp:127.0.0.1:" + terminal.port());

            assertEquals(0, test("terminal"), err::toString);
            assertTrue(out.toString().contains("The terminal works."), out::toString);
        }
        assertEquals(1, test("terminal"));
    }

    @ParameterizedTest
    @CsvSource({"scale, No scale is set", "terminal, No card terminal is set", "scanner, is tried in the till's window"})
    void whatIsNotSetSaysWhatToDo(String device, String sentence) throws IOException {
        settings("");

        assertEquals(1, test(device));
        assertTrue(err.toString().contains(sentence), err::toString);
    }

    @Test
    void aScaleWeighsOrSaysWhatToDo() throws IOException {
        try (ServerSocket scale = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings("scale = tcp:127.0.0.1:" + scale.getLocalPort());
            Thread.ofPlatform().daemon().start(() -> answer(scale, List.of("0.350 kg\r", "0.350 lb\r", "S D 0.350 kg\r")));

            assertEquals(0, test("scale"), err::toString);
            assertEquals(1, test("scale"));
            assertEquals(0, test("scale"), err::toString);
        }
        assertEquals(1, test("scale"));

        assertTrue(out.toString().contains("It weighs 0.35 kg.") && out.toString().contains("nothing rests on it"), out::toString);
        assertTrue(err.toString().contains("set it to kilograms or grams"), err::toString);
        assertTrue(err.toString().contains("Look whether it is on, at its cable and at the setting scale."), err::toString);
    }

    private static void answer(ServerSocket scale, List<String> answers) {
        for (String answer : answers) {
            try (Socket socket = scale.accept()) {
                if (socket.getInputStream().read() == 'W') {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aScannerReadsOrSaysWhatToDo() throws Exception {
        try (FakeScanner scanner = new FakeScanner(1)) {
            settings("scanner.plug = tcp:127.0.0.1:" + scanner.port());
            Thread hand = Thread.ofPlatform().daemon().start(() -> {
                try {
                    scanner.plugIn();
                    scanner.scan("4006381333931");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertEquals(0, test("scanner"), err::toString);
            hand.join();
        }
        assertEquals(1, test("scanner"));

        assertTrue(out.toString().contains("It read 4006381333931."), out::toString);
        assertTrue(err.toString().contains("Look whether it is on, at its cable and at the setting scanner.plug."), err::toString);
    }

    @ParameterizedTest
    @CsvSource({"auto, Connect a second one", "off, Write auto"})
    void customersWithoutAScreenAreToldOf(String setting, String sentence) throws IOException {
        settings("display = " + setting);

        assertEquals(1, test("display"));
        assertTrue(err.toString().contains(sentence), err::toString);
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("till.properties"), text + "\n");
    }

    private int test(String device) {
        CommandLine line = Commands.line(new Workplace(Machine.real(), _ -> Optional.empty(), false));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute("devices", "test", device, "--data", folder.toString());
    }
}
