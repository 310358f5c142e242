-- The version of a key's shelf: raised by every promise of what stands on it, as key_seq is by every movement. Whoever
-- promises goods because of what a level says changes it only where neither has changed since.
ALTER TABLE level ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

-- A promise of goods on a branch's main shelf. How much is promised is the sum of its entries; state and expires_at are what
-- they come to. ACTIVE and past expires_at counts nothing, whether or not anybody has written that down.
CREATE TABLE reservation (
    branch TEXT COLLATE "C" NOT NULL,
    reservation BYTEA NOT NULL,
    product BYTEA NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    step BIGINT NOT NULL,
    qty BIGINT NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    client TEXT COLLATE "C" NOT NULL,
    order_id TEXT COLLATE "C" NOT NULL,
    order_line TEXT COLLATE "C" NOT NULL,
    lifetime BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, reservation)
);
CREATE UNIQUE INDEX reservation_by_id ON reservation (reservation);
CREATE INDEX reservation_active ON reservation (branch, product, lot, expires_at) WHERE state = 'ACTIVE';
CREATE INDEX reservation_due ON reservation (expires_at, reservation) WHERE state = 'ACTIVE';

-- What happened to a reservation. Nothing updates or deletes a row.
CREATE TABLE reservation_entry (
    branch TEXT COLLATE "C" NOT NULL,
    reservation BYTEA NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    qty BIGINT NOT NULL,
    at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    request TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, reservation, number)
);

-- Payments that came after their reservation had expired, each with what was decided. Nothing updates or deletes a row.
CREATE TABLE late_payment (
    branch TEXT COLLATE "C" NOT NULL,
    reservation BYTEA NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    qty BIGINT NOT NULL,
    sellable BIGINT NOT NULL,
    at BIGINT NOT NULL,
    request TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, reservation)
);

-- Web shops and other programs that may reserve. A token is kept as SHA-256 only.
CREATE TABLE client (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT,
    UNIQUE (token_hash)
);
