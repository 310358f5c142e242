-- A promise is of a shelf of the branch. All that were made so far are of the main one.
ALTER TABLE reservation ADD COLUMN location TEXT COLLATE "C" NOT NULL DEFAULT 'MAIN';

-- All that a client's order promises.
CREATE INDEX reservation_by_order ON reservation (branch, client, order_id);
