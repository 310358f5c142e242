package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Tx;
import io.evertill.inventory.Dossier;
import io.evertill.product.ProductId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Consigned;
import io.evertill.transfer.Figures;
import io.evertill.transfer.Route;
import io.evertill.transfer.Transfer;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person and a program read of a transfer.
public final class TransferText {
    private final Tx tx;
    private final Dossier dossier;
    private final Transfer transfer;

    public TransferText(Tx tx, Dossier dossier) {
        this.tx = tx;
        this.dossier = dossier;
        this.transfer = dossier.transfer();
    }

    /// One line about the whole.
    public String line() {
        List<String> words = new ArrayList<>();
        transfer.transit().forEach((goods, balance) -> words.add(text(balance) + " " + name(goods)
                + Optional.ofNullable(transfer.flags().get(goods)).map(flag -> " " + flag).orElse("")));
        return transfer.id() + "  " + route() + "  " + transfer.state()
                + (words.isEmpty() ? "" : "  on the way: " + String.join(", ", words) + ", since " + dossier.since());
    }

    /// Everything.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(line()));
        dossier.expectedAt().ifPresent(at -> lines.add("    expected " + at));
        transfer.requested().forEach((product, requested) -> lines.add("    " + sku(product) + ": asked for " + text(requested)
                + Optional.ofNullable(transfer.approved().get(product)).map(approved -> ", approved " + text(approved)).orElse("")));
        transfer.figures().forEach((goods, figures) -> lines.add("    " + name(goods) + ": " + figures(figures)));
        lines.addAll(lots());
        dossier.steps().forEach(step -> lines.add("    " + step.at() + "  " + step.step() + " by " + step.by()
                + (step.note().isEmpty() ? "" : ": " + step.note())));
        dossier.facts().forEach(handled -> lines.add("    " + handled.fact().occurredAt() + "  " + handled.entry().action() + " at "
                + handled.entry().branch() + " by " + handled.entry().by().name() + ", document " + handled.fact().document()));
        return lines;
    }

    /// Which batches it should take, a line a product: what nobody said of it.
    public List<String> lots() {
        return new TransferLots(tx, dossier).lines();
    }

    /// Everything, for a program.
    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("id", transfer.id().text())
                .put("source", transfer.route().map(Route::source).orElse(""))
                .put("target", transfer.route().map(Route::target).orElse(""))
                .put("state", transfer.state().name())
                .put("since", dossier.since().toString());
        dossier.expectedAt().ifPresent(at -> node.put("expectedAt", at.toString()));
        ArrayNode wanted = node.putArray("wanted");
        transfer.requested().forEach((product, requested) -> wanted.addObject()
                .put("sku", sku(product))
                .put("requested", text(requested))
                .put("approved", text(transfer.approved().getOrDefault(product, 0L))));
        ArrayNode goods = node.putArray("goods");
        transfer.figures().forEach((each, figures) -> {
            ObjectNode row = goods.addObject()
                    .put("sku", sku(each.product()))
                    .put("lot", each.tracking().lot())
                    .put("serial", each.tracking().serial())
                    .put("dispatched", text(figures.dispatched()))
                    .put("corrected", text(figures.corrected()))
                    .put("good", text(figures.good()))
                    .put("damaged", text(figures.damaged()))
                    .put("returned", text(figures.returned()))
                    .put("lost", text(figures.lost()))
                    .put("gained", text(figures.gained()))
                    .put("transit", text(figures.transit()));
            Optional.ofNullable(transfer.flags().get(each)).ifPresent(flag -> row.put("flag", flag.name()));
        });
        new TransferLots(tx, dossier).put(node.putArray("take"));
        ArrayNode steps = node.putArray("steps");
        dossier.steps().forEach(step -> steps.addObject()
                .put("step", step.step().name())
                .put("at", step.at().toString())
                .put("by", step.by())
                .put("note", step.note()));
        ArrayNode facts = node.putArray("facts");
        dossier.facts().forEach(handled -> facts.addObject()
                .put("action", handled.entry().action().name())
                .put("store", handled.entry().branch())
                .put("document", handled.fact().document())
                .put("entryId", handled.fact().entry().toString())
                .put("occurredAt", handled.fact().occurredAt().toString())
                .put("by", handled.entry().by().name()));
        return node;
    }

    private String route() {
        return transfer.route().map(Route::toString).orElse("");
    }

    private static String figures(Figures figures) {
        return "dispatched " + text(figures.dispatched()) + ", corrected " + text(figures.corrected()) + ", good "
                + text(figures.good()) + ", damaged " + text(figures.damaged()) + ", returned " + text(figures.returned())
                + ", lost " + text(figures.lost()) + ", gained " + text(figures.gained()) + ", on the way " + text(figures.transit());
    }

    private String name(Consigned goods) {
        return sku(goods.product())
                + (goods.tracking().lot().isEmpty() ? "" : " lot " + goods.tracking().lot())
                + (goods.tracking().serial().isEmpty() ? "" : " serial " + goods.tracking().serial());
    }

    private String sku(ProductId product) {
        return tx.definitions().product(product)
                .map(definition -> Rows.product(Json.parse(definition.content())).sku().code())
                .orElseGet(product::toString);
    }

    private static String text(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
