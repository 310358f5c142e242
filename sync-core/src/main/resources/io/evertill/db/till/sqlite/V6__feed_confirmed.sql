-- confirmed_at: when the till last knew all that the centre had published, by the corrected clock; NULL before the first time.
ALTER TABLE feed_cursor ADD COLUMN confirmed_at INTEGER;
UPDATE feed_cursor SET confirmed_at = read_at;
