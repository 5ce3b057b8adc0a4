-- The newest version of each article, and the version at which its stream stands (extractions and claims count in it too).
WITH standings AS (
    SELECT stream, max(stream_version) AS stream_version
    FROM envelopes
    GROUP BY ALL
)
SELECT
    newest.article_id,
    newest.article_version,
    newest.raw_digest,
    newest.address,
    standings.stream_version
FROM newest_article_versions AS newest
JOIN standings ON newest.article_id = standings.stream
ORDER BY newest.position;
