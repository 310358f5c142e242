package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.route.Intake;
import io.evertill.central.route.health.DescriptionRoute;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.wire.Frames;
import io.evertill.wire.Json;
import io.evertill.wire.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `openapi.yaml` says what the server does, no more and no less.
class OpenApiTest {
    private static final Pattern PROBLEM = Pattern.compile(
            "Problem\\.(?:of\\(|later\\(|bad\\()\\s*(?:([0-9]{3}), )?\"([A-Z_]+)\"|(?:of|later)\\(([0-9]{3}), \"([A-Z_]+)\"");
    /// What people are refused of transfers.
    private static final Pattern REFUSAL = Pattern.compile("(?:Refusal|[Rr]efused)\\(\\s*\"([A-Z_]+)\"");
    /// What is answered where nothing is described.
    private static final Set<String> ELSEWHERE = Set.of("404 NOT_FOUND", "405 METHOD");

    @TempDir
    Path folder;

    @Test
    void everyAddressOfTheServerIsDescribedAndNoOther() {
        try (Centre centre = Centre.start(CentreOn.SQLITE.settings(folder)); Asker asker = new Asker(centre)) {
            Set<String> answers = new TreeSet<>(centre.answers());

            Answer nowhere = asker.get("/v1/nowhere");
            Answer otherMethod = asker.get("/v1/enrolments");
            Answer description = asker.get("/openapi.yaml");

            assertEquals(answers, Description.SHIPPED.operations());
            assertEquals("404 NOT_FOUND", nowhere.verdict());
            assertEquals("405 METHOD", otherMethod.verdict());
            assertEquals(new String(DescriptionRoute.read(), java.nio.charset.StandardCharsets.UTF_8), description.text());
        }
    }

    @Test
    void everyErrorOfTheSourceIsDescribedAndNoOther() throws IOException {
        Set<String> inSource = new TreeSet<>();
        for (String source : sources()) {
            PROBLEM.matcher(source).results().map(OpenApiTest::verdict).forEach(inSource::add);
        }
        inSource.removeAll(ELSEWHERE);
        REFUSAL.matcher(refusals()).results().map(found -> "409 " + found.group(1)).forEach(inSource::add);
        inSource.remove("409 UNKNOWN_TRANSFER");

        Set<String> described = new TreeSet<>();
        Description.SHIPPED.root().path("paths").forEach(path -> path.forEach(operation ->
                operation.path("responses").properties().forEach(response ->
                        Description.SHIPPED.resolved(response.getValue()).path("x-codes").forEach(code ->
                                described.add(response.getKey() + " " + code.textValue())))));

        assertEquals(inSource, described);
    }

    @Test
    void everyParameterOfTheSourceIsDescribedAndNoOther() throws IOException {
        Set<String> inSource = new TreeSet<>();
        for (String source : sources()) {
            Pattern.compile("(query|path)Param\\(\"([A-Za-z]+)\"\\)").matcher(source).results()
                    .forEach(found -> inSource.add(found.group(1) + " " + found.group(2)));
        }

        Set<String> described = new TreeSet<>();
        Description.SHIPPED.root().path("paths").forEach(path -> path.forEach(operation ->
                operation.path("parameters").forEach(parameter -> {
                    if (!parameter.path("in").textValue().equals("header")) {
                        described.add(parameter.path("in").textValue() + " " + parameter.path("name").textValue());
                    }
                })));

        assertEquals(inSource, described);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
        Set<String> used = new TreeSet<>();
        references(Description.SHIPPED.root(), used);
        used.forEach(Description.SHIPPED::at);

        Set<String> parts = new TreeSet<>();
        Description.SHIPPED.root().path("components").properties().forEach(kind -> kind.getValue().fieldNames()
                .forEachRemaining(name -> parts.add("#/components/" + kind.getKey() + "/" + name)));
        parts.remove("#/components/securitySchemes/token");

        assertEquals(parts, used);
    }

