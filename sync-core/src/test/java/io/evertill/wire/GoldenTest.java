package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.entry.Entries;
import io.evertill.entry.Entry;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.stock.Chance;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped version of every body and of the wire, byte for byte.
///
/// A golden file is never edited and never deleted: tills in shops hold such bytes, and their hashes are in the chain. A
/// change of a schema is a new version with a new file; the old one stays readable here.
class GoldenTest {
    private static final int SEEDS = 400;
    /// SHA-256 of each file. A line may be added, never changed.
    private static final Map<String, String> SEALED = Map.ofEntries(
            Map.entry("adjustment-1.json", "89799ab967d83fa3a7a23bc50842c718b3a5a69874e779d841a37eefa421598c"),
            Map.entry("approval-1.json", "c94907473130ed1c47427d0d6d9938d1d4e6a353f37d9ace1054972f1285e564"),
            Map.entry("approval-1-prices.json", "de4951d7aad978e167303abc521612430c9175080daafb2266b6d201b939a406"),
            Map.entry("approval-2.json", "252775503021d22e86a4fb8def3d174a288f8a69b5bec3904a92002ad14e339c"),
            Map.entry("approval-2-price.json", "a11aa397ccb3270a792a353749ff189f94a90d0d40aae6b51f38f5aebdbf3d69"),
            Map.entry("approval-3-void.json", "ed192cfae4faabebdadd031146cbf88a260be7a434160d3ab6814eca59bb2c5d"),
            Map.entry("cash-1.json", "b46b0d642ff68cadc902164d9898f0a69f46c6b9812c80596117ba5ffcc0aacf"),
            Map.entry("chain.json", "31fee03e42920278ed90ae1fa7dc13afb72c7b298e9f29783695cbc3ed61cee9"),
            Map.entry("count-1.json", "32d7ac6a5c099e79e63499ef59c343a043b58e75fb2a8c5708f796968592a56d"),
            Map.entry("count-2.json", "d027acecb65be9310fc4fd265ea2bd8ed0d24df02c6db2e5687d6dc9a4cd2073"),
            Map.entry("count_adjustment-1.json", "b473421af9d4b15894cf931ca2580c18267fb191c38bc3447789eb260a57a886"),
            Map.entry("count_adjustment-2.json", "c67784f5d6cd6027ed46bcf8bfab281c9d1906b649a4ea8b7e05e5bbff8a26b8"),
            Map.entry("count_correction-1.json", "e53b97f06a88cc03a2e9209c4c4ed5a77d796922f593ec4f50984a43c2330df8"),
            Map.entry("count_decision-1.json", "9c55ed2b037753abf642588bc00ccc0e6305457d6b8e7819edfcc213b28b4a6b"),
            Map.entry("count_correction-2.json", "247bc81b3346deee690e26ace4d51155cb477b819f3dbb23952f0009c15e27dd"),
            Map.entry("payment_attempt-7.json", "5ba701f5e39ef64962a9562464a9f2bde99aa7e842337b5bd25287a35be53921"),
            Map.entry("payment_attempt-7-undone.json", "659d5834a3dc8b89d77494ef6591601edde53a63a61b2fd19f565bb583130834"),
            Map.entry("payment_attempt-7-kept.json", "984e620436afc35c3d5c2221d57965ff76cbcb2ce34eee901871239ad24a010b"),
            Map.entry("approval-5-card.json", "7a1fc1f663e1f77c3cd8fe7c2f0f37ed5e968b45636d8f08c36957dd1aaab889"),
            Map.entry("approval-4-card.json", "bb614a156ca172d778448968c0da8b1dc7832373420c58d6a416acf2dc0bc38e"),
            Map.entry("approval-3.json", "1adacbf82d870d40cf2e68a0aafcd287d66ac82d503e1115f082ba3dbe905b98"),
            Map.entry("sale-3.json", "fd9217e7eb8b7f1c33c62f0429266249035b1fdc66d049ca6b7b37f2b5d555a9"),
            Map.entry("sale-7.json", "1db7e9e00552a7a60399f4ecc942b7047a20c3e8929de1c87e938a3aea4cb993"),
            Map.entry("sale-8.json", "0f72c0a276b6df395f9cb7da6c4a98a12c50537abfe41dcd5c01a0d0d734269f"),
            Map.entry("void-5.json", "68e0f7ddab881e8f6106f46980d5226d30df3d56e896d02d962ddfc3c8b07441"),
            Map.entry("payment_attempt-6.json", "422c52e5e432ef4188f77d0c9d6502287780352b2fef65ea77988884e50cbdd3"),
            Map.entry("sale-4.json", "7ee5bfeff59ccc97413dac9a3c63a76ee765e3d7be1bfabb4ac46663eef40f5c"),
            Map.entry("sale-6.json", "3263ac863697d065a226b352e536261cb62ed135c8eb6e2b6af19b4143089d53"),
            Map.entry("sale-6-customer.json", "9ea6ff063221694a553a520e185aeeeab71921ad6e9a1845b05b2b4d81721ce7"),
            Map.entry("void-4.json", "ed98636f9434c4cc3fd9c17462aef9c75e7648bc92634b1ce8fd58d96e173fce"),
            Map.entry("payment_attempt-5.json", "81a4bd52df74868dc9d9a6124ee293181c9cd829923781c7c1c43c5e7df65907"),
            Map.entry("sale-5.json", "0a9e4ea3360db35685156be95f3d7dfbafe7896c97298efac01d717a5b01ea63"),
            Map.entry("void-3.json", "3f9dc31ed67cb472020242f6e4b5f7a9a641fbbfbb0662c52c13c6b6f6a29e07"),
            Map.entry("payment_attempt-4.json", "87e105a555027c5b542f1cdc904c2331a5c88f9e71665444972decf87281b274"),
            Map.entry("reprint-1.json", "a09df49197a520f290ef87bcea21cd27d4e02492a1105388485e168f2e9eac12"),
            Map.entry("gap-1.json", "d784726e364f65057d2734bf4369752765789974461e98dd785fa49b4c8102f0"),
            Map.entry("goods-1-relot.json", "abc9c156bbc428584d7373c32b4ebb70fa9239f914d71e64e67e1d72818365e8"),
            Map.entry("goods-1.json", "44adc57affc30052390680ca675ef99fd0bcc615352bcaab5cfc9b4349fcfdf4"),
            Map.entry("goods-2.json", "fdfac2630ebb88f057e660f659e4a758514552ad304001a38273cab9f1865139"),
            Map.entry("meta-bare.json", "e6d7ca83217f8b2bc67eb5137cf6447788468494badeac4065223323f6509ff8"),
            Map.entry("meta-keys.json", "5ff8292b6d4a5cb2fc554e0c820a4c85b8112dbd50ff884991d73eeff19a1f58"),
            Map.entry("meta.json", "bd0abce708102a081bb4cc75b3b34f3574e611b56dbca7794ad9ef0d3aba3daf"),
            Map.entry("no_sale-1.json", "00e645b01e472edf4555379d6b24e25e1d880aaf9da0d29e271c9e6b408dc818"),
            Map.entry("payment_attempt-1.json", "cb9731badca234276134b536fa9ec5e5a360dc723a2ca46110fabf05e06625d7"),
            Map.entry("product-1.json", "ca48843bba7b4459ef636b2a96bd18b8249dacad4021502aa5007eb07919854b"),
            Map.entry("receive-1.json", "f05d8041ca1107a24c45675c7bf3385c039b0346739be2c9a346e0005a5c75ab"),
            Map.entry("push-1-opaque.json", "acde07e7fcadd07288d85ada785bc8f325cd1042efd2b72622ba9225795dd254"),
            Map.entry("push-1.json", "4de4d35a435f5d51743bee116a667c40b4c42b6c6c95e776bf34ab9ad7457339"),
            Map.entry("reply-1.json", "0495fab63341e3a655e396c8095be71a544ee8a1097a9464cde06110a70a9118"),
            Map.entry("reply-1-twice.json", "2e7467eef14180ca4444ab498243fb17607972de85c637e5db0f7139d1c7cf68"),
            Map.entry("sale-1-return.json", "860fcc4666a48f0d5a4d2a1354c293ed6a1df1ea179a889ac083399f37993291"),
            Map.entry("sale-1.json", "ace450036354e560e60acf60fa9205e3e659e758dbae683e3d16d9182856c41a"),
            Map.entry("sale-2.json", "b793e15191bbe0037d6a32b4c34d130a646ccd7a99cd6cdde7b5340d26584f66"),
            Map.entry("void-2.json", "2324d9f64cb458071c5c9de5fa06ab535cd400c90872d491ca54873823e5b6c7"),
            Map.entry("payment_attempt-2.json", "ea875f4c0470ae0edad181f5501f5d0795804abe3a2b02932d7492f1fee49009"),
            Map.entry("payment_attempt-3.json", "41477f0f6a0e4dd8cff1fc975d774cc39ed90b9a5c178819bd3f28ab8b690382"),
            Map.entry("payment_attempt-3-open.json", "0c5f853ca5d3c07b49ab1046b3308b3214339e72c8e6c2e260c5b61bd8e6b3a4"),
            Map.entry("shift_close-1.json", "a4d5aadf565a836c23d0403694d0067268f8773a55a668d815052e7020c56b57"),
            Map.entry("shift_open-1.json", "307ef141e4b3f882ed8d394c00eef90ee0b0374e5a3d74a02b661c9622d4b83d"),
            Map.entry("shift_open-2.json", "d2130b6ee5f04220ce928bbb7af9172156d348447d26d93a4324aaff556b6e49"),
            Map.entry("shift_close-2.json", "3b33dfa5c31197c3f13ecf781397421c4407d4d1abe39c3b04c67d66266723b9"),
            Map.entry("approval-3-drawer.json", "6e9ab0f994d951bb827ca2737ce76f0578b8c2125a20ff79e6ad2fae004f5723"),
            Map.entry("approval-3-close.json", "e1f6982924d84caa53e380a929f9972827dc4f0500d7c75f66019963fb3a113e"),
            Map.entry("approval-3-figures.json", "d4bfba2819b175a56c5416692a080e2b8630163a15bd593991049a3414658736"),
            Map.entry("transfer-1.json", "634c8a7027b2449bc04879f0c8273a6f5b1121c39ebeada03ea4b0cd1bee81dc"),
            Map.entry("transfer-1-reversal.json", "bc97e5ca5101220dd76c373a0d6d4ffb2fd193b79da7342b61320718ae1be1ef"),
            Map.entry("sale-9.json", "012447a8ce87c4c7cae8ef2693528858dbdf78da8162d39e57083e519a59876f"),
            Map.entry("void-7.json", "cf4084e274613d93944a0bce592e6573b3a49c8056074168da667a65b38eeb2d"),
            Map.entry("approval-5.json", "3f95a39b45478c5359c3ced06c5424e38d68c8874555a0edd4a60622d942869d"),
            Map.entry("approval-5-sale.json", "b5c1bdb144d4f0501a2e6ba47185182f495412c06c5c90a28a1b8d4388c418b2"),
            Map.entry("approval-5-cash.json", "c5cedac53dfd1cd7d1dcea78f6818965eb9c2608a0660284e19914357b137705"),
            Map.entry("void-6.json", "a967c5b2af3ba7c29a3124be1322b32a4d0e8a9d382b085ee0e5d002d0f4d080"),
            Map.entry("void-1-unpaid.json", "3f0231174da65c62d0475ee0b9bd41b69d7c1c92ce85c436d9874fb0fc9f9182"),
            Map.entry("void-1.json", "db8ae6ec5f88ca881fd715dabbb70fb2f07b0ac5ea9d2738f0bf2582194950cb"));

