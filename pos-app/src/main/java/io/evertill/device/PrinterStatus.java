package io.evertill.device;

import java.util.Optional;

/// How a printer is asked how it is, and what the bits of its answers mean (`DLE EOT n` and `GS r 1` of ESC/POS).
final class PrinterStatus {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;

    private PrinterStatus() {}

    /// Questions that are answered at once, also by a printer that cannot print.
    enum Query {
        /// Why it is not on line.
        OFFLINE(2),
        /// Whether there is paper.
        PAPER(4);

        private static final int COVER_OPEN = 0x04;
        private static final int PAPER_END_STOP = 0x20;
        private static final int ERROR = 0x40;
        private static final int PAPER_END = 0x60;

        private final int number;

        Query(int number) {
            this.number = number;
        }

        byte[] bytes() {
            return new byte[] {DLE, EOT, (byte) number};
        }

        /// What the answer says is wrong.
        Optional<String> trouble(int answer) {
            return switch (this) {
                case OFFLINE -> (answer & COVER_OPEN) != 0
                        ? Optional.of("has its cover open")
                        : (answer & PAPER_END_STOP) != 0
                                ? Optional.of("is out of paper")
                                : (answer & ERROR) != 0 ? Optional.of("reports an error") : Optional.empty();
                case PAPER -> (answer & PAPER_END) != 0 ? Optional.of("is out of paper") : Optional.empty();
            };
        }
    }

    /// A question that is answered when everything before it is printed.
    static byte[] whenDone() {
        return new byte[] {GS, 'r', 1};
    }
}
