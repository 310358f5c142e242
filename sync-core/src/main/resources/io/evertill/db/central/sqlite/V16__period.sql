-- Periods that were closed: a branch's books up to the end of a day. begins_at, ends_at: its moments, from the zone that the
-- branch had then. waived: the tills that nobody waited for. hash: of the figures. Nothing updates or deletes a row.
CREATE TABLE period_lock (
    branch TEXT NOT NULL,
    locked_through TEXT NOT NULL,
    zone TEXT NOT NULL,
    begins_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    waived TEXT NOT NULL,
    note TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (branch, locked_through)
) WITHOUT ROWID;

-- How far the branch's streams were applied when it was closed.
CREATE TABLE period_stream (
    branch TEXT NOT NULL,
    locked_through TEXT NOT NULL,
    stream BLOB NOT NULL,
    through_seq INTEGER NOT NULL,
    PRIMARY KEY (branch, locked_through, stream)
) WITHOUT ROWID;

-- What the branch had of each product at the end, as known when it was closed, and what one unit cost then.
CREATE TABLE period_stock (
    branch TEXT NOT NULL,
    locked_through TEXT NOT NULL,
    product BLOB NOT NULL,
    qty INTEGER NOT NULL,
    unit_cost INTEGER,
    cost_currency TEXT,
    PRIMARY KEY (branch, locked_through, product)
) WITHOUT ROWID;

-- What the branch sold in it, as known when it was closed.
CREATE TABLE period_sales (
    branch TEXT NOT NULL,
    locked_through TEXT NOT NULL,
    currency TEXT NOT NULL,
    sales INTEGER NOT NULL,
    total INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    PRIMARY KEY (branch, locked_through, currency)
) WITHOUT ROWID;

-- Entries that became known when the day on which they happened was closed: they count on the first day that was open.
CREATE TABLE late_entry (
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    occurred_at INTEGER NOT NULL,
    accounting_date TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    PRIMARY KEY (branch, entry_id)
) WITHOUT ROWID;
CREATE INDEX late_entry_by_date ON late_entry (branch, accounting_date);
