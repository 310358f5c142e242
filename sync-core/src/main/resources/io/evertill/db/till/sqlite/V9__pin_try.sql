-- Wrong PINs in a row, by person: the wait after them outlives a restart. pin: SHA-256 of the PIN's hash, so that a new PIN begins at none.
CREATE TABLE pin_try (
    person TEXT NOT NULL PRIMARY KEY,
    pin BLOB NOT NULL,
    failures INTEGER NOT NULL,
    since INTEGER NOT NULL
) WITHOUT ROWID;
