package io.evertill.device;

/// The drawer under the till. Never throws for a device that is off or gone.
public interface CashDrawer {
    /// Opens it.
    Done open();
}
