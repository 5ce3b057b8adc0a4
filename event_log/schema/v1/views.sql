CREATE VIEW envelopes AS
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_ingested' AS event_type
FROM article_ingested
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_revised' AS event_type
FROM article_revised
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_rejected' AS event_type
FROM article_rejected
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_released' AS event_type
FROM article_released
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_withdrawn' AS event_type
FROM article_withdrawn
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'article_redacted' AS event_type
FROM article_redacted
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'extraction_completed' AS event_type
FROM extraction_completed
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'casualty_reported' AS event_type
FROM casualty_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'detention_reported' AS event_type
FROM detention_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'displacement_reported' AS event_type
FROM displacement_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'deployment_reported' AS event_type
FROM deployment_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'damage_reported' AS event_type
FROM damage_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'unrest_reported' AS event_type
FROM unrest_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'disruption_reported' AS event_type
FROM disruption_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'measure_reported' AS event_type
FROM measure_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'response_reported' AS event_type
FROM response_reported
UNION ALL
SELECT
    position, event_id, stream, stream_version, recorded_at, run_id, producer, schema_version, 'claim_reviewed' AS event_type
FROM claim_reviewed;

COMMENT ON VIEW envelopes IS 'Where every event stands in the log, whatever it says. One row per event.';

CREATE VIEW article_versions AS
FROM article_ingested
UNION ALL BY NAME
FROM article_revised;

COMMENT ON VIEW article_versions IS 'Every version of every article. One row per version.';

CREATE VIEW newest_article_versions AS
SELECT *
FROM article_versions
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY position DESC) = 1;

COMMENT ON VIEW newest_article_versions IS 'What each address says now. One row per article.';

CREATE VIEW claims AS
FROM casualty_reported
UNION ALL BY NAME
FROM detention_reported
UNION ALL BY NAME
FROM displacement_reported
UNION ALL BY NAME
FROM deployment_reported
UNION ALL BY NAME
FROM damage_reported
UNION ALL BY NAME
FROM unrest_reported
UNION ALL BY NAME
FROM disruption_reported
UNION ALL BY NAME
FROM measure_reported
UNION ALL BY NAME
FROM response_reported;

COMMENT ON VIEW claims IS 'The claims of all families and all extractor versions. One row per claim event.';
