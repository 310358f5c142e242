-- What was sold under a receipt number: a till asks for it when the receipt of another one is shown.
CREATE INDEX sale_by_receipt ON sale (receipt);

-- Receipts of which something came back. is_known: whether their sale was applied when somebody looked last.
CREATE TABLE returned_receipt (
    receipt TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    is_known BIGINT NOT NULL
);
CREATE INDEX returned_receipt_waiting ON returned_receipt (receipt) WHERE is_known = 0;

-- A line of a sale that brings something back of a receipt. Nothing updates or deletes a row.
-- sold_line: the line that sold it, 0 where only the receipt's number was noted. back: the receipt that was given for it.
CREATE TABLE return_line (
    receipt TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    line BIGINT NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    back TEXT COLLATE "C" NOT NULL,
    sold_line BIGINT NOT NULL,
    product BYTEA NOT NULL,
    qty BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    PRIMARY KEY (receipt, branch, entry_id, line)
);

-- More of a product came back of a receipt than was sold on it. Nothing deletes a row; settling it says what was found.
-- sold_line: the line of which more came back, 0 for all lines of the product together.
CREATE TABLE over_return (
    matter BYTEA NOT NULL PRIMARY KEY,
    receipt TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    sold_line BIGINT NOT NULL,
    sold BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    noticed_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX over_return_open ON over_return (receipt, product) WHERE settled_at IS NULL;
CREATE INDEX over_return_by_receipt ON over_return (receipt, product);
