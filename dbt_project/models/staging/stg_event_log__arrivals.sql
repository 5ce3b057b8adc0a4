select *, 'article_ingested' as event_type, 'ingested' as arrival from {{ source('event_log', 'article_ingested') }}
union all by name
select *, 'article_revised' as event_type, 'revised' as arrival from {{ source('event_log', 'article_revised') }}
