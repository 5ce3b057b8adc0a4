-- Raw bytes of an article that no other article with its words still there came from.
WITH elsewhere AS (
    SELECT raw_digest
    FROM article_versions AS others
    WHERE article_id != $article_id
        AND NOT EXISTS (
            FROM article_redacted AS redacted
            WHERE redacted.article_id = others.article_id AND others.position <= redacted.redacted_to
        )
)
SELECT DISTINCT raw_digest
FROM article_versions
WHERE article_id = $article_id AND raw_digest NOT IN (FROM elsewhere)
ORDER BY raw_digest;
