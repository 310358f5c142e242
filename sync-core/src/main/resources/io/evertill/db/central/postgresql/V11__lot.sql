-- A batch of a product, as people define it. What was decided about it is in lot_decision: the newest counts.
CREATE TABLE lot (
    product BYTEA NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    expires_on TEXT COLLATE "C",
    supplier TEXT COLLATE "C" NOT NULL,
    defined_at BIGINT NOT NULL,
    PRIMARY KEY (product, lot)
);

-- Nothing updates or deletes a row.
CREATE TABLE lot_decision (
    product BYTEA NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (product, lot, number)
);

-- A movement that cannot be true of the piece that it names. Nothing deletes a row; settling it says what was found.
CREATE TABLE serial_conflict (
    conflict BYTEA NOT NULL PRIMARY KEY,
    product BYTEA NOT NULL,
    serial TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    line BIGINT NOT NULL,
    noticed_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL
);
CREATE INDEX serial_conflict_by_serial ON serial_conflict (product, serial);

-- Goods without a batch or a number cost nothing here.
CREATE INDEX movement_by_lot ON movement (product, lot) WHERE lot <> '';
CREATE INDEX movement_by_serial ON movement (product, serial) WHERE serial <> '';
CREATE INDEX level_by_lot ON level (product, lot) WHERE lot <> '';
