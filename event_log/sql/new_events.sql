-- Which of the incoming events the log does not hold yet, in the order in which they came, and where they will stand.
-- `incoming` is an Arrow table (ordinal, event_id, stream); parameter: the last position of the log.
-- An event that is held already is in the same stream, for the stream follows from what the event says: one look at the
-- streams in question answers both what is held and which versions come next.
WITH
neighbours AS MATERIALIZED (
    SELECT event_id, stream, stream_version
    FROM envelopes
    SEMI JOIN incoming USING (stream)
),
current_versions AS (
    SELECT stream, max(stream_version) AS stream_version
    FROM neighbours
    GROUP BY ALL
),
fresh AS (
    SELECT *
    FROM incoming
    ANTI JOIN neighbours USING (event_id)
    QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY ordinal) = 1
)
SELECT
    fresh.ordinal,
    $last_position + row_number() OVER (ORDER BY fresh.ordinal) AS position,
    fresh.event_id,
    fresh.stream,
    coalesce(current_versions.stream_version, 0)
        + row_number() OVER (PARTITION BY fresh.stream ORDER BY fresh.ordinal) AS stream_version
FROM fresh
LEFT JOIN current_versions USING (stream)
ORDER BY fresh.ordinal;
