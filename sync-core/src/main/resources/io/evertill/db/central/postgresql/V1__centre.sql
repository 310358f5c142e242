-- A business fact: its exact bytes under its id, for ever. Nothing updates or deletes a row.
CREATE TABLE fact (
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    meta BYTEA NOT NULL,
    body BYTEA NOT NULL,
    UNIQUE (branch, entry_id)
);

-- A fact's place in a stream and the chain's hash after it. Nothing updates or deletes a row.
-- state: 0 the fact stands here first, 1 it is already known from elsewhere, 2 its id is known with other bytes
CREATE TABLE posting (
    branch TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    entry_id BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    state BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (branch, stream, seq)
);

-- A change of stock at one real place. Nothing updates or deletes a row.
-- Clustered by key: a key's history is one range, in the order in which it became known (key_seq 1, 2, 3 ...).
CREATE TABLE movement (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    key_seq BIGINT NOT NULL,
    qty BIGINT NOT NULL,
    counterpart TEXT COLLATE "C" NOT NULL,
    serial TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    line BIGINT NOT NULL,
    ref_type TEXT COLLATE "C" NOT NULL,
    ref_id TEXT COLLATE "C" NOT NULL,
    ref_line BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, product, place, lot, key_seq)
);
CREATE UNIQUE INDEX movement_by_entry ON movement (branch, entry_id, line);

-- The sum of a key's movements and their number: a cache that is never the truth.
CREATE TABLE level (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    qty BIGINT NOT NULL,
    key_seq BIGINT NOT NULL,
    PRIMARY KEY (branch, product, place, lot)
);

-- The centre's own state: one row. feed_head: the newest number that the publisher gave.
CREATE TABLE centre (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    incarnation BYTEA NOT NULL,
    started_at BIGINT NOT NULL,
    feed_head BIGINT NOT NULL
);

-- What tells whether this database was restored or copied: one row. boots counts the starts of the program.
CREATE TABLE fence (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    nonce BYTEA NOT NULL,
    boots BIGINT NOT NULL,
    machine BYTEA NOT NULL
);

CREATE TABLE till (
    terminal TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    public_key BYTEA NOT NULL,
    token_hash BYTEA NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT,
    heard_at BIGINT NOT NULL,
    head_seq BIGINT NOT NULL,
    UNIQUE (token_hash)
);
CREATE INDEX till_by_name ON till (branch, till);

CREATE TABLE enrolment_code (
    code_hash BYTEA NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    till TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- A till's stream as held here. accepted_seq: the contiguous high-water mark; applied_seq: how far it was applied;
-- archived_seq: how far a verified backup holds it.
CREATE TABLE stream (
    branch TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    parent_stream BYTEA,
    parent_seq BIGINT,
    parent_hash BYTEA,
    accepted_seq BIGINT NOT NULL,
    accepted_hash BYTEA NOT NULL,
    applied_seq BIGINT NOT NULL,
    archived_seq BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (branch, stream)
);

-- The runs of a till's program that were heard. One that is heard again after another one is a copy's.
CREATE TABLE boot (
    branch TEXT COLLATE "C" NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    boot BYTEA NOT NULL,
    turn BIGINT NOT NULL,
    PRIMARY KEY (branch, terminal, boot)
);

-- Entries that were accepted but could not be applied. meta and body only where the fact's id holds other bytes.
CREATE TABLE parked (
    branch TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    entry_id BYTEA NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    cause TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    parked_at BIGINT NOT NULL,
    settled_at BIGINT,
    meta BYTEA,
    body BYTEA,
    PRIMARY KEY (branch, stream, seq)
);
CREATE INDEX parked_by_entry ON parked (branch, entry_id);

-- What a person should know. Nothing deletes a row; settling it says who looked at it and what was done.
CREATE TABLE incident (
    incident BYTEA NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    sentence TEXT COLLATE "C" NOT NULL,
    noticed_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL
);

-- Sales and voids as applied, for reports.
CREATE TABLE sale (
    branch TEXT COLLATE "C" NOT NULL,
    entry_id BYTEA NOT NULL,
    receipt TEXT COLLATE "C" NOT NULL,
    terminal TEXT COLLATE "C" NOT NULL,
    stream BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    business_date TEXT COLLATE "C" NOT NULL,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    cashier TEXT COLLATE "C" NOT NULL,
    customer TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    total BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    cash BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    PRIMARY KEY (branch, entry_id)
);

CREATE TABLE product (
    product BYTEA NOT NULL PRIMARY KEY,
    sku TEXT COLLATE "C" NOT NULL UNIQUE,
    definition BYTEA NOT NULL,
    is_provisional BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE price (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    product BYTEA NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    definition BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE tax (
    code TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    definition BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE setting (
    branch TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (branch, name)
);

-- Rows for the feed that have no number yet, in the order in which they were written. row is empty for a removed row.
CREATE TABLE feed_pending (
    pending BYTEA NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    tbl TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL,
    is_gone BIGINT NOT NULL
);

-- The newest published version of every row, numbered in commit order. branch '' is for every branch.
CREATE TABLE feed_row (
    tbl TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    content BYTEA NOT NULL,
    row_hash BIGINT NOT NULL,
    is_gone BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (tbl, branch, id)
);
CREATE UNIQUE INDEX feed_row_by_number ON feed_row (number);

CREATE TABLE feed_sum (
    tbl TEXT COLLATE "C" NOT NULL,
    branch TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    sum BIGINT NOT NULL,
    PRIMARY KEY (tbl, branch)
);
