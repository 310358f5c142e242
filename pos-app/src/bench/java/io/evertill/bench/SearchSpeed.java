package io.evertill.bench;

import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.product.Words;
import io.evertill.register.Lookup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What each key costs while a person searches: the whole way from the text to articles with prices, as the desk asks.
///
/// Beside it, for beginnings of words, the bare tool: FTS5's own word index with prefix indexes, asked for row numbers only.
final class SearchSpeed implements Measurement {
    private static final int RESULTS = 41;
    private static final int PEOPLE = 400;
    private static final int LETTERS_MAX = 8;
    private static final int PART_MIN = 3;
    private static final double KEY_MS_MAX = 4;

    /// The processor's time is told as well: on a crowded machine the clock measures the others.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "search";
    }

    /// What somebody types, as the texts after each key.
    private enum Habit {
        ONE_WORD("a word, letter by letter"),
        MORE_WORDS("a second and third word, letter by letter"),
        PART("a part from inside a word"),
        CODE("digits from inside a barcode"),
        NONSENSE("beginnings of words of two products");

        private final String words;

        Habit(String words) {
            this.words = words;
        }

        List<String> texts(List<Product> products, Random random) {
            List<String> words = Words.of(any(products, random).name()).list();
            if (words.isEmpty()) {
                return List.of();
            }
            String word = words.get(random.nextInt(words.size()));
            return switch (this) {
                case ONE_WORD -> beginnings("", word);
                case MORE_WORDS -> {
                    List<String> texts = new ArrayList<>();
                    StringBuilder typed = new StringBuilder(words.getFirst());
                    for (String next : words.subList(1, Math.min(3, words.size()))) {
                        texts.addAll(beginnings(typed + " ", next));
                        typed.append(' ').append(next);
                    }
                    yield texts;
                }
                case PART -> word.length() <= PART_MIN ? List.of() : ends(word.substring(1), PART_MIN);
                case CODE -> any(products, random).gtins().stream()
                        .flatMap(gtin -> ends(gtin.digits().substring(5 + random.nextInt(4)), 4).stream())
                        .toList();
                case NONSENSE -> {
                    List<String> others = Words.of(any(products, random).name()).list();
                    yield others.isEmpty() ? List.of() : beginnings(word + " ", others.getFirst());
                }
            };
        }

        private static Product any(List<Product> products, Random random) {
            return products.get(random.nextInt(products.size()));
        }

        private static List<String> beginnings(String before, String word) {
            return ends(word, 1).stream().map(start -> before + start).toList();
        }

        private static List<String> ends(String word, int from) {
            List<String> texts = new ArrayList<>();
            for (int end = from; end <= Math.min(word.length(), LETTERS_MAX); end++) {
                if (!Character.isHighSurrogate(word.charAt(end - 1))) {
                    texts.add(word.substring(0, end));
                }
            }
            return texts;
        }
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (int count : shop.scale().products()) {
            List<Product> products = Names.products(count);
            Path folder = shop.folder().resolve("till-" + count);
            long begun = System.nanoTime();
            Shop.make(folder, products);
            shop.say(Figure.number(count) + " products took " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)
                    + " s to put; the till's file has " + Figure.number(Files.size(folder.resolve("till.db")) / 1e6) + " MB");
            try (TillProcess till = Shop.open(folder); BareIndex bare = new BareIndex(shop.folder(), products)) {
                for (Habit habit : Habit.values()) {
                    figures.add(measure(till.lookup(), bare, products, habit));
                }
            }
            Bench.clear(folder);
        }
        return figures;
    }

    private static Figure measure(Lookup lookup, BareIndex bare, List<Product> products, Habit habit) {
        Samples ours = new Samples();
        Samples work = new Samples();
        Samples theirs = new Samples();
        for (int pass = 0; pass < 2; pass++) {
            Random random = new Random(4);
            ours = new Samples();
            work = new Samples();
            theirs = new Samples();
            for (int person = 0; person < PEOPLE; person++) {
                for (String text : habit.texts(products, random)) {
                    long workBefore = THREADS.getCurrentThreadCpuTime();
                    long begun = System.nanoTime();
                    lookup.search(text, RESULTS);
                    ours.since(begun);
                    work.add(THREADS.getCurrentThreadCpuTime() - workBefore);
                    begun = System.nanoTime();
                    bare.search(text);
                    theirs.since(begun);
                }
            }
        }
        boolean isComparable = habit != Habit.PART && habit != Habit.CODE;
        return Figure.atMost("search, " + Figure.number(products.size()) + " products, " + habit.words
                        + ": p99 a key (p50 " + Figure.number(ours.millis(0.5)) + "; processor p50 "
                        + Figure.number(work.millis(0.5)) + ", p99 " + Figure.number(work.millis(0.99)) + ")",
                ours.millis(0.99), "ms", KEY_MS_MAX,
                isComparable ? Figure.number(theirs.millis(0.99)) + " ms (row numbers, FTS5 prefix)" : "");
    }

    /// FTS5 as it comes, on names only.
    private static final class BareIndex implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement find;

        BareIndex(Path folder, List<Product> products) {
            try {
                connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare-" + products.size() + ".db"));
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA journal_mode = WAL");
                    statement.execute("PRAGMA synchronous = OFF");
                    statement.execute("CREATE VIRTUAL TABLE bare USING fts5 (words, content = '', "
                            + "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')");
                    connection.setAutoCommit(false);
                    try (PreparedStatement put = connection.prepareStatement("INSERT INTO bare (rowid, words) VALUES (?, ?)")) {
                        for (int at = 0; at < products.size(); at++) {
                            put.setLong(1, at + 1L);
                            put.setString(2, products.get(at).name());
                            put.executeUpdate();
                        }
                    }
                    connection.commit();
                    connection.setAutoCommit(true);
                    statement.execute("INSERT INTO bare (bare) VALUES ('optimize')");
                }
                find = connection.prepareStatement("SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rowid LIMIT " + RESULTS);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void search(String text) {
            try {
                find.setString(1, Words.of(text).list().stream()
                        .map(word -> '"' + word + "\"*")
                        .collect(Collectors.joining(" ")));
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
