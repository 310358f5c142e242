-- is_wrong: the table's rows are not the centre's; the next snapshot replaces them.
ALTER TABLE feed_sum ADD COLUMN is_wrong INTEGER NOT NULL DEFAULT 0;
