-- The version of a key's shelf: raised by every promise of what stands on it, as key_seq is by every movement. Whoever
-- promises goods because of what a level says changes it only where neither has changed since.
ALTER TABLE level ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- A promise of goods on a branch's main shelf. How much is promised is the sum of its entries; state and expires_at are what
-- they come to. ACTIVE and past expires_at counts nothing, whether or not anybody has written that down.
CREATE TABLE reservation (
    branch TEXT NOT NULL,
    reservation BLOB NOT NULL,
    product BLOB NOT NULL,
    lot TEXT NOT NULL,
    unit TEXT NOT NULL,
    step INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    owner TEXT NOT NULL,
    client TEXT NOT NULL,
    order_id TEXT NOT NULL,
    order_line TEXT NOT NULL,
    lifetime INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (branch, reservation)
) WITHOUT ROWID;
CREATE UNIQUE INDEX reservation_by_id ON reservation (reservation);
CREATE INDEX reservation_active ON reservation (branch, product, lot, expires_at) WHERE state = 'ACTIVE';
CREATE INDEX reservation_due ON reservation (expires_at, reservation) WHERE state = 'ACTIVE';

-- What happened to a reservation. Nothing updates or deletes a row.
CREATE TABLE reservation_entry (
    branch TEXT NOT NULL,
    reservation BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    qty INTEGER NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    request TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (branch, reservation, number)
) WITHOUT ROWID;

-- Payments that came after their reservation had expired, each with what was decided. Nothing updates or deletes a row.
CREATE TABLE late_payment (
    branch TEXT NOT NULL,
    reservation BLOB NOT NULL,
    outcome TEXT NOT NULL,
    qty INTEGER NOT NULL,
    sellable INTEGER NOT NULL,
    at INTEGER NOT NULL,
    request TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (branch, reservation)
) WITHOUT ROWID;

-- Web shops and other programs that may reserve. A token is kept as SHA-256 only.
CREATE TABLE client (
    name TEXT NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    revoked_at INTEGER,
    UNIQUE (token_hash)
) WITHOUT ROWID;
