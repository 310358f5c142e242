package io.evertill.till;

import io.evertill.availability.CountReport;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.sale.Line;
import io.evertill.shift.DrawerReason;
import io.evertill.staff.Act;
import io.evertill.staff.ActLimits;
import io.evertill.staff.TillRole;

/// What a supervisor is asked to agree to, and what waits for it.
public sealed interface Matter {
    /// What kind of act it is.
    Act act();

    /// Whether somebody who may do it at all may do as much of it.
    default boolean isWithin(ActLimits limits, TillRole role) {
        return true;
    }

    /// Something that goes into the ledger as agreed to before it is done.
    sealed interface Consented extends Matter {
        /// What goes into the ledger when somebody agrees.
        Consent consent();

        /// What kind of act it is.
        @Override
        default Act act() {
            return switch (consent()) {
                case Consent.BeyondStock _ -> Act.SELL_BEYOND_STOCK;
                case Consent.OldPrices _ -> Act.SELL_AT_OLD_PRICES;
                case Consent.Discounted _ -> Act.DISCOUNT;
                case Consent.PriceSet _ -> Act.SET_PRICE;
                case Consent.SaleVoided _ -> Act.VOID_SALE;
                case Consent.FiguresShown _ -> Act.SEE_FIGURES;
                case Consent.DrawerOpened _ -> Act.NO_SALE;
                case Consent.ShiftClosed _ -> Act.CLOSE_SHIFT;
                case Consent.CardSettled _, Consent.CardKept _ -> Act.SETTLE_CARD;
                case Consent.WithoutReceipt _ -> Act.RETURN_WITHOUT_RECEIPT;
                case Consent.LineVoided _ -> Act.VOID_LINE;
                case Consent.CashTaken _ -> Act.CASH_OUT;
                case Consent.SaleUndone _ -> Act.VOID_LAST;
            };
        }
    }

    /// A line is to be taken out, or a part of it.
    ///
    /// @param basket as it would be
    /// @param isPaid whether something was paid already
    /// @param then what the cashier does afterwards, whether somebody agrees or not
    record LineOut(Consent.LineVoided consent, Basket basket, boolean isPaid, Activity then) implements Consented {
        @Override
        public boolean isWithin(ActLimits limits, TillRole role) {
            Money out = basket.takenOut(consent.product());
            return limits.voids().allow(role, out) && (!isPaid || limits.paidVoids().allow(role, out));
        }
    }

    /// The last sale is to be taken back as a whole.
    ///
    /// @param basket what comes back
    record Undone(Consent.SaleUndone consent, Basket basket) implements Consented {}

    /// Cash is to be taken out of the drawer.
    record CashOut(Money amount, DrawerReason reason) implements Consented {
        @Override
        public Consent.CashTaken consent() {
            return new Consent.CashTaken(amount, reason.name());
        }

        @Override
        public boolean isWithin(ActLimits limits, TillRole role) {
            return limits.cashOut().allow(role, amount);
        }
    }

    /// More is to be sold than should be there.
    ///
    /// @param sighting what the till knew
    record Goods(Proposal proposal, Sighting sighting) implements Consented {
        @Override
        public Consent.BeyondStock consent() {
            return new Consent.BeyondStock(
                    proposal.item().product(), proposal.wanted(), sighting.sellable(), sighting.asOf());
        }
    }

    /// Prices are to be charged that are older than the store wants.
    record Prices(Consent.OldPrices consent) implements Consented {}

    /// A cashier is to be shown what the drawer should hold.
    record Figures() implements Consented {
        @Override
        public Consent.FiguresShown consent() {
            return new Consent.FiguresShown();
        }
    }

    /// The drawer is to be opened without a sale.
    record NoSale(DrawerReason reason) implements Consented {
        @Override
        public Consent.DrawerOpened consent() {
            return new Consent.DrawerOpened(reason.name());
        }
    }

    /// The drawer is to be counted, and the shift ended.
    record Closing() implements Consented {
        @Override
        public Consent.ShiftClosed consent() {
            return new Consent.ShiftClosed();
        }
    }

    /// A card payment that no answer came to is to pay nothing.
    record CardSettled(LeftCard card) implements Consented {
        @Override
        public Consent.CardSettled consent() {
            return new Consent.CardSettled(card.attempt(), card.amount());
        }
    }

    /// What a card paid is to leave the sale though it did not go back.
    ///
    /// @param open what the cashier was asked
    record CardKept(Consent.CardKept consent, Activity.UndoOpen open) implements Consented {}

    /// Goods are to come back without a receipt.
    ///
    /// @param basket as it would be
    /// @param then what the cashier does afterwards, whether somebody agrees or not
    record Unreceipted(Consent.WithoutReceipt consent, Basket basket, Activity then) implements Consented {
        /// What comes back.
        public String name() {
            return basket.find(consent.line()).orElseThrow().item().name();
        }

        /// What all goods without a receipt are paid with in this sale counts.
        @Override
        public boolean isWithin(ActLimits limits, TillRole role) {
            Money refund = basket.lines().stream()
                    .filter(line -> line.returned().filter(of -> of.sold().isEmpty()).isPresent())
                    .map(Line::total)
                    .reduce(Money.zero(basket.currency()), Money::minus);
            return limits.openReturns().allow(role, refund);
        }
    }

    /// Something is to be made cheaper than a cashier may alone.
    ///
    /// @param basket as it would be
    /// @param then what the cashier does afterwards
    record Cheaper(Consent consent, Basket basket, Activity then) implements Consented {}

    /// Somebody is to decide about a count. The decision is an entry that names who decided; there is none before it.
    ///
    /// @param before what the cashier goes back to
    record CountRuled(CountReport report, Activity.SeeingResults before) implements Matter {
        @Override
        public Act act() {
            return Act.APPROVE_COUNT;
        }
    }

    /// The whole basket is to be given up.
    record GivenUp(Consent.SaleVoided consent, VoidReason reason) implements Consented {}
}