    @Test
    void uploadsAndTheirAnswersAreAsDescribed() {
        try (Centre centre = Shops.start(CentreOn.SQLITE.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            Push push = till.courier(till.link).next();
            String[] bearer = Asker.bearer(till.grant.token());
            String address = "/v1/streams/" + push.before().stream() + "/entries";
            Position head = push.head();

            List<String> wrong = Description.SHIPPED.schema("Upload").wrong("$", Json.parse(Frames.write(push).content()));
            Answer taken = asker.post(address, Frames.write(push), bearer);
            Answer again = asker.post(address, Frames.write(push), bearer);
            Answer opaque = asker.post(address, Frames.write(push.in(Push.Form.OPAQUE)), bearer);
            Answer gap = asker.post(address, Frames.write(behind(push, head.seq() + 5, head.hash())), bearer);
            Answer fork = asker.post(address, Frames.write(behind(push, head.seq(), Hash.sha256(new byte[1]))), bearer);
            Answer status = asker.get("/v1/status", bearer);

            assertEquals(List.of(), wrong);
            assertEquals(List.of("200 OK 2", "200 OK 2", "200 OK 2", "409 GAP 2", "409 FORK 2"), Stream.of(taken, again, opaque, gap, fork)
                    .map(each -> each.status() + " " + each.json().path("status").asText() + " " + each.json().path("acceptedSeq"))
                    .toList());
            assertEquals(2, status.json().path("streams").path(0).path("acceptedSeq").asInt());
        }
    }

    @Test
    void whatIsNoUploadIsRefusedAsDescribed() {
        try (Centre centre = Shops.start(CentreOn.SQLITE.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                ShopTill other = Shops.till(centre, folder, "T2");
                Asker asker = new Asker(centre)) {
            Push push = till.courier(till.link).next();
            String[] bearer = Asker.bearer(till.grant.token());
            String address = "/v1/streams/" + push.before().stream() + "/entries";
            Bytes signedByOther = Frames.write(other.courier(other.link).next());
            String text = new String(Frames.write(push).content(), java.nio.charset.StandardCharsets.UTF_8);

            List<String> verdicts = Stream.of(
                            asker.post("/v1/streams/no-uuid/entries", Bytes.of("{}"), bearer),
                            asker.post(address, Bytes.of("no JSON"), bearer),
                            asker.post(address, Bytes.of("{}"), bearer),
                            asker.post(address, Bytes.of("no gzip"), withEncoding(bearer, "gzip")),
                            asker.post(address, Bytes.of("{}"), withEncoding(bearer, "br")),
                            asker.post(address, Bytes.of(new byte[Intake.BYTES_MAX + 1]), bearer),
                            asker.post(address, Frames.write(push)),
                            asker.post(address, Frames.write(push), Asker.bearer("x".repeat(43))),
                            asker.post(address, Frames.write(push), Asker.bearer(other.grant.token())),
                            asker.post(address, signedByOther, bearer),
                            asker.post(address, Bytes.of(text.replaceAll("\"signature\":\"..", "\"signature\":\"AA")), bearer))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("400 STREAM", "400 UNREADABLE", "400 UNREADABLE", "400 UNREADABLE", "415 ENCODING", "413 TOO_LARGE",
                    "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED"), verdicts);
        }
    }

    @Test
    void feedAndSnapshotAreAsDescribed() {
        try (Centre centre = Shops.start(CentreOn.SQLITE.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            String[] bearer = Asker.bearer(till.grant.token());
            till.pull();
            Answer part = asker.get("/v1/snapshot", bearer);
            String tag = part.headers().firstValue("ETag").orElseThrow().replace("\"", "");
            String cursor = tag.substring(0, 36) + ":1";

            List<String> verdicts = Stream.of(
                            part,
                            asker.get("/v1/snapshot?tag=" + tag, range(bearer, "bytes=10-19")),
                            asker.get("/v1/snapshot?tag=" + tag, range(bearer, "bytes=999999999-")),
                            asker.get("/v1/snapshot?tag=" + tag, range(bearer, "bytes=9-1")),
                            asker.get("/v1/snapshot?tag=NO", bearer),
                            asker.get("/v1/snapshot?tag=0-0", bearer),
                            asker.get("/v1/feed?cursor=" + cursor, bearer),
                            asker.get("/v1/feed?cursor=" + cursor + "&wait=1s", bearer),
                            asker.get("/v1/feed?cursor=nonsense", bearer),
                            asker.get("/v1/feed?wait=26", bearer),
                            asker.get("/v1/feed?cursor=00000000-0000-7000-8000-000000000000:1", bearer),
                            asker.get("/v1/feed"),
                            asker.get("/v1/snapshot"),
                            asker.get("/v1/status"))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("206", "206", "416 RANGE", "400 RANGE", "400 TAG", "410 TAG", "200", "200", "400 CURSOR", "400 WAIT",
                    "410 CURSOR", "401 UNAUTHORIZED", "401 UNAUTHORIZED", "401 UNAUTHORIZED"), verdicts);
        }
    }

    @Test
    void stockAndItsMovementsAreAsDescribed() {
        try (Centre centre = Shops.start(CentreOn.SQLITE.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            String[] bearer = Asker.bearer(till.grant.token());
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.sell("MUG1");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));

            Answer stock = asker.get("/v1/stock", bearer);
            Answer behind = asker.get("/v1/stock?afterStore=S1&afterSku=MUG1", bearer);
            Answer movements = asker.get("/v1/stock/MUG1/movements?store=S1", bearer);
            Answer next = asker.get("/v1/stock/MUG1/movements?store=S1&afterPlace=MAIN/AVAILABLE&afterLot=&afterNumber=1", bearer);
            List<String> refused = Stream.of(
                            asker.get("/v1/stock"),
                            asker.get("/v1/stock?asOf=yesterday", bearer),
                            asker.get("/v1/stock/MUG1/movements"),
                            asker.get("/v1/stock/NONE/movements?store=S1", bearer),
                            asker.get("/v1/stock/MUG1/movements?store=S1&afterNumber=x", bearer))
                    .map(Answer::verdict)
                    .toList();

            assertEquals("-2", stock.json().at("/stock/0/available").asText());
            assertEquals(0, behind.json().path("stock").size());
            assertEquals(List.of("-1", "-2"), List.of(
                    movements.json().at("/movements/0/balance").asText(), movements.json().at("/movements/1/balance").asText()));
            assertEquals("-2", next.json().at("/movements/0/balance").asText());
            assertEquals(List.of("401 UNAUTHORIZED", "400 TIME", "401 UNAUTHORIZED", "404 PRODUCT", "400 NUMBER"), refused);
        }
    }

