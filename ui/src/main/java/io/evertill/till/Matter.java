package io.evertill.till;

import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
import io.evertill.shift.DrawerReason;
import io.evertill.staff.Act;

/// What a supervisor is asked to agree to, and what waits for it.
public sealed interface Matter {
    /// What goes into the ledger when somebody agrees.
    Consent consent();

    /// What kind of act it is.
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
        };
    }

    /// More is to be sold than should be there.
    ///
    /// @param sighting what the till knew
    record Goods(Proposal proposal, Sighting sighting) implements Matter {
        @Override
        public Consent.BeyondStock consent() {
            return new Consent.BeyondStock(
                    proposal.item().product(), proposal.wanted(), sighting.sellable(), sighting.asOf());
        }
    }

    /// Prices are to be charged that are older than the store wants.
    record Prices(Consent.OldPrices consent) implements Matter {}

    /// A cashier is to be shown what the drawer should hold.
    record Figures() implements Matter {
        @Override
        public Consent.FiguresShown consent() {
            return new Consent.FiguresShown();
        }
    }

    /// The drawer is to be opened without a sale.
    record NoSale(DrawerReason reason) implements Matter {
        @Override
        public Consent.DrawerOpened consent() {
            return new Consent.DrawerOpened(reason.name());
        }
    }

    /// The drawer is to be counted, and the shift ended.
    record Closing() implements Matter {
        @Override
        public Consent.ShiftClosed consent() {
            return new Consent.ShiftClosed();
        }
    }

    /// A card payment that no answer came to is to pay nothing.
    record CardSettled(LeftCard card) implements Matter {
        @Override
        public Consent.CardSettled consent() {
            return new Consent.CardSettled(card.attempt(), card.amount());
        }
    }

    /// What a card paid is to leave the sale though it did not go back.
    ///
    /// @param open what the cashier was asked
    record CardKept(Consent.CardKept consent, Activity.UndoOpen open) implements Matter {}

    /// Goods are to come back without a receipt.
    ///
    /// @param basket as it would be
    /// @param then what the cashier does afterwards, whether somebody agrees or not
    record Unreceipted(Consent.WithoutReceipt consent, Basket basket, Activity then) implements Matter {
        /// What comes back.
        public String name() {
            return basket.find(consent.line()).orElseThrow().item().name();
        }
    }

    /// Something is to be made cheaper than a cashier may alone.
    ///
    /// @param basket as it would be
    /// @param then what the cashier does afterwards
    record Cheaper(Consent consent, Basket basket, Activity then) implements Matter {}

    /// The whole basket is to be given up.
    record GivenUp(Consent.SaleVoided consent, VoidReason reason) implements Matter {}
}
