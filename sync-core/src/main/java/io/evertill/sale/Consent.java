package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// What a supervisor agreed to at the counter: one act, and no more than it says.
public sealed interface Consent {
    /// More of a product is sold than should be there.
    ///
    /// @param wanted up to how much, of all lines of the sale, above zero
    /// @param known how much could be sold, as far as the till knew; below zero when more was promised than is there
    /// @param asOf when that was so, by the till's clock, to the microsecond
    record BeyondStock(ProductId product, Quantity wanted, Quantity known, Instant asOf) implements Consent {
        /// Refuses what needs no consent.
        public BeyondStock {
            asOf = asOf.truncatedTo(ChronoUnit.MICROS);
            if (!wanted.isPositive() || !wanted.unit().equals(known.unit()) || wanted.compareTo(known) <= 0) {
                throw new IllegalArgumentException("nobody has to agree to " + wanted + " where there are " + known);
            }
        }
    }

    /// Goods are sold at prices that were not confirmed by the centre for long.
    ///
    /// @param asOf when they were last confirmed, by the till's clock, to the microsecond
    record OldPrices(Instant asOf) implements Consent {
        /// Cuts the moment to the microsecond.
        public OldPrices {
            asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// A cashier is shown what the drawer should hold before it is counted.
    record FiguresShown() implements Consent {}

    /// The drawer is opened without a sale.
    ///
    /// @param reason as in the entry about it
    record DrawerOpened(String reason) implements Consent {
        /// Refuses no reason.
        public DrawerOpened {
            Wording.require("the reason of an open drawer", reason, Discount.TEXT_LENGTH_MAX);
        }
    }

    /// The drawer is counted and the shift ends, where the store wants that agreed to.
    record ShiftClosed() implements Consent {}

    /// More is taken off by hand than a cashier may alone.
    ///
    /// @param line the number of the line in the basket, 0 for the whole basket
    /// @param price what it costs before that, above zero
    /// @param reason as in [Discount.Cause]
    record Discounted(int line, Cut cut, Money price, String reason) implements Consent {
        /// Refuses what takes nothing off.
        public Discounted {
            Wording.require("the reason of a discount", reason, Discount.TEXT_LENGTH_MAX);
            if (line < 0 || !price.isPositive()) {
                throw new IllegalArgumentException("nobody has to agree to a discount on line " + line + " for " + price);
            }
        }

        /// Whether it covers a discount: the same cut of the same thing, which costs no less now.
        public boolean covers(Discounted other) {
            boolean isNoMore = cut instanceof Cut.Percent || price.compareTo(other.price) <= 0;
            return line == other.line && cut.equals(other.cut) && isNoMore;
        }
    }

    /// Goods come back without a receipt.
    ///
    /// @param line the number of the line in the basket
    /// @param quantity how much comes back, above zero
    /// @param refund what is paid for it, before taxes that are added; not below zero
    /// @param condition decides where the goods go
    /// @param reason as in [ReturnOf]
    record WithoutReceipt(
            ProductId product, int line, Quantity quantity, Money refund, ReturnOf.Condition condition, String reason)
            implements Consent {
        /// Refuses what brings nothing back.
        public WithoutReceipt {
            Wording.require("the reason of a return", reason, ReturnOf.REASON_LENGTH_MAX);
            if (line < 1 || !quantity.isPositive() || refund.isNegative()) {
                throw new IllegalArgumentException(
                        "nobody has to agree to the return of " + quantity + " for " + refund + " on line " + line);
            }
        }
    }

    /// A whole basket is given up, where the store wants that agreed to.
    ///
    /// @param lines how many were rung up, from 1, also those that were taken out again
    /// @param total what those cost together that were not
    /// @param reason as in the entry about it
    record SaleVoided(int lines, Money total, String reason) implements Consent {
        /// Refuses nothing to give up.
        public SaleVoided {
            Wording.require("the reason of a void", reason, Discount.TEXT_LENGTH_MAX);
            if (lines < 1) {
                throw new IllegalArgumentException("nobody has to agree to giving up " + lines + " lines");
            }
        }
    }

    /// A line is taken out, or a part of it, where the cashier may not alone.
    ///
    /// @param line its number in the basket
    /// @param quantity how much is taken out; below zero for goods that were to come back
    /// @param total what that costs
    /// @param reason why; empty for the correction of whoever rang it up
    record LineVoided(ProductId product, int line, Quantity quantity, Money total, Optional<String> reason) implements Consent {
        /// Refuses nothing to take out.
        public LineVoided {
            reason.ifPresent(text -> Wording.require("the reason of a line that was taken out", text, Discount.TEXT_LENGTH_MAX));
            if (line < 1 || quantity.isZero()) {
                throw new IllegalArgumentException("nobody has to agree to taking " + quantity + " out of line " + line);
            }
        }
    }

    /// More cash is taken out of the drawer than a cashier may alone.
    ///
    /// @param amount above zero
    /// @param reason as in the entry about it
    record CashTaken(Money amount, String reason) implements Consent {
        /// Refuses to take nothing.
        public CashTaken {
            Wording.require("the reason of moved cash", reason, Discount.TEXT_LENGTH_MAX);
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("nobody has to agree to taking " + amount + " out of the drawer");
            }
        }
    }

    /// The last sale is taken back as a whole before its customer has left.
    ///
    /// @param total what is paid back, above zero
    /// @param reason why, at most 200 characters
    record SaleUndone(ReceiptNumber receipt, Money total, String reason) implements Consent {
        /// Refuses to pay nothing back.
        public SaleUndone {
            Wording.require("the reason of a void", reason, Discount.TEXT_LENGTH_MAX);
            if (!total.isPositive()) {
                throw new IllegalArgumentException("nobody has to agree to paying " + total + " back");
            }
        }
    }

    /// A card payment that no answer came to pays nothing: the card was not charged, or its holder has the money back.
    ///
    /// @param attempt the payment's id
    /// @param amount what the card was to pay; below zero when it was to be paid
    record CardSettled(UUID attempt, Money amount) implements Consent {
        /// Refuses a payment of nothing.
        public CardSettled {
            if (amount.isZero()) {
                throw new IllegalArgumentException("nobody has to agree to a payment of nothing");
            }
        }
    }

    /// A card payment that is to be taken back stays with the terminal, and leaves the sale: somebody pays it back by hand.
    ///
    /// @param attempt the payment's id
    /// @param amount what the card paid; below zero when it was paid
    record CardKept(UUID attempt, Money amount) implements Consent {
        /// Refuses a payment of nothing.
        public CardKept {
            if (amount.isZero()) {
                throw new IllegalArgumentException("nobody has to agree to a payment of nothing");
            }
        }
    }

    /// A price is set by hand.
    ///
    /// @param line the number of the line in the basket
    /// @param before what one unit cost before
    /// @param after what one unit costs then
    /// @param reason as in [io.evertill.price.Price.Source.Set]
    record PriceSet(ProductId product, int line, UnitPrice before, UnitPrice after, String reason) implements Consent {
        /// Refuses a price without a reason, or in another currency.
        public PriceSet {
            Wording.require("the reason of a price", reason, Discount.TEXT_LENGTH_MAX);
            if (line < 1 || !before.currency().equals(after.currency())) {
                throw new IllegalArgumentException("line " + line + " cannot cost " + after + " instead of " + before);
            }
        }
    }
}
