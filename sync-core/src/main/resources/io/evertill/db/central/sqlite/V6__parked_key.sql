-- What entries that wait touch, such as a voucher: those that touch the same key wait in the order of their places.
CREATE TABLE parked_key (
    branch TEXT NOT NULL,
    key_name TEXT NOT NULL,
    place INTEGER NOT NULL,
    stream BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (branch, key_name, place)
) WITHOUT ROWID;
