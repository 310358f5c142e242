package io.evertill.device;

import io.evertill.receipt.Receipt;

/// Puts receipts on paper. Never throws for a device that is off, out of paper or gone.
public interface ReceiptPrinter {
    /// Prints a receipt. May take as long as the device does; call it off the screen's thread.
    ///
    /// @param title names the print job, such as the receipt number
    Done print(Receipt receipt, String title);
}
