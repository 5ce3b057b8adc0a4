select article_id, article_version, text from {{ source('event_log', 'article_ingested') }}
union all by name
select article_id, article_version, text from {{ source('event_log', 'article_revised') }}
