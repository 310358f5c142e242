-- needs_update: the centre no longer writes the version of the feed that this program reads.
ALTER TABLE terminal ADD COLUMN needs_update INTEGER NOT NULL DEFAULT 0;
