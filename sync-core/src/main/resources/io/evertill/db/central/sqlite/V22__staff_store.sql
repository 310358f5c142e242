-- The only store in which a person may act, or empty for all; and the moment from which the key is worth nothing.
ALTER TABLE staff ADD COLUMN store TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN expires_at INTEGER;