    static Set<String> bodies() {
        return Samples.all().keySet();
    }

    @Test
    void noGoldenFileWasEverEdited() throws IOException, URISyntaxException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(GoldenTest.class.getResource("golden").toURI()))) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Hash.sha256(Files.readAllBytes(file)).toString());
            }
        }

        assertEquals(new TreeMap<>(SEALED), found);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyIsWrittenAsItAlwaysWas(String file) throws IOException {
        Entry entry = Samples.all().get(file);

        Bodies.Written written = Bodies.write(entry);

        assertEquals(golden(file).text(), written.body().text());
        assertEquals(schema(file), written.schema());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyIsReadAsItAlwaysWas(String file) throws IOException {
        assertEquals(new Bodies.Reading.Understood(Samples.all().get(file)), Bodies.read(schema(file), golden(file)));
    }

    @Test
    void metasAreWrittenAndReadAsTheyAlwaysWere() throws IOException {
        assertEquals(golden("meta.json").text(), Metas.write(Samples.meta()).text());
        assertEquals(golden("meta-bare.json").text(), Metas.write(Samples.bareMeta()).text());
        assertEquals(golden("meta-keys.json").text(), Metas.write(Samples.keyedMeta()).text());
        assertEquals(Samples.meta(), Metas.read(golden("meta.json")));
        assertEquals(Samples.bareMeta(), Metas.read(golden("meta-bare.json")));
        assertEquals(Samples.keyedMeta(), Metas.read(golden("meta-keys.json")));
    }

    @Test
    void everySchemaHasAGoldenFile() {
        Set<String> schemas = new TreeSet<>();
        for (int kind = 0; kind < Entries.KINDS; kind++) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                schemas.add(Bodies.write(Entries.entry(new Chance(seed), kind)).schema());
            }
        }

        assertEquals(schemas, new TreeSet<>(bodies().stream().map(GoldenTest::schema).toList()));
    }

    @Test
    void streamsBeginAsTheyAlwaysDid() throws IOException {
        JsonNode vectors = Json.parse(golden("chain.json").content());

        assertTrue(vectors.get("genesis").size() >= 3);
        for (JsonNode vector : vectors.get("genesis")) {
            assertEquals(Hash.parse(vector.get("hash").textValue()), genesis(vector).position().hash(), vector.toString());
        }
    }

    @Test
    void postingsAreChainedAsTheyAlwaysWere() throws IOException {
        JsonNode vectors = Json.parse(golden("chain.json").content());

        assertTrue(vectors.get("postings").size() >= 3);
        Position head = genesis(vectors.get("genesis").get(0)).position();
        for (JsonNode vector : vectors.get("postings")) {
            Fact fact = new Fact(
                    EntryId.parse(vector.get("entryId").textValue()),
                    Bytes.of(vector.get("meta").textValue()),
                    Bytes.of(vector.get("body").textValue()));
            Position after = new Position(
                    head.stream(), vector.get("seq").longValue(), Hash.parse(vector.get("hash").textValue()));

            assertEquals(new Posting(after, fact), Chain.next(head, fact));
            assertTrue(Chain.follows(head, new Posting(after, fact)));
            head = after;
        }
    }

    private static Genesis genesis(JsonNode vector) {
        Optional<Position> parent = Optional.ofNullable(vector.get("parentStream"))
                .map(stream -> new Position(
                        StreamId.parse(stream.textValue()),
                        vector.get("parentSeq").longValue(),
                        Hash.parse(vector.get("parentHash").textValue())));
        return new Genesis(vector.get("terminal").textValue(), StreamId.parse(vector.get("stream").textValue()), parent);
    }

    /// `payment_attempt-1-late.json` holds a `payment_attempt/1`.
    private static String schema(String file) {
        return file.replaceFirst("([a-z_]+)-([0-9]+).*", "$1/$2");
    }

    private static Bytes golden(String file) throws IOException {
        try (InputStream stream = GoldenTest.class.getResourceAsStream("golden/" + file)) {
            return Bytes.of(stream.readAllBytes());
        }
    }
}
