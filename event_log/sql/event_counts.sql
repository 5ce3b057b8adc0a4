SELECT 'article_ingested' AS event_type, count(*) AS event_count FROM article_ingested
UNION ALL SELECT 'article_revised', count(*) FROM article_revised
UNION ALL SELECT 'article_rejected', count(*) FROM article_rejected
UNION ALL SELECT 'article_released', count(*) FROM article_released
UNION ALL SELECT 'article_withdrawn', count(*) FROM article_withdrawn
UNION ALL SELECT 'article_redacted', count(*) FROM article_redacted
UNION ALL SELECT 'extraction_completed', count(*) FROM extraction_completed
UNION ALL SELECT 'casualty_reported', count(*) FROM casualty_reported
UNION ALL SELECT 'detention_reported', count(*) FROM detention_reported
UNION ALL SELECT 'displacement_reported', count(*) FROM displacement_reported
UNION ALL SELECT 'deployment_reported', count(*) FROM deployment_reported
UNION ALL SELECT 'damage_reported', count(*) FROM damage_reported
UNION ALL SELECT 'unrest_reported', count(*) FROM unrest_reported
UNION ALL SELECT 'disruption_reported', count(*) FROM disruption_reported
UNION ALL SELECT 'measure_reported', count(*) FROM measure_reported
UNION ALL SELECT 'response_reported', count(*) FROM response_reported
UNION ALL SELECT 'claim_reviewed', count(*) FROM claim_reviewed;
