-- How far the sales that were here before return_line were looked through for returns: one row while that is not done, none behind it.
CREATE TABLE past_return (
    branch TEXT NOT NULL PRIMARY KEY,
    entry_id BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO past_return (branch, entry_id) SELECT '', zeroblob(16) WHERE EXISTS (SELECT 1 FROM sale);
