-- Which of the incoming events the log does not hold yet, in the order in which they came, and where they will stand.
-- `incoming` is an Arrow table (ordinal, event_id, stream); parameter: the last position of the log.
WITH
held AS (
    SELECT envelopes.event_id
    FROM envelopes
    SEMI JOIN incoming USING (event_id)
),
current_versions AS (
    SELECT envelopes.stream, max(envelopes.stream_version) AS stream_version
    FROM envelopes
    SEMI JOIN incoming USING (stream)
    GROUP BY ALL
),
fresh AS (
    SELECT *
    FROM incoming
    ANTI JOIN held USING (event_id)
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
