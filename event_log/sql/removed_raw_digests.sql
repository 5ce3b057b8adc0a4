-- Raw bytes that redactions removed from the archive; not those that another article, its words still there, came from since.
WITH live AS (
    SELECT raw_digest
    FROM article_versions AS versions
    WHERE NOT EXISTS (
        FROM article_redacted AS redacted
        WHERE redacted.article_id = versions.article_id AND versions.position <= redacted.redacted_to
    )
),
removed AS (
    SELECT DISTINCT unnest(string_split(raw_digests, ' ')) AS raw_digest
    FROM article_redacted
    WHERE raw_digests != ''
)
SELECT raw_digest FROM removed ANTI JOIN live USING (raw_digest) ORDER BY raw_digest;
