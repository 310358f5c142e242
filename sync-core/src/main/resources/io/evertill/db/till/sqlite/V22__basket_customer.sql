-- A basket on the counter, or one that waits, said who its customer is with name, phone, e-mail and card: only the id stays.
UPDATE held_basket SET content =
    CAST(json_set(CAST(content AS TEXT), '$.customer', json_extract(CAST(content AS TEXT), '$.customer.id')) AS BLOB)
WHERE CASE WHEN json_valid(CAST(content AS TEXT)) THEN json_type(CAST(content AS TEXT), '$.customer') = 'object' ELSE 0 END;
UPDATE basket SET content =
    CAST(json_set(CAST(content AS TEXT), '$.customer', json_extract(CAST(content AS TEXT), '$.customer.id')) AS BLOB)
WHERE CASE WHEN json_valid(CAST(content AS TEXT)) THEN json_type(CAST(content AS TEXT), '$.customer') = 'object' ELSE 0 END;
