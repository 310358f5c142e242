-- What a key's movements up to one of them sum to; a key has many. Nothing changes a row; only a repair removes one that is
-- wrong. Cut by the key's own sequence, so that a movement that arrives late is behind the cut, never lost.
CREATE TABLE snapshot (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    through_key_seq BIGINT NOT NULL,
    qty BIGINT NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (branch, product, place, lot, through_key_seq)
);

-- Every repair of a key's level, snapshots or exceptions. occasion: 1 for the key's first, and so on. first_bad_key_seq: the
-- first movement after which what was kept is not known to have been right.
CREATE TABLE repair_event (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    occasion BIGINT NOT NULL,
    expected_qty BIGINT NOT NULL,
    expected_key_seq BIGINT NOT NULL,
    found_qty BIGINT NOT NULL,
    found_key_seq BIGINT NOT NULL,
    first_bad_key_seq BIGINT NOT NULL,
    cause TEXT COLLATE "C" NOT NULL,
    repaired_by TEXT COLLATE "C" NOT NULL,
    repaired_at BIGINT NOT NULL,
    PRIMARY KEY (branch, product, place, lot, occasion)
);

-- Keys whose movements are damaged; requests on them are refused while the incident is open.
CREATE TABLE frozen_key (
    branch TEXT COLLATE "C" NOT NULL,
    product BYTEA NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    lot TEXT COLLATE "C" NOT NULL,
    incident BYTEA NOT NULL,
    frozen_at BIGINT NOT NULL,
    PRIMARY KEY (branch, product, place, lot, incident)
);

-- Work that one node does at a time: who has it until when, and when it was last done.
CREATE TABLE lease (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder BYTEA NOT NULL,
    held_until BIGINT NOT NULL,
    done_at BIGINT NOT NULL
);
