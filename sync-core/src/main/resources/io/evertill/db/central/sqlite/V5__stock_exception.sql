-- What the ledger says that cannot be true on a shelf. Nothing deletes a row; a movement cures it. short_qty: the balance,
-- below zero. is_late: the cure had happened before the cause.
CREATE TABLE stock_exception (
    exception BLOB NOT NULL,
    kind TEXT NOT NULL,
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    short_qty INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    resolved_at INTEGER,
    cured_entry_id BLOB,
    cured_line INTEGER,
    is_late INTEGER NOT NULL,
    PRIMARY KEY (branch, exception)
) WITHOUT ROWID;
CREATE UNIQUE INDEX stock_exception_open ON stock_exception (branch, kind, product, place, lot) WHERE resolved_at IS NULL;
CREATE INDEX stock_exception_by_key ON stock_exception (branch, product, place, lot);
