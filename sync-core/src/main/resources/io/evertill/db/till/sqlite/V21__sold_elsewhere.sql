-- Lines that other tills sold, as the centre told: how much was sold less what had come back at other tills.
CREATE TABLE sold_elsewhere (
    sale BLOB NOT NULL,
    line INTEGER NOT NULL,
    qty INTEGER NOT NULL,
    PRIMARY KEY (sale, line)
) WITHOUT ROWID;
