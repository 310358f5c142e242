-- How far the sales that were here before return_line were looked through for returns: one row while that is not done, none behind it.
CREATE TABLE past_return (
    branch TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    entry_id BYTEA NOT NULL
);
INSERT INTO past_return (branch, entry_id) SELECT '', decode(repeat('00', 16), 'hex') WHERE EXISTS (SELECT 1 FROM sale);
