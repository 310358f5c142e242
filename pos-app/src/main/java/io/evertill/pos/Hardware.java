package io.evertill.pos;

import io.evertill.cable.Plug;
import io.evertill.device.CablePrinter;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The devices around a till, as the settings name them.
///
/// @param printer empty for the folder of receipts
/// @param asking whether the printer is asked how it is
/// @param page the printer's characters
/// @param logo at the top of each receipt
/// @param symbol what the number of a receipt is printed as
/// @param drawer where the drawer hangs
/// @param scale empty for typed weights
/// @param scanner one that is no keyboard
/// @param display whether customers have a screen of their own
/// @param terminal who says what became of a card payment
/// @param terminalSeconds how long a card payment may take
public record Hardware(
        Optional<Plug> printer,
        CablePrinter.Asking asking,
        CodePage page,
        Optional<Raster> logo,
        EscPos.Symbol symbol,
        Drawer drawer,
        Optional<Plug> scale,
        Optional<Plug> scanner,
        Display display,
        Terminal terminal,
        int terminalSeconds) {
    /// The names of the settings.
    static final List<String> NAMES = List.of("printer", "printer.status", "printer.codepage", "printer.logo", "printer.symbol", "drawer",
            "scale", "scanner.plug", "display", "terminal", "terminal.seconds");

    /// A till with nothing around it.
    public static final Hardware USUAL = of(Path.of(""), Map.of());

    private static final int SECONDS_MIN = 10;
    private static final int SECONDS_MAX = 600;

    /// Where the drawer hangs.
    public enum Drawer {
        /// On the printer, which opens it.
        PRINTER,
        /// There is none that opens by itself.
        NONE
    }

    /// The screen of the customers.
    public enum Display {
        /// On the second screen, where there is one.
        AUTO,
        /// None.
        OFF
    }

    /// Who says what became of a card payment.
    public sealed interface Terminal {
        /// The cashier, who reads a terminal that stands alone.
        record Manual() implements Terminal {}

        /// A program that plays a terminal and moves no money.
        record Simulated() implements Terminal {}

        /// A terminal on the network.
        record Network(String host, int port) implements Terminal {}
    }

    /// Reads the settings about devices; those that are missing are as usual.
    ///
    /// @throws IllegalArgumentException saying which is wrong and what to write instead
    static Hardware of(Path folder, Map<String, String> values) {
        return new Hardware(
                plug("printer", values, "folder"),
                choice("printer.status", values, CablePrinter.Asking.AUTO),
                CodePage.parse(values.getOrDefault("printer.codepage", "windows-1252")).orElseThrow(() -> wrong("printer.codepage",
                        values, "a set of characters such as windows-1252 or IBM850, or NUMBER:NAME with your printer's number")),
                logo(folder, values.getOrDefault("printer.logo", "")),
                choice("printer.symbol", values, EscPos.Symbol.QR),
                choice("drawer", values, Drawer.PRINTER),
                plug("scale", values, "none"),
                plug("scanner.plug", values, "none"),
                choice("display", values, Display.AUTO),
                terminal(values),
                seconds(values));
    }

    private static Optional<Plug> plug(String name, Map<String, String> values, String nothing) {
        String text = values.getOrDefault(name, nothing);
        if (text.equals(nothing)) {
            return Optional.empty();
        }
        return Optional.of(Plug.parse(text).orElseThrow(() -> wrong(name, values,
                nothing + ", tcp:HOST:PORT, serial:PORT:BAUD or file:PATH")));
    }

    private static <E extends Enum<E>> E choice(String name, Map<String, String> values, E usual) {
        Set<E> all = EnumSet.allOf(usual.getDeclaringClass());
        return all.stream()
                .filter(each -> word(each).equals(values.getOrDefault(name, word(usual))))
                .findFirst()
                .orElseThrow(() -> wrong(name, values, all.stream().map(Hardware::word).collect(Collectors.joining(" or "))));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Raster> logo(Path folder, String file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Raster.read(folder.resolve(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("printer.logo cannot be read: " + e.getMessage(), e);
        }
    }

    private static Terminal terminal(Map<String, String> values) {
        return switch (values.getOrDefault("terminal", "manual")) {
            case "manual" -> new Terminal.Manual();
            case "simulator" -> new Terminal.Simulated();
            case String text -> Plug.parse(text)
                    .filter(Plug.Network.class::isInstance)
                    .map(Plug.Network.class::cast)
                    .map(plug -> new Terminal.Network(plug.host(), plug.port()))
                    .orElseThrow(() -> wrong("terminal", values, "manual, simulator or tcp:HOST:PORT"));
        };
    }

    private static int seconds(Map<String, String> values) {
        String text = values.getOrDefault("terminal.seconds", "150");
        boolean isRight = text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= SECONDS_MIN && Integer.parseInt(text) <= SECONDS_MAX;
        if (!isRight) {
            throw wrong("terminal.seconds", values, "a number from " + SECONDS_MIN + " to " + SECONDS_MAX);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String name, Map<String, String> values, String instead) {
        return new IllegalArgumentException(name + " is " + instead + ": '" + values.getOrDefault(name, "") + "'");
    }
}
