package io.evertill.house;

/// A file of the project: its path from the root with `/`, and its text.
///
/// For Java the text is also there in three layers of the same length, each with the others blanked out: what the
/// compiler reads, what a person reads, and what the program says.
record Source(String path, String text, String code, String comments, String strings) {
    private enum Mode {
        CODE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        STRING,
        TEXT_BLOCK,
        CHARACTER
    }

    static Source of(String path, String text) {
        if (!path.endsWith(".java")) {
            return new Source(path, text, text, "", "");
        }
        StringBuilder code = new StringBuilder(blank(text));
        StringBuilder comments = new StringBuilder(blank(text));
        StringBuilder strings = new StringBuilder(blank(text));
        Mode mode = Mode.CODE;
        for (int i = 0; i < text.length(); i++) {
            Mode next = next(mode, text, i);
            StringBuilder layer = switch (mode == Mode.CODE ? next : mode) {
                case CODE -> code;
                case LINE_COMMENT, BLOCK_COMMENT -> comments;
                case STRING, TEXT_BLOCK, CHARACTER -> strings;
            };
            int width = width(mode, next, text, i);
            for (int at = i; at < i + width; at++) {
                layer.setCharAt(at, text.charAt(at));
            }
            i += width - 1;
            mode = next;
        }
        return new Source(path, text, code.toString(), comments.toString(), strings.toString());
    }

    boolean main() {
        return path.contains("/src/main/java/");
    }

    boolean test() {
        return path.contains("/src/test/java/") || path.contains("/src/house/java/");
    }

    /// The segment below the root package; empty for anything else.
    String room() {
        int start = path.indexOf("/java/io/evertill/");
        if (start < 0) {
            return "";
        }
        String rest = path.substring(start + "/java/io/evertill/".length());
        return rest.contains("/") ? rest.substring(0, rest.lastIndexOf('/')) : "";
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The line, counted from 1, of a place in the text.
    int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String blank(String text) {
        // By character, not by code point: an emoji is two characters, and the layers are as long as the text.
        StringBuilder blank = new StringBuilder(text.length());
        text.chars().forEach(c -> blank.append(c == '\n' ? '\n' : ' '));
        return blank.toString();
    }

    private static Mode next(Mode mode, String text, int i) {
        return switch (mode) {
            case CODE -> {
                if (text.startsWith("//", i)) {
                    yield Mode.LINE_COMMENT;
                }
                if (text.startsWith("/*", i)) {
                    yield Mode.BLOCK_COMMENT;
                }
                if (text.startsWith("\"\"\"", i)) {
                    yield Mode.TEXT_BLOCK;
                }
                yield switch (text.charAt(i)) {
                    case '"' -> Mode.STRING;
                    case '\'' -> Mode.CHARACTER;
                    default -> Mode.CODE;
                };
            }
            case LINE_COMMENT -> text.charAt(i) == '\n' ? Mode.CODE : mode;
            case BLOCK_COMMENT -> text.startsWith("*/", i) ? Mode.CODE : mode;
            case STRING -> text.charAt(i) == '"' ? Mode.CODE : mode;
            case TEXT_BLOCK -> text.startsWith("\"\"\"", i) ? Mode.CODE : mode;
            case CHARACTER -> text.charAt(i) == '\'' ? Mode.CODE : mode;
        };
    }

    /// How many characters this step covers: an escape or a delimiter is one step.
    private static int width(Mode mode, Mode next, String text, int i) {
        boolean literal = mode == Mode.STRING || mode == Mode.TEXT_BLOCK || mode == Mode.CHARACTER;
        if (literal && text.charAt(i) == '\\' && i + 1 < text.length()) {
            return 2;
        }
        if (mode == next) {
            return 1;
        }
        return switch (mode == Mode.CODE ? next : mode) {
            case TEXT_BLOCK -> 3;
            case LINE_COMMENT -> mode == Mode.CODE ? 2 : 1;
            case BLOCK_COMMENT -> 2;
            case CODE, STRING, CHARACTER -> 1;
        };
    }
}
