package io.evertill.transfer;

import io.evertill.stock.Wording;

/// What travels with goods: which transfer they belong to, from where to where, and the paper that says so.
///
/// @param document the delivery note or receipt, 1 to 100 characters: one of a name counts once for each action at a branch
public record Waybill(TransferId transfer, Route route, String document) {
    private static final int DOCUMENT_LENGTH_MAX = 100;

    /// Refuses goods without a paper.
    public Waybill {
        Wording.require("the document of a transfer", document, DOCUMENT_LENGTH_MAX);
    }
}
