package io.evertill.till;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A till in the middle of something, for tests of the window: one of those that [ScanFirewallTest] names.
public final class Moment {
    private final ScanFirewallTest.Scene scene;

    private Moment(ScanFirewallTest.Scene scene) {
        this.scene = scene;
    }

    /// One of every [Activity], and of a till with other equipment or staff another.
    public static List<Moment> all() {
        Map<String, Moment> last = new LinkedHashMap<>();
        ScanFirewallTest.scenes().forEach(scene -> last.put(scene.activity() + " " + scene.kind(), new Moment(scene)));
        return List.copyOf(last.values());
    }

    /// A till that has come to it.
    ///
    /// @param late what it is not told yet
    public record Open(Shop shop, TillState state, List<TillEvent> late, Sheet sheet) {
        /// The same till without a window, to which whole codes come at once, and what it waits for behind them.
        public TillState scanned(List<String> codes) {
            sheet.tell(codes.stream().map(TillEvent.Scanned::new).toArray(TillEvent[]::new));
            return sheet.state();
        }

        /// What it waited for is answered.
        public TillState answered() {
            late.forEach(sheet::tell);
            return sheet.state();
        }
    }

    /// Comes to it once more, in a shop of its own.
    public Open open() {
        Shop shop = scene.shop();
        Sheet sheet = scene.sheet(shop);
        return new Open(shop, sheet.state(), sheet.takeKeptBack(), sheet);
    }

    @Override
    public String toString() {
        return scene.toString();
    }
}
