-- What is asked for where the scanned code does not say it: NONE, LOT or SERIAL.
ALTER TABLE product ADD COLUMN track TEXT NOT NULL DEFAULT 'NONE';
