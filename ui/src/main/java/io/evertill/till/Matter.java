package io.evertill.till;

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
}
