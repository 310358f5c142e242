-- Branches as people define them. One that only entries name is a branch as well, of which nothing is known.
CREATE TABLE branch (
    branch TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Physical spaces below a branch. Every branch has MAIN, whether or not it is here.
CREATE TABLE location (
    branch TEXT NOT NULL,
    location TEXT NOT NULL,
    aisle TEXT NOT NULL,
    shelf TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (branch, location)
) WITHOUT ROWID;

CREATE INDEX transfer_by_target ON transfer (target, transfer);
CREATE INDEX price_by_product ON price (product);
