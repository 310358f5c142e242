-- What the centre promotes, as the rows of the feed.
CREATE TABLE promotion (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    definition BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);
