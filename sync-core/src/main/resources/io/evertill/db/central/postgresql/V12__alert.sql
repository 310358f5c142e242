-- The least that a store wants to have of a product; below it the shelf is low.
CREATE TABLE stock_minimum (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    qty BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (branch, product)
);

-- What a manager sees as a red card. One is open per store, kind and subject; nothing deletes a row.
CREATE TABLE alert (
    branch TEXT COLLATE "C" NOT NULL,
    alert BYTEA NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    sentence TEXT COLLATE "C" NOT NULL,
    advice TEXT COLLATE "C" NOT NULL,
    opened_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by TEXT COLLATE "C" NOT NULL,
    snoozed_until BIGINT,
    closed_at BIGINT,
    PRIMARY KEY (branch, alert)
);
CREATE UNIQUE INDEX alert_open ON alert (branch, kind, subject) WHERE closed_at IS NULL;
