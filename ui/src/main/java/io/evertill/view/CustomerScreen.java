package io.evertill.view;

/// Where customers see a page. It may be slow or gone, and may throw: no sale knows of it.
public interface CustomerScreen {
    /// Shows a page in place of the one before, [CustomerPage#DARK] included.
    void show(CustomerPage page);
}
