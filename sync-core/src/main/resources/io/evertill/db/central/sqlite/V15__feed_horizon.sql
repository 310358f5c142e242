-- feed_horizon: the feed can be read on from this number or a newer one; what was removed up to here may be forgotten.
ALTER TABLE centre ADD COLUMN feed_horizon INTEGER NOT NULL DEFAULT 0;
CREATE INDEX feed_row_gone ON feed_row (published_at, number) WHERE is_gone = 1;
