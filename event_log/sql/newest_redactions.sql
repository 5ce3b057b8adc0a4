-- For each redacted article, the redaction that reaches furthest, as it stands in the log.
SELECT article_id, redacted_from, redacted_to, rows_digest, position
FROM article_redacted
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY position DESC) = 1
ORDER BY position;
