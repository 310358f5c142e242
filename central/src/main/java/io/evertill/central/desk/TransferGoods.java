package io.evertill.central.desk;

import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Load;
import io.evertill.wire.TransferForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goods as a person types them: `SKU=3+1,lot=L,serial=S,was-lot=L`.
///
/// @param good how much in good order, as text
/// @param damaged how much damaged, as text
/// @param more lot, serial and was-lot
public record TransferGoods(String sku, String good, String damaged, Map<String, String> more) {
    private static final Pattern FORM = Pattern.compile("(.+?)=([0-9.]+)(?:\\+([0-9.]+))?((?:,[a-z-]+=[^,]*)*)");
    private static final Set<String> MORE = Set.of("lot", "serial", "was-lot");

    public TransferGoods {
        more = Map.copyOf(more);
    }

    /// Reads what a person typed.
    ///
    /// @throws Refusal when it names no goods
    public static List<TransferGoods> parse(List<String> texts) {
        return texts.stream().map(TransferGoods::parse).toList();
    }

    /// The goods of a form.
    public static List<TransferGoods> of(List<TransferForms.Goods> forms) {
        return forms.stream().map(form -> {
            Map<String, String> more = new LinkedHashMap<>();
            form.lot().ifPresent(lot -> more.put("lot", lot));
            form.serial().ifPresent(serial -> more.put("serial", serial));
            form.wasLot().ifPresent(lot -> more.put("was-lot", lot));
            return new TransferGoods(form.sku(), form.quantity(), form.damaged(), more);
        }).toList();
    }

    private static TransferGoods parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new Refusal(Refusal.Kind.USAGE, "Write goods as SKU=3 or SKU=3+1,lot=L,serial=S, not '" + text + "'.");
        }
        Map<String, String> more = new LinkedHashMap<>();
        for (String each : form.group(4).split(",", -1)) {
            if (!each.isEmpty()) {
                int equals = each.indexOf('=');
                more.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        if (!MORE.containsAll(more.keySet())) {
            throw new Refusal(Refusal.Kind.USAGE, "Goods have lot, serial and was-lot, not " + more.keySet() + ".");
        }
        return new TransferGoods(form.group(1), form.group(2), Optional.ofNullable(form.group(3)).orElse("0"), more);
    }

    /// How much of each product, for a request.
    public static Map<ProductId, Long> quantities(Tx tx, List<TransferGoods> named) {
        Map<ProductId, Long> quantities = new TreeMap<>();
        for (TransferGoods goods : named) {
            Item item = goods.item(tx);
            long quantity = goods.quantity(goods.good(), item).tenThousandths();
            if (quantity == 0 || !goods.damaged().equals("0") || !goods.more().isEmpty()
                    || quantities.put(item.product(), quantity) != null) {
                throw new Refusal(Refusal.Kind.USAGE, "A request names each product once, with no more than a quantity: "
                        + goods.sku() + ".");
            }
        }
        return quantities;
    }

    /// The loads of a fact, numbered from 1.
    public static List<Load> loads(Tx tx, List<TransferGoods> named, String reason) {
        List<Load> loads = new ArrayList<>();
        for (TransferGoods goods : named) {
            Item item = goods.item(tx);
            try {
                loads.add(new Load(loads.size() + 1, item, goods.quantity(goods.good(), item), goods.quantity(goods.damaged(), item),
                        goods.tracking("was-lot"), goods.tracking("lot"), reason));
            } catch (IllegalArgumentException e) {
                throw new Refusal(Refusal.Kind.USAGE, goods.sku() + " cannot be handled so: " + e.getMessage() + ".");
            }
        }
        return loads;
    }

    private Tracking tracking(String lot) {
        return new Tracking(more.getOrDefault(lot, more.getOrDefault("lot", "")), more.getOrDefault("serial", ""));
    }

    private Quantity quantity(String amount, Item item) {
        try {
            return Quantity.parse(amount, item.unit());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, amount + " of " + sku + " is no quantity: " + e.getMessage() + ".");
        }
    }

    private Item item(Tx tx) {
        Item item = Articles.item(tx, sku);
        if (item.kind() != Product.Kind.GOODS) {
            throw new Refusal(Refusal.Kind.USAGE, sku + " is no goods and cannot be sent.");
        }
        return item;
    }
}
