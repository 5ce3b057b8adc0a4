-- Raw bytes that the log says are in the archive, and the first commit that says so.
WITH named AS (
    SELECT raw_digest, position FROM article_versions
    UNION ALL
    SELECT raw_digest, position FROM article_rejected WHERE raw_digest IS NOT NULL
)
SELECT named.raw_digest, min(commits.commit_id) AS commit_id
FROM named
LEFT JOIN commits ON named.position BETWEEN commits.first_position AND commits.last_position
GROUP BY ALL;
