-- A business fact: its exact bytes under its id, for ever. Nothing updates or deletes a row.
CREATE TABLE fact (
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    meta BLOB NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (branch, entry_id)
);

-- A fact's place in a stream and the chain's hash after it. Nothing updates or deletes a row.
-- state: 0 the fact stands here first, 1 it is already known from elsewhere, 2 its id is known with other bytes
CREATE TABLE posting (
    branch TEXT NOT NULL,
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    state INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (branch, stream, seq)
) WITHOUT ROWID;

-- A change of stock at one real place. Nothing updates or deletes a row.
-- Clustered by key: a key's history is one range, in the order in which it became known (key_seq 1, 2, 3 ...).
CREATE TABLE movement (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    key_seq INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    counterpart TEXT NOT NULL,
    serial TEXT NOT NULL,
    type TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    ref_type TEXT NOT NULL,
    ref_id TEXT NOT NULL,
    ref_line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (branch, product, place, lot, key_seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX movement_by_entry ON movement (branch, entry_id, line);

-- The sum of a key's movements and their number: a cache that is never the truth.
CREATE TABLE level (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    qty INTEGER NOT NULL,
    key_seq INTEGER NOT NULL,
    PRIMARY KEY (branch, product, place, lot)
) WITHOUT ROWID;

-- The centre's own state: one row. feed_head: the newest number that the publisher gave.
CREATE TABLE centre (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    incarnation BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    feed_head INTEGER NOT NULL
);

-- What tells whether this database was restored or copied: one row. boots counts the starts of the program.
CREATE TABLE fence (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    nonce BLOB NOT NULL,
    boots INTEGER NOT NULL,
    machine BLOB NOT NULL
);

CREATE TABLE till (
    terminal TEXT NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    till TEXT NOT NULL,
    public_key BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER,
    heard_at INTEGER NOT NULL,
    head_seq INTEGER NOT NULL,
    UNIQUE (token_hash)
) WITHOUT ROWID;
CREATE INDEX till_by_name ON till (branch, till);

CREATE TABLE enrolment_code (
    code_hash BLOB NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    till TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) WITHOUT ROWID;

-- A till's stream as held here. accepted_seq: the contiguous high-water mark; applied_seq: how far it was applied;
-- archived_seq: how far a verified backup holds it.
CREATE TABLE stream (
    branch TEXT NOT NULL,
    stream BLOB NOT NULL,
    terminal TEXT NOT NULL,
    parent_stream BLOB,
    parent_seq INTEGER,
    parent_hash BLOB,
    accepted_seq INTEGER NOT NULL,
    accepted_hash BLOB NOT NULL,
    applied_seq INTEGER NOT NULL,
    archived_seq INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    PRIMARY KEY (branch, stream)
) WITHOUT ROWID;

-- The runs of a till's program that were heard. One that is heard again after another one is a copy's.
CREATE TABLE boot (
    branch TEXT NOT NULL,
    terminal TEXT NOT NULL,
    boot BLOB NOT NULL,
    turn INTEGER NOT NULL,
    PRIMARY KEY (branch, terminal, boot)
) WITHOUT ROWID;

-- Entries that were accepted but could not be applied. meta and body only where the fact's id holds other bytes.
CREATE TABLE parked (
    branch TEXT NOT NULL,
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    code TEXT NOT NULL,
    cause TEXT NOT NULL,
    state TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    settled_at INTEGER,
    meta BLOB,
    body BLOB,
    PRIMARY KEY (branch, stream, seq)
) WITHOUT ROWID;
CREATE INDEX parked_by_entry ON parked (branch, entry_id);

-- What a person should know. Nothing deletes a row; settling it says who looked at it and what was done.
CREATE TABLE incident (
    incident BLOB NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    terminal TEXT NOT NULL,
    kind TEXT NOT NULL,
    sentence TEXT NOT NULL,
    noticed_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL,
    note TEXT NOT NULL
) WITHOUT ROWID;

-- Sales and voids as applied, for reports.
CREATE TABLE sale (
    branch TEXT NOT NULL,
    entry_id BLOB NOT NULL,
    receipt TEXT NOT NULL,
    terminal TEXT NOT NULL,
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    customer TEXT NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    cash INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    PRIMARY KEY (branch, entry_id)
) WITHOUT ROWID;

CREATE TABLE product (
    product BLOB NOT NULL PRIMARY KEY,
    sku TEXT NOT NULL UNIQUE,
    definition BLOB NOT NULL,
    is_provisional INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE price (
    id TEXT NOT NULL PRIMARY KEY,
    product BLOB NOT NULL,
    branch TEXT NOT NULL,
    definition BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE tax (
    code TEXT NOT NULL PRIMARY KEY,
    definition BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting (
    branch TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (branch, name)
) WITHOUT ROWID;

-- Rows for the feed that have no number yet, in the order in which they were written. row is empty for a removed row.
CREATE TABLE feed_pending (
    pending BLOB NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    content BLOB NOT NULL,
    is_gone INTEGER NOT NULL
) WITHOUT ROWID;

-- The newest published version of every row, numbered in commit order. branch '' is for every branch.
CREATE TABLE feed_row (
    tbl TEXT NOT NULL,
    branch TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    content BLOB NOT NULL,
    row_hash INTEGER NOT NULL,
    is_gone INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (tbl, branch, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX feed_row_by_number ON feed_row (number);

CREATE TABLE feed_sum (
    tbl TEXT NOT NULL,
    branch TEXT NOT NULL,
    n INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (tbl, branch)
) WITHOUT ROWID;
