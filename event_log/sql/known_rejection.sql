SELECT position
FROM article_rejected
WHERE address = $address
    AND reason_code = $reason_code
    AND raw_digest IS NOT DISTINCT FROM $raw_digest
LIMIT 1;
