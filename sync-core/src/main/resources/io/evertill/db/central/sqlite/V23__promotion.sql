-- What the centre promotes, as the rows of the feed.
CREATE TABLE promotion (
    id TEXT NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    definition BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
