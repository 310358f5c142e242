-- Who works at the tills: the store, or empty for every store, and the row of the feed, which holds the PIN as Argon2id and the badge as SHA-256.
CREATE TABLE store_staff (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    branch TEXT COLLATE "C" NOT NULL,
    definition BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);
