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

-- One incarnation of this till's ledger. verified_seq: the centre proved to hold everything up to here.
-- state: OPEN new entries go into it, NEXT it is being filled to take the open one's place, CLOSED it was left for another
CREATE TABLE stream (
    stream BLOB NOT NULL PRIMARY KEY,
    terminal TEXT NOT NULL,
    parent_stream BLOB,
    parent_seq INTEGER,
    parent_hash BLOB,
    state TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    verified_seq INTEGER NOT NULL,
    verified_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Who this till is and what it last heard from the centre: one row.
CREATE TABLE terminal (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    terminal TEXT NOT NULL,
    branch TEXT NOT NULL,
    till TEXT NOT NULL,
    centre_url TEXT NOT NULL,
    incarnation_seen BLOB,
    applied_seq INTEGER NOT NULL,
    parked INTEGER NOT NULL,
    replied_at INTEGER NOT NULL,
    offset_ms INTEGER,
    is_revoked INTEGER NOT NULL,
    lost_incarnation BLOB
);

-- What tells whether this file was restored or copied (protocol 2.2): one row. boots counts the starts of the program.
CREATE TABLE fence (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    nonce BLOB NOT NULL,
    boots INTEGER NOT NULL,
    machine BLOB NOT NULL
);

CREATE TABLE shift (
    shift BLOB NOT NULL PRIMARY KEY,
    business_date TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    opened_by_name TEXT NOT NULL,
    currency TEXT NOT NULL,
    opening_float INTEGER NOT NULL,
    cash INTEGER NOT NULL,
    sales INTEGER NOT NULL,
    total INTEGER NOT NULL,
    closed_at INTEGER
) WITHOUT ROWID;

-- Receipt numbers of a stream, without gaps, and the sale behind each.
CREATE TABLE receipt (
    stream BLOB NOT NULL,
    number INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;

-- What of a sold line has come back at this till.
CREATE TABLE returned (
    sale BLOB NOT NULL,
    line INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    refunded INTEGER NOT NULL,
    PRIMARY KEY (sale, line)
) WITHOUT ROWID;

-- The basket on the counter, so that it is there again after a crash: one row.
CREATE TABLE basket (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    content BLOB NOT NULL,
    kept_at INTEGER NOT NULL
);

-- Card payments that were asked for and have no answer yet.
CREATE TABLE open_attempt (
    attempt BLOB NOT NULL PRIMARY KEY,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    asked_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The catalogue as fed by the centre. rank is the order of popularity: search answers in this order.
CREATE TABLE product (
    rank INTEGER PRIMARY KEY,
    product BLOB NOT NULL UNIQUE,
    sku TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    step INTEGER NOT NULL,
    kind TEXT NOT NULL,
    tax TEXT NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    row_hash INTEGER
);
CREATE TABLE barcode (
    gtin TEXT NOT NULL PRIMARY KEY,
    product BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX barcode_by_product ON barcode (product);

-- The pieces of the products' words (see Grams): lists of ranks in order, nothing else. '^' stands before a word's first letter.
-- hashsize: how much is gathered in memory before it is written, so that a whole catalogue makes few runs.
CREATE VIRTUAL TABLE product_search USING fts5 (
    pieces, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '^'"
);
INSERT INTO product_search (product_search, rank) VALUES ('hashsize', 8388608);

CREATE TABLE price (
    id TEXT NOT NULL PRIMARY KEY,
    product BLOB NOT NULL,
    branch TEXT NOT NULL,
    level TEXT NOT NULL,
    priority INTEGER NOT NULL,
    price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,
    row_hash INTEGER
) WITHOUT ROWID;
CREATE INDEX price_by_product ON price (product);

CREATE TABLE tax (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    ppm INTEGER NOT NULL,
    kind TEXT NOT NULL,
    row_hash INTEGER
) WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    row_hash INTEGER
) WITHOUT ROWID;

-- How far the feed was read: one row once there was a first answer.
CREATE TABLE feed_cursor (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    incarnation BLOB NOT NULL,
    number INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    mismatches INTEGER NOT NULL
);
CREATE TABLE feed_sum (
    tbl TEXT NOT NULL PRIMARY KEY,
    n INTEGER NOT NULL,
    sum INTEGER NOT NULL
) WITHOUT ROWID;
