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
}
