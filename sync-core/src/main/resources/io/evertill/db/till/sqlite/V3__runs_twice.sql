-- runs_twice: the centre hears two programs with this till's key in turns.
ALTER TABLE terminal ADD COLUMN runs_twice INTEGER NOT NULL DEFAULT 0;
