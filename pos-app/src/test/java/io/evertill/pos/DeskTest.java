package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.availability.Figure;
import io.evertill.db.CommitUnknown;
import io.evertill.db.FedRows;
import io.evertill.db.StorageFailure;
import io.evertill.device.CodePage;
import io.evertill.device.EscPos;
import io.evertill.device.FileDrawer;
import io.evertill.device.FilePrinter;
import io.evertill.device.Speaker;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.till.TillEffect;
import io.evertill.till.TillEvent;
import io.evertill.till.Trouble;
import io.evertill.wire.Json;
import io.evertill.wire.StockRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskTest {
    private static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final TillEffect UNASKED = new TillEffect.OpenDrawer();
    private static final TillEffect ASKED = new TillEffect.LookUp(7, "MILK");

    @Test
    void aDiskThatIsFullAtTheCommitIsAFullDiskToTheCashier() {
        TillEvent heard = failed(UNASKED, new CommitUnknown(StorageFailure.Kind.DISK_FULL, new IllegalStateException()));

        assertEquals(new TillEvent.DeviceFailed(Trouble.DISK_FULL, ""), heard);
    }

    @Test
    void whoAskedHearsWhatTheDiskSays() {
        StorageFailure broken = new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "The disk does not answer.");

        assertEquals(new TillEvent.Failed(7, Trouble.STORAGE, "The disk does not answer."), failed(ASKED, broken));
    }

    @Test
    void aDefectIsNoTroubleWithTheDisk() {
        assertThrows(CompletionException.class, () -> failed(UNASKED, new IllegalStateException()));
    }

    /// What is scanned is on the counter, so only what people choose from says how much there is.
    @Test
    void whatIsFoundSaysHowMuchThereIsAsFarAsThisTillKnows(@TempDir Path folder) {
        Product mug = product("MUG1");
        Product jug = product("MUG2");
        List<TillEvent> heard = new ArrayList<>();
        try (TillProcess till = alone(folder)) {
            till.database().run(tx -> {
                tx.terms().put(VAT, Optional.empty());
                tx.catalogue().put(mug, Optional.empty());
                tx.catalogue().put(jug, Optional.empty());
                tx.fed().put("level", new FedRows.Fed(mug.id().toString(), Json.canonical(StockRows.figure(
                        new Figure(mug.id(), -7 * Quantity.ONE, Instant.EPOCH, Map.of())))), Optional.of(mug.id()), 1);
            });
            Desk desk = new Desk(till, (_, _, _) -> {
                throw new AssertionError("nothing is printed");
            }, new Station.Devices(new FilePrinter(folder, new EscPos(CodePage.WESTERN)), new FileDrawer(folder), Speaker.SILENT));

            desk.take(new TillEffect.Search(1, "MUG"), heard::add);
        }

        TillEvent.Results results = assertInstanceOf(TillEvent.Results.class, heard.getFirst());
        assertEquals(List.of(Optional.of(Quantity.of(-7, Unit.EACH)), Optional.empty()),
                results.articles().stream().map(article -> article.onHand()).toList());
    }

    private static Product product(String sku) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "Mug " + sku, Unit.EACH, Product.Kind.GOODS, VAT.code(),
                UnitPrice.parse("2.50", Currency.getInstance("EUR")), List.of());
    }

    private static TillProcess alone(Path folder) {
        Machine machine = Machine.real();
        try (DataFolder held = DataFolderTest.opened(folder)) {
            new Enrolling(held, machine).alone("S1", "T1");
        }
        return assertInstanceOf(TillProcess.Opening.Opened.class,
                TillProcess.open(DataFolderTest.opened(folder), Settings.in(folder), machine, _ -> {})).till();
    }

    private static TillEvent failed(TillEffect effect, RuntimeException cause) {
        return Desk.failed(effect, new CompletionException(cause));
    }
}
