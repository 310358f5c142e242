package io.evertill.transfer;

import io.evertill.product.ProductId;
import io.evertill.stock.Tracking;
import java.util.Comparator;

/// Goods of a transfer that are accounted for together: of one product, batch and number.
public record Consigned(ProductId product, Tracking tracking) implements Comparable<Consigned> {
    private static final Comparator<Consigned> ORDER = Comparator.comparing(Consigned::product)
            .thenComparing(each -> each.tracking().lot())
            .thenComparing(each -> each.tracking().serial());

    @Override
    public int compareTo(Consigned other) {
        return ORDER.compare(this, other);
    }
}
