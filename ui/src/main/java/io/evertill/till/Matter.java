package io.evertill.till;

import io.evertill.sale.Basket;
import io.evertill.sale.Consent;
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
