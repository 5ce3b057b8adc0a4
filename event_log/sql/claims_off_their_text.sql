-- Law 2: the words at a claim's ranges are its evidence and its number. Ranges count characters (code points) from 0.
WITH texts AS (
    SELECT DISTINCT article_id, article_version, text FROM article_versions  -- an article may go back to an earlier version
),
judged AS (
    SELECT
        claims.position,
        claims.claim_id,
        CASE
            WHEN texts.text IS NULL
                THEN 'it cites an article version that the log does not hold'
            WHEN claims.evidence IS DISTINCT FROM substring(
                    texts.text, claims.evidence_start + 1, claims.evidence_end - claims.evidence_start
                )
                OR claims.evidence_start < 0 OR claims.evidence_end <= claims.evidence_start
                OR claims.evidence_end > length(texts.text)
                THEN 'its evidence is not what the article says at its range'
            WHEN claims.count_text IS NOT NULL AND (
                    claims.count_start IS NULL OR claims.count_end IS NULL OR claims.count_start < 0
                    OR claims.count_end > length(texts.text)
                    OR claims.count_text IS DISTINCT FROM substring(
                        texts.text, claims.count_start + 1, claims.count_end - claims.count_start
                    )
                )
                THEN 'the words of its number are not what the article says at their range'
        END AS what
    FROM claims
    LEFT JOIN texts
        ON claims.article_id = texts.article_id
        AND claims.article_version = texts.article_version
)
SELECT commits.commit_id, judged.position, judged.claim_id, judged.what
FROM judged
LEFT JOIN commits ON judged.position BETWEEN commits.first_position AND commits.last_position
WHERE judged.what IS NOT NULL
ORDER BY judged.position;
