package io.evertill.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.feed.Pull;
import io.evertill.outbox.Shop;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void movementsAndLevelsAreSignedPlainDecimals(CentreOn on) {
        try (Shop shop = sold(on)) {
            List<String> movements = lines(Export.What.MOVEMENTS, Export.Format.CSV, shop);
            List<String> levels = lines(Export.What.LEVELS, Export.Format.CSV, shop);

            assertEquals("entry_id,line,sku,branch,place,type,qty,lot,serial,ref,actor,occurred_at,recorded_at,ref_type,ref_line,"
                    + "counterpart,reason,product,key_seq,stream,seq,unit_cost,cost_currency", movements.getFirst());
            assertEquals(List.of("MUG1,S1,MAIN/AVAILABLE,SALE,-1,,", "MUG2,S1,MAIN/AVAILABLE,SALE,-2,,"),
                    movements.stream().skip(1).map(line -> cells(line, 2, 9)).sorted().toList());
            assertEquals(List.of("S1,MAIN/AVAILABLE,MUG1,,-1,1", "S1,MAIN/AVAILABLE,MUG2,,-2,1"),
                    levels.stream().skip(1).map(line -> cells(line, 0, 6)).sorted().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void salesAreTheSameAtTillAndCentre(CentreOn on) {
        try (Shop shop = sold(on)) {
            StringWriter till = new StringWriter();
            long rows = Export.till(shop.till, Export.What.SALES, Export.Format.CSV, till);

            List<String> centre = lines(Export.What.SALES, Export.Format.CSV, shop);

            assertEquals(1, rows);
            assertEquals(cells(till.toString().lines().toList().get(1), 0, 5), cells(centre.get(1), 0, 5));
            assertEquals(cells(till.toString().lines().toList().get(1), 6, 13), cells(centre.get(1), 6, 13));
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesCarryTheirExactBytes(CentreOn on) {
        try (Shop shop = sold(on)) {
            StringWriter till = new StringWriter();
            Export.till(shop.till, Export.What.ENTRIES, Export.Format.NDJSON, till);

            List<String> centre = lines(Export.What.ENTRIES, Export.Format.NDJSON, shop);

            String recordedAt = "\"recorded_at\":\"[^\"]*\"";
            assertEquals(till.toString().lines().map(line -> line.replaceAll(recordedAt, "")).toList(),
                    centre.stream().map(line -> line.replaceAll(recordedAt, "")).toList());
            assertEquals(2, centre.size());
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsDefused() {
        List<String> texts = List.of("=1+1", "+1", "-1", "@a", "a,b", "say \"hi\"", "two\nlines", "=a,b", "", "plain");

        List<String> cells = texts.stream().map(Sheet::quoted).toList();

        assertEquals(List.of("'=1+1", "'+1", "'-1", "'@a", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "\"'=a,b\"", "",
                "plain"), cells);
    }

    private Shop sold(CentreOn on) {
        AtomicReference<InstantSource> clock = new AtomicReference<>(InstantSource.system());
        Shop shop = new Shop(folder, on.open(folder, () -> clock.get().instant()));
        clock.set(shop.clock());
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
        shop.openShift();
        shop.sell("MUG1", "MUG2", "MUG2");
        shop.courier(shop.link()).round();
        shop.applyAll();
        return shop;
    }

    private static List<String> lines(Export.What what, Export.Format format, Shop shop) {
        StringWriter out = new StringWriter();
        Export.centre(shop.centre, what, format, out);
        return out.toString().lines().toList();
    }

    private static String cells(String line, int from, int to) {
        return Arrays.stream(line.split(",", -1)).skip(from).limit(to - from).collect(Collectors.joining(","));
    }
}
