-- What was sold under a receipt number: a till asks for it when the receipt of another one is shown.
CREATE INDEX sale_by_receipt ON sale (receipt);

-- Receipts of which something came back. is_known: whether their sale was applied when somebody looked last.
CREATE TABLE returned_receipt (
    receipt TEXT NOT NULL PRIMARY KEY,
    is_known INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX returned_receipt_waiting ON returned_receipt (receipt) WHERE is_known = 0;

-- A line of a sale that brings something back of a receipt. Nothing updates or deletes a row.
-- sold_line: the line that sold it, 0 where only the receipt's number was noted. back: the receipt that was given for it.
CREATE TABLE return_line (
    receipt TEXT NOT NULL,
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    terminal TEXT NOT NULL,
    back TEXT NOT NULL,
    sold_line INTEGER NOT NULL,
    product BLOB NOT NULL,
    qty INTEGER NOT NULL,
    refunded INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    PRIMARY KEY (receipt, branch, entry_id, line)
) WITHOUT ROWID;

-- More of a product came back of a receipt than was sold on it. Nothing deletes a row; settling it says what was found.
-- sold_line: the line of which more came back, 0 for all lines of the product together.
CREATE TABLE over_return (
    matter BLOB NOT NULL PRIMARY KEY,
    receipt TEXT NOT NULL,
    product BLOB NOT NULL,
    sold_line INTEGER NOT NULL,
    sold INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    branch TEXT NOT NULL,
    noticed_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL,
    note TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX over_return_open ON over_return (receipt, product) WHERE settled_at IS NULL;
CREATE INDEX over_return_by_receipt ON over_return (receipt, product);
