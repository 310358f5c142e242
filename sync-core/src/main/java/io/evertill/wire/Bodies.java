package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.entry.ShiftEntry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Wording;
import java.time.DateTimeException;

/// Entries to bytes, once, and back from every version ever shipped.
public final class Bodies {
    private static final int CAUSE_LENGTH_MAX = 300;

    private Bodies() {}

    /// An entry's body and the schema that it is written in.
    public record Written(String schema, Bytes body) {}

    /// What reading a body gave.
    public sealed interface Reading {
        /// It is an entry that this program understands.
        record Understood(Entry entry) implements Reading {}

        /// It is not.
        ///
        /// @param code `UNKNOWN_SCHEMA` for a format from elsewhere or a later version, `UNREADABLE` for a known one with a
        ///     mistake
        /// @param cause one sentence for a person
        record Unread(String code, String cause) implements Reading {}
    }

    /// Writes an entry in the oldest version of its schema that can say all of it.
    public static Written write(Entry entry) {
        return switch (entry) {
            case TillEntry.Sold sold -> written(SaleBody.schema(sold.sale()), SaleBody.write(sold));
            case TillEntry.Voided voided -> written(SaleBody.schema(voided), SaleBody.write(voided));
            case TillEntry.PaymentAttempted attempted -> written(SaleBody.schema(attempted), SaleBody.write(attempted));
            case StockEntry.Adjusted adjusted -> written("adjustment/1", StockBody.write(adjusted));
            case StockEntry.Received received -> written("receive/1", StockBody.write(received));
            case StockEntry.GoodsMoved moved -> written(GoodsBody.isCosted(moved) ? "goods/2" : "goods/1", GoodsBody.write(moved));
            case CountEntry.Counted counted -> written(
                    CountBody.isByPiece(counted) ? "count/2" : "count/1", CountBody.write(counted));
            case CountEntry.CountAdjusted adjusted -> written(
                    adjusted.pieces().isPresent() ? "count_adjustment/2" : "count_adjustment/1", CountBody.write(adjusted));
            case CountEntry.CountRuled ruled -> written("count_decision/1", CountBody.write(ruled));
            case CountEntry.CountCorrected corrected -> written(
                    corrected.goods().isPiece() ? "count_correction/2" : "count_correction/1", CountBody.write(corrected));
            case StockEntry.Transferred transferred -> written("transfer/1", TransferBody.write(transferred));
            case TillEntry.ProductMet met -> written("product/1", StockBody.write(met));
            case ShiftEntry.ShiftOpened opened -> written(
                    opened.counted().isPresent() ? "shift_open/2" : "shift_open/1", ShiftBody.write(opened));
            case ShiftEntry.ShiftClosed closed -> written(
                    closed.seal().isPresent() ? "shift_close/2" : "shift_close/1", ShiftBody.write(closed));
            case ShiftEntry.CashMoved moved -> written("cash/1", ShiftBody.write(moved));
            case ShiftEntry.DrawerOpened opened -> written("no_sale/1", ShiftBody.write(opened));
            case TillEntry.Approved approved -> written(ApprovalBody.schema(approved.consent()), ApprovalBody.write(approved));
            case TillEntry.Copied copied -> written("reprint/1", CopyBody.write(copied));
            case TillEntry.HistoryMissed missed -> written("gap/1", GapBody.write(missed));
        };
    }

    /// Reads a body. Total: bytes that cannot be read are an answer, not an error.
    public static Reading read(String schema, Bytes body) {
        try {
            Fields fields = Fields.of(Json.parse(body.content()));
            return switch (schema) {
                case "sale/1", "sale/2", "sale/3", "sale/4", "sale/5", "sale/6", "sale/7", "sale/8", "sale/9" ->
                    new Reading.Understood(SaleBody.sold(fields));
                case "void/1", "void/2", "void/3", "void/4", "void/5", "void/6", "void/7" ->
                    new Reading.Understood(SaleBody.voided(fields));
                case "payment_attempt/1", "payment_attempt/2", "payment_attempt/3", "payment_attempt/4", "payment_attempt/5",
                     "payment_attempt/6", "payment_attempt/7" ->
                    new Reading.Understood(SaleBody.attempted(fields));
                case "adjustment/1" -> new Reading.Understood(StockBody.adjusted(fields));
                case "receive/1" -> new Reading.Understood(StockBody.received(fields));
                case "goods/1", "goods/2" -> new Reading.Understood(GoodsBody.moved(fields));
                case "count/1", "count/2" -> new Reading.Understood(CountBody.counted(fields));
                case "count_adjustment/1", "count_adjustment/2" -> new Reading.Understood(CountBody.adjusted(fields));
                case "count_correction/1", "count_correction/2" -> new Reading.Understood(CountBody.corrected(fields));
                case "count_decision/1" -> new Reading.Understood(CountBody.ruled(fields));
                case "transfer/1" -> new Reading.Understood(TransferBody.transferred(fields));
                case "product/1" -> new Reading.Understood(StockBody.productMet(fields));
                case "shift_open/1", "shift_open/2" -> new Reading.Understood(ShiftBody.opened(fields));
                case "shift_close/1", "shift_close/2" -> new Reading.Understood(ShiftBody.closed(fields));
                case "cash/1" -> new Reading.Understood(ShiftBody.moved(fields));
                case "no_sale/1" -> new Reading.Understood(ShiftBody.drawerOpened(fields));
                case "approval/1", "approval/2", "approval/3", "approval/4", "approval/5" ->
                    new Reading.Understood(ApprovalBody.approved(fields));
                case "reprint/1" -> new Reading.Understood(CopyBody.copied(fields));
                case "gap/1" -> new Reading.Understood(GapBody.missed(fields));
                case String other -> new Reading.Unread(
                        "UNKNOWN_SCHEMA",
                        "This centre does not know entries of the form " + Wording.brief(other, CAUSE_LENGTH_MAX));
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            String why = Wording.brief(String.valueOf(e.getMessage()), CAUSE_LENGTH_MAX);
            return new Reading.Unread("UNREADABLE", "The entry is no valid " + schema + ": " + why);
        }
    }

    private static Written written(String schema, ObjectNode body) {
        return new Written(schema, Json.canonical(body));
    }
}