    @Test
    void aTillThatIsTooOldToReadIsToldSoAndStillHandsOver() {
        try (Centre centre = Shops.start(CentreOn.SQLITE.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            String[] bearer = Asker.bearer(till.grant.token());
            till.pull();
            till.openShift();
            till.sell("MUG1");
            Push push = till.courier(till.link).next();
            String upload = "/v1/streams/" + push.before().stream() + "/entries";

            List<String> verdicts = Stream.of(
                            asker.get("/v1/feed", reading(bearer, "0")),
                            asker.get("/v1/snapshot", reading(bearer, "0")),
                            asker.get("/v1/feed", reading(bearer, "old")),
                            asker.get("/v1/snapshot", reading(bearer, "2")),
                            asker.get("/v1/snapshot", bearer),
                            asker.post(upload, Frames.write(push), reading(bearer, "0")))
                    .map(Answer::verdict)
                    .toList();

            assertEquals(List.of("426 UPDATE_NEEDED", "426 UPDATE_NEEDED", "400 FEED_VERSION", "206", "206", "200"), verdicts);
        }
    }

    private static String[] reading(String[] bearer, String version) {
        return new String[] {bearer[0], bearer[1], "Evertill-Feed", version};
    }

    private static Push behind(Push push, long seq, Hash hash) {
        return new Push(push.request(), push.terminal(), push.boot(), push.incarnationSeen(), push.sawHigher(), push.genesis(),
                new Position(push.before().stream(), seq, hash), push.head(), push.signature(), push.clock(), List.of());
    }

    private static String[] withEncoding(String[] bearer, String encoding) {
        return new String[] {bearer[0], bearer[1], "Content-Encoding", encoding};
    }

    private static String[] range(String[] bearer, String range) {
        return new String[] {bearer[0], bearer[1], "Range", range};
    }

    private static String verdict(MatchResult found) {
        if (found.group(4) != null) {
            return found.group(3) + " " + found.group(4);
        }
        return (found.group(1) == null ? "400" : found.group(1)) + " " + found.group(2);
    }

    private static List<String> sources() throws IOException {
        Path sources = Path.of(System.getProperty("basedir", ""), "src", "main", "java", "io", "evertill", "central");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> texts = files.filter(file -> file.toString().endsWith(".java")).map(OpenApiTest::text).toList();
            assertTrue(texts.size() > 20, "the sources are where the test looks: " + sources);
            return texts;
        }
    }

    private static String refusals() {
        Path sources = Path.of(System.getProperty("basedir", "")).resolveSibling("sync-core")
                .resolve(Path.of("src", "main", "java", "io", "evertill"));
        return text(sources.resolve("transfer/Transfer.java")) + text(sources.resolve("inventory/Transfers.java"))
                + text(sources.resolve("inventory/TransferFacts.java")) + text(sources.resolve("inventory/LotResolution.java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void references(JsonNode node, Set<String> found) {
        if (node.path("$ref").isTextual()) {
            found.add(node.path("$ref").textValue());
        }
        node.forEach(child -> references(child, found));
    }
}
