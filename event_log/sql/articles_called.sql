-- Articles whose id, address or any version's file name is the given one.
SELECT
    newest.article_id,
    newest.article_version,
    newest.raw_digest,
    newest.address,
    (SELECT max(stream_version) FROM envelopes WHERE stream = newest.article_id) AS stream_version
FROM newest_article_versions AS newest
WHERE newest.article_id = $called OR newest.address = $called OR newest.file_name = $called
ORDER BY newest.position;
