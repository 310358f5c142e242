package io.evertill.wire;

import io.evertill.transfer.Action;
import io.evertill.transfer.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How people ask for something about a transfer over HTTP. Quantities are text, because their unit is known only with the
/// product. Who asks is no part of a form.
public final class TransferForms {
    /// The most kinds of goods in one form.
    public static final int GOODS_MAX = 500;

    private TransferForms() {}

    /// Some of a product.
    ///
    /// @param quantity how much in good order
    /// @param damaged how much damaged
    /// @param wasLot the batch that it was on the way as; empty for the same
    public record Goods(
            String sku, String quantity, String damaged, Optional<String> lot, Optional<String> serial, Optional<String> wasLot) {
        private static Goods read(Fields fields) {
            return new Goods(fields.text("sku"), fields.text("quantity"), fields.findText("damaged").orElse("0"),
                    fields.findText("lot"), fields.findText("serial"), fields.findText("wasLot"));
        }
    }

    /// A store asks another for goods.
    ///
    /// @param id what the transfer is called: the same request again changes nothing
    public record Requested(
            String id, String source, String target, List<Goods> goods, String note, Optional<Instant> expectedAt) {
        /// Copies the list.
        public Requested {
            goods = List.copyOf(goods);
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Requested read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Requested(fields.text("id"), fields.text("source"), fields.text("target"), list(fields),
                    fields.findText("note").orElse(""), fields.findMoment("expectedAt"));
        }
    }

    /// A step that can be refused.
    ///
    /// @param goods what is agreed to; none for everything, and for other steps
    public record Stepped(Step step, List<Goods> goods, String note) {
        /// Copies the list.
        public Stepped {
            goods = List.copyOf(goods);
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Stepped read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Stepped(fields.choice("step", Step.class), list(fields), fields.findText("note").orElse(""));
        }
    }

    /// What was done with goods.
    ///
    /// @param document the paper that says so: it counts once for each action
    /// @param reason why goods were lost
    /// @param store the store that says so, where both can
    /// @param source where the goods came from, for a transfer that the centre does not know yet
    /// @param target where they go, for the same
    public record Handled(
            Action action, String document, List<Goods> goods, String reason, Optional<String> store, Optional<String> source,
            Optional<String> target) {
        /// Copies the list.
        public Handled {
            goods = List.copyOf(goods);
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Handled read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Handled(fields.choice("action", Action.class), fields.text("document"), list(fields),
                    fields.findText("reason").orElse(""), fields.findText("store"), fields.findText("source"),
                    fields.findText("target"));
        }
    }

    private static List<Goods> list(Fields fields) {
        return fields.has("goods") ? fields.list("goods", GOODS_MAX, Goods::read) : List.of();
    }
}
