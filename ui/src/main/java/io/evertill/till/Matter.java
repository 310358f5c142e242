package io.evertill.till;

import io.evertill.sale.Basket;
import io.evertill.sale.Consent;

/// What a supervisor is asked to agree to, and what waits for it.
public sealed interface Matter {
    /// What goes into the ledger when somebody agrees.
    Consent consent();

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

    /// Something is to be made cheaper than a cashier may alone.
    ///
    /// @param basket as it would be
    /// @param then what the cashier does afterwards
    record Cheaper(Consent consent, Basket basket, Activity then) implements Matter {}
}
