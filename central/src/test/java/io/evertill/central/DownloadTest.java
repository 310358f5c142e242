package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.central.office.Settings;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.wire.StreamPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A till reads back what it handed over.
class DownloadTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTillGetsItsOwnEntriesBackByteForBytePageByPage(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            List<Posting> recorded = sell(till);
            StreamId stream = recorded.getFirst().position().stream();
            String[] bearer = Asker.bearer(till.grant.token());

            List<Posting> read = new ArrayList<>();
            StreamPage page = page(asker, stream, "?limit=2", bearer);
            while (!page.postings().isEmpty()) {
                read.addAll(page.postings());
                page = page(asker, stream, "?limit=2&from=" + (read.size() + 1), bearer);
            }

            assertEquals(recorded, read);
            assertEquals(recorded.getLast().position(), page.accepted());
            assertEquals(recorded, page(asker, stream, "", bearer).postings());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherTillsStreamIsNoneAndARevokedTillReadsNothing(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill till = Shops.till(centre, folder, "T1");
                ShopTill other = Shops.till(centre, folder, "T2");
                Asker asker = new Asker(centre)) {
            String path = path(sell(till).getFirst().position().stream());
            String[] bearer = Asker.bearer(till.grant.token());

            List<String> answers = new ArrayList<>(List.of(
                    asker.get(path).verdict(),
                    asker.get(path, Asker.bearer(other.grant.token())).verdict(),
                    asker.get("/v1/streams/none/entries", bearer).verdict(),
                    asker.get(path + "?from=0", bearer).verdict(),
                    asker.get(path + "?limit=101", bearer).verdict()));
            Ended.of(Shops.command(settings, "revoke", "--store", "S1", "--till", "T1"));
            answers.add(asker.get(path, bearer).verdict());

            assertEquals(List.of("401 UNAUTHORIZED", "404 STREAM", "400 STREAM", "400 RANGE", "400 RANGE", "403 REVOKED"), answers);
        }
    }

    private static List<Posting> sell(ShopTill till) {
        till.pull();
        till.openShift();
        till.sell("MUG1");
        till.sell("MUG2");
        till.deliver();
        List<Posting> recorded = new ArrayList<>();
        till.db.read(tx -> {
            tx.postings().each("S1", tx.streams().open().orElseThrow().id(), stored -> recorded.add(stored.posting()));
            return tx;
        });
        return recorded;
    }

    private static StreamPage page(Asker asker, StreamId stream, String query, String... bearer) {
        return StreamPage.read(asker.get(path(stream) + query, bearer).body().content());
    }

    private static String path(StreamId stream) {
        return "/v1/streams/" + stream + "/entries";
    }
}
