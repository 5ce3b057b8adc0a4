-- Per extractor, its newest reading of the newest article version. Older readings stay in the log and in fct_claims.
select
    extractions.event_id,
    extractions.article_id,
    extractions.article_version,
    extractions.extractor,
    extractions.extractor_version
from {{ ref('stg_event_log__extractions') }} as extractions
inner join {{ ref('int_articles_selected') }} as articles
    on extractions.article_id = articles.article_id and extractions.article_version = articles.article_version
qualify row_number() over (
    partition by extractions.article_id, extractions.extractor order by extractions.position desc
) = 1
