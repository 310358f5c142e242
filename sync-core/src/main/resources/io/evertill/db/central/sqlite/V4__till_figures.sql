-- The centre's clock less the till's wall clock at its last upload, in milliseconds; NULL before the first.
ALTER TABLE till ADD COLUMN offset_ms INTEGER;
-- 1 while the till's newest shift, as far as it was applied, is open.
ALTER TABLE till ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0;
