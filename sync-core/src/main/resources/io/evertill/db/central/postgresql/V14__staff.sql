-- People who act at the centre, each with a role and a key of their own. A key is kept as SHA-256 only.
CREATE TABLE staff (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    role TEXT COLLATE "C" NOT NULL,
    token_hash BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT,
    UNIQUE (token_hash)
);

-- What somebody decided about a line of a count list without posting it. Nothing updates or deletes a row.
CREATE TABLE count_decision (
    branch TEXT COLLATE "C" NOT NULL,
    line BYTEA NOT NULL,
    number BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (branch, line, number)
);

ALTER TABLE alert ADD COLUMN snoozed_by TEXT COLLATE "C" NOT NULL DEFAULT '';
