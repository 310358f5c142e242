package io.evertill.till;

import io.evertill.receipt.Proof;
import io.evertill.receipt.Receipt;
import io.evertill.sale.Sale;

/// A sale that is in the ledger, with the receipt that proves it.
public record Completed(Sale sale, Proof proof, Receipt receipt) {}
