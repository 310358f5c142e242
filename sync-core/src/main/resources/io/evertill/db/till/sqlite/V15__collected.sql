-- What this till sold of goods that a customer had reserved: how much a sale took of a reservation, in ten-thousandths, and
-- whether the customer gave up the rest. The centre tells later that it knows.
CREATE TABLE collected (
    reservation BLOB NOT NULL,
    sale BLOB NOT NULL,
    qty INTEGER NOT NULL,
    is_rest_given_up INTEGER NOT NULL,
    PRIMARY KEY (reservation, sale)
) WITHOUT ROWID;
