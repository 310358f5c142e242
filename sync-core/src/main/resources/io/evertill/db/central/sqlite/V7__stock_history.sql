-- What a key's movements up to one of them sum to; a key has many. Nothing changes a row; only a repair removes one that is
-- wrong. Cut by the key's own sequence, so that a movement that arrives late is behind the cut, never lost.
CREATE TABLE snapshot (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    through_key_seq INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (branch, product, place, lot, through_key_seq)
) WITHOUT ROWID;

-- Every repair of a key's level, snapshots or exceptions. occasion: 1 for the key's first, and so on. first_bad_key_seq: the
-- first movement after which what was kept is not known to have been right.
CREATE TABLE repair_event (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    occasion INTEGER NOT NULL,
    expected_qty INTEGER NOT NULL,
    expected_key_seq INTEGER NOT NULL,
    found_qty INTEGER NOT NULL,
    found_key_seq INTEGER NOT NULL,
    first_bad_key_seq INTEGER NOT NULL,
    cause TEXT NOT NULL,
    repaired_by TEXT NOT NULL,
    repaired_at INTEGER NOT NULL,
    PRIMARY KEY (branch, product, place, lot, occasion)
) WITHOUT ROWID;

-- Keys whose movements are damaged; requests on them are refused while the incident is open.
CREATE TABLE frozen_key (
    branch TEXT NOT NULL,
    product BLOB NOT NULL,
    place TEXT NOT NULL,
    lot TEXT NOT NULL,
    incident BLOB NOT NULL,
    frozen_at INTEGER NOT NULL,
    PRIMARY KEY (branch, product, place, lot, incident)
) WITHOUT ROWID;

-- Work that one node does at a time: who has it until when, and when it was last done.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder BLOB NOT NULL,
    held_until INTEGER NOT NULL,
    done_at INTEGER NOT NULL
) WITHOUT ROWID;
