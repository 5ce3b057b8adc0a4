-- Law 2: the words at a claim's ranges are its evidence and its number. Ranges count characters (code points) from 0.
-- Characters are counted from the start of a text each time, so a number is looked for in its evidence where it lies there:
-- the evidence is short, and was found to be the article's own words before.
WITH texts AS (
    SELECT DISTINCT article_id, article_version, text FROM article_versions  -- an article may go back to an earlier version
),
measured AS (
    SELECT *, length(text) AS text_length FROM texts
),
judged AS (
    SELECT
        claims.position,
        claims.claim_id,
        CASE
            WHEN measured.text IS NULL
                THEN 'it cites an article version that the log does not hold'
            WHEN claims.evidence_start < 0 OR claims.evidence_end <= claims.evidence_start
                OR claims.evidence_end > measured.text_length
                OR claims.evidence IS DISTINCT FROM substring(
                    measured.text, claims.evidence_start + 1, claims.evidence_end - claims.evidence_start
                )
                THEN 'its evidence is not what the article says at its range'
            WHEN claims.count_text IS NOT NULL AND (
                    claims.count_start IS NULL OR claims.count_end IS NULL OR claims.count_start < 0
                    OR claims.count_end > measured.text_length
                    OR claims.count_text IS DISTINCT FROM CASE
                        WHEN claims.count_start >= claims.evidence_start AND claims.count_end <= claims.evidence_end
                            THEN substring(
                                claims.evidence,
                                claims.count_start - claims.evidence_start + 1,
                                claims.count_end - claims.count_start
                            )
                        ELSE substring(
                            measured.text, claims.count_start + 1, claims.count_end - claims.count_start
                        )
                    END
                )
                THEN 'the words of its number are not what the article says at their range'
        END AS what
    FROM claims
    LEFT JOIN measured
        ON claims.article_id = measured.article_id
        AND claims.article_version = measured.article_version
)
SELECT commits.commit_id, judged.position, judged.claim_id, judged.what
FROM judged
LEFT JOIN commits ON judged.position BETWEEN commits.first_position AND commits.last_position
WHERE judged.what IS NOT NULL
ORDER BY judged.position;
