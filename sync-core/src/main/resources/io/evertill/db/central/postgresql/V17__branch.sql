-- Branches as people define them. One that only entries name is a branch as well, of which nothing is known.
CREATE TABLE branch (
    branch TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Physical spaces below a branch. Every branch has MAIN, whether or not it is here.
CREATE TABLE location (
    branch TEXT COLLATE "C" NOT NULL,
    location TEXT COLLATE "C" NOT NULL,
    aisle TEXT COLLATE "C" NOT NULL,
    shelf TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (branch, location)
);

CREATE INDEX transfer_by_target ON transfer (target, transfer);
CREATE INDEX price_by_product ON price (product);
