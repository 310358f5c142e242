-- Periods that were closed: a branch's books up to the end of a day. begins_at, ends_at: its moments, from the zone that the
-- branch had then. waived: the tills that nobody waited for. hash: of the figures. Nothing updates or deletes a row.
CREATE TABLE period_lock (
    branch TEXT COLLATE "C" NOT NULL,
    locked_through TEXT COLLATE "C" NOT NULL,
    zone TEXT COLLATE "C" NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    closed_at BIGINT NOT NULL,
    closed_by TEXT COLLATE "C" NOT NULL,
    waived TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (branch, locked_through)
);

-- How far the branch's streams were applied when it was closed.
CREATE TABLE period_stream (
    branch TEXT COLLATE "C" NOT NULL,
    locked_through TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    through_seq BIGINT NOT NULL,
    PRIMARY KEY (branch, locked_through, stream)
);

-- What the branch had of each product at the end, as known when it was closed, and what one unit cost then.
CREATE TABLE period_stock (
    branch TEXT COLLATE "C" NOT NULL,
    locked_through TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    qty BIGINT NOT NULL,
    unit_cost BIGINT,
    cost_currency TEXT COLLATE "C",
    PRIMARY KEY (branch, locked_through, product)
);

-- What the branch sold in it, as known when it was closed.
CREATE TABLE period_sales (
    branch TEXT COLLATE "C" NOT NULL,
    locked_through TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    sales BIGINT NOT NULL,
    total BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    PRIMARY KEY (branch, locked_through, currency)
);

-- Entries that became known when the day on which they happened was closed: they count on the first day that was open.
CREATE TABLE late_entry (
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    occurred_at BIGINT NOT NULL,
    accounting_date TEXT COLLATE "C" NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (branch, entry_id)
);
CREATE INDEX late_entry_by_date ON late_entry (branch, accounting_date);
