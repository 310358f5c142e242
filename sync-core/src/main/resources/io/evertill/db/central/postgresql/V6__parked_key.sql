-- What entries that wait touch, such as a voucher: those that touch the same key wait in the order of their places.
CREATE TABLE parked_key (
    branch TEXT COLLATE "C" NOT NULL,
    key_name TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    stream BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (branch, key_name, place)
);
