select
    claims.*,
    articles.published_at,
    coalesce(articles.outlet, articles.file_name) as outlet
from {{ ref('stg_event_log__claims') }} as claims
inner join {{ ref('int_extractions_selected') }} as extractions
    on
        claims.article_id = extractions.article_id
        and claims.article_version = extractions.article_version
        and claims.extractor = extractions.extractor
        and claims.extractor_version = extractions.extractor_version
inner join {{ ref('int_articles_selected') }} as articles
    on claims.article_id = articles.article_id
