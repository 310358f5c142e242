-- Baskets that wait for their customer, by the number under which they are called back; total in minor units.
CREATE TABLE held_basket (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    lines INTEGER NOT NULL,
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    held_at INTEGER NOT NULL,
    held_by TEXT NOT NULL,
    business_date INTEGER NOT NULL
);
