-- People who act at the centre, each with a role and a key of their own. A key is kept as SHA-256 only.
CREATE TABLE staff (
    name TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    revoked_at INTEGER,
    UNIQUE (token_hash)
) WITHOUT ROWID;

-- What somebody decided about a line of a count list without posting it. Nothing updates or deletes a row.
CREATE TABLE count_decision (
    branch TEXT NOT NULL,
    line BLOB NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (branch, line, number)
) WITHOUT ROWID;

ALTER TABLE alert ADD COLUMN snoozed_by TEXT NOT NULL DEFAULT '';
