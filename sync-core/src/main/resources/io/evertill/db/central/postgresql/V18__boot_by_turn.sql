-- The run heard last is asked for with every upload; a till gains a run with every start, for years.
CREATE INDEX boot_by_turn ON boot (branch, terminal, turn);
