-- Who settled an entry that waited, and why; empty where it was applied by itself.
-- state: OPEN it waits, SETTLED it was applied, ACCEPTED it counts under an id of its own, DISMISSED it counts nowhere
ALTER TABLE parked ADD COLUMN settled_by TEXT NOT NULL DEFAULT '';
ALTER TABLE parked ADD COLUMN note TEXT NOT NULL DEFAULT '';
