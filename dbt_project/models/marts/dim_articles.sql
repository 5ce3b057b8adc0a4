{{ config(materialized='incremental', incremental_strategy='rows', unique_key=['article_id']) }}
with claims as (
    select version_key, count(*) as n_claims
    from {{ ref('int_claims_located') }}
    where is_selected
    group by version_key
),

redactions as (
    select article_id, max(recorded_at) as redacted_at
    from {{ ref('stg_event_log__redactions') }}
    group by article_id
)

select
    current_articles.article_id,
    current_articles.article_version,
    current_articles.file_name,
    current_articles.address,
    current_articles.title,
    current_articles.outlet,
    current_articles.url,
    current_articles.author,
    current_articles.language,
    current_articles.media_type,
    current_articles.published_at,
    current_articles.published_prec,
    current_articles.published_on,
    current_articles.text_length,
    texts.text_id,
    texts.is_original,
    coalesce(claims.n_claims, 0) as n_claims,
    articles.n_versions,
    case when versions.version_state = 'withdrawn' then versions.stands_until end as withdrawn_at,
    redactions.redacted_at,
    articles.first_recorded_at,
    articles.last_recorded_at
from {{ ref('int_articles_selected') }} as current_articles
inner join {{ ref('int_articles_renewed') }} as renewed
    on current_articles.article_id = renewed.article_id
inner join {{ ref('stg_event_log__articles') }} as articles
    on current_articles.article_id = articles.article_id
inner join {{ ref('int_versions_dated') }} as versions
    on
        current_articles.article_id = versions.article_id
        and current_articles.article_version = versions.article_version
inner join {{ ref('int_texts_grouped') }} as texts
    on versions.version_key = texts.version_key
left join claims on versions.version_key = claims.version_key
left join redactions on current_articles.article_id = redactions.article_id
