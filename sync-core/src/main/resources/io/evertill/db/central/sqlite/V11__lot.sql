-- A batch of a product, as people define it. What was decided about it is in lot_decision: the newest counts.
CREATE TABLE lot (
    product BLOB NOT NULL,
    lot TEXT NOT NULL,
    expires_on TEXT,
    supplier TEXT NOT NULL,
    defined_at INTEGER NOT NULL,
    PRIMARY KEY (product, lot)
) WITHOUT ROWID;

-- Nothing updates or deletes a row.
CREATE TABLE lot_decision (
    product BLOB NOT NULL,
    lot TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (product, lot, number)
) WITHOUT ROWID;

-- A movement that cannot be true of the piece that it names. Nothing deletes a row; settling it says what was found.
CREATE TABLE serial_conflict (
    conflict BLOB NOT NULL PRIMARY KEY,
    product BLOB NOT NULL,
    serial TEXT NOT NULL,
    kind TEXT NOT NULL,
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    noticed_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL,
    note TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX serial_conflict_by_serial ON serial_conflict (product, serial);

-- Goods without a batch or a number cost nothing here.
CREATE INDEX movement_by_lot ON movement (product, lot) WHERE lot <> '';
CREATE INDEX movement_by_serial ON movement (product, serial) WHERE serial <> '';
CREATE INDEX level_by_lot ON level (product, lot) WHERE lot <> '';
