-- Until when batches may be sold is told to the tills: of those that are known already, for the first time.
INSERT INTO feed_due (tbl, branch, subject, cause)
SELECT 'lot_date', '',
    substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21) || '@' || lot, ''
FROM (SELECT encode(product, 'hex') AS h, lot FROM lot WHERE expires_on IS NOT NULL) q;
