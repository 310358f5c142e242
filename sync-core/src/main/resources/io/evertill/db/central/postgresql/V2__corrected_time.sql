-- The centre's clock less the run's clock that never jumps when its first upload arrived, in milliseconds: what its entries'
-- times are corrected by when they knew no better themselves. NULL for a run that was heard before this was noted.
ALTER TABLE boot ADD COLUMN lead_ms BIGINT;
