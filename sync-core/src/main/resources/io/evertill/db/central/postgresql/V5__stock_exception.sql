-- What the ledger says that cannot be true on a shelf. Nothing deletes a row; a movement cures it. short_qty: the balance,
-- below zero. is_late: the cure had happened before the cause.
CREATE TABLE stock_exception (
    exception BYTEA NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    short_qty BIGINT NOT NULL,
    entry_id BYTEA NOT NULL,
    line BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    resolved_at BIGINT,
    cured_entry_id BYTEA,
    cured_line BIGINT,
    is_late BIGINT NOT NULL,
    PRIMARY KEY (branch, exception)
);
CREATE UNIQUE INDEX stock_exception_open ON stock_exception (branch, kind, product, place, lot) WHERE resolved_at IS NULL;
CREATE INDEX stock_exception_by_key ON stock_exception (branch, product, place, lot);
