-- Positions of the events that somebody wants to see, the newest first; a filter that is null lets everything through.
-- An article is asked for by its id or the beginning of it, by its address, or by the name of its file.
WITH named AS (
    SELECT article_id AS stream FROM article_versions WHERE address = $article OR file_name = $article
    UNION
    SELECT stream FROM article_rejected WHERE address = $article OR file_name = $article
    UNION
    SELECT stream FROM envelopes WHERE stream = $article OR (length($article) >= 8 AND starts_with(stream, $article))
)
SELECT position, event_type
FROM envelopes
WHERE ($article IS NULL OR stream IN (FROM named))
    AND ($event_type IS NULL OR event_type = $event_type)
    AND ($since IS NULL OR recorded_at >= $since)
    AND ($until IS NULL OR recorded_at < $until)
ORDER BY position DESC
LIMIT $most;
