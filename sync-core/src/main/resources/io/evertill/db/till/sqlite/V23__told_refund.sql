-- What had been paid back for what came back of a line elsewhere; unknown in rows that are older than this column.
ALTER TABLE sold_elsewhere ADD COLUMN refunded INTEGER;
