select event_id, article_id, article_version, text from {{ source('event_log', 'article_ingested') }}
union all
select event_id, article_id, article_version, text from {{ source('event_log', 'article_revised') }}
