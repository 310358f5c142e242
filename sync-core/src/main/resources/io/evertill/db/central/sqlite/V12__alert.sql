-- The least that a store wants to have of a product; below it the shelf is low.
CREATE TABLE stock_minimum (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    qty INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (branch, product)
) WITHOUT ROWID;

-- What a manager sees as a red card. One is open per store, kind and subject; nothing deletes a row.
CREATE TABLE alert (
    branch TEXT NOT NULL,
    alert BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    sentence TEXT NOT NULL,
    advice TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    acknowledged_at INTEGER,
    acknowledged_by TEXT NOT NULL,
    snoozed_until INTEGER,
    closed_at INTEGER,
    PRIMARY KEY (branch, alert)
) WITHOUT ROWID;
CREATE UNIQUE INDEX alert_open ON alert (branch, kind, subject) WHERE closed_at IS NULL;
