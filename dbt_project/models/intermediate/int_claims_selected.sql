-- Claims of the texts that ever stood, each for as long as its text did; of the articles that this build looks at.
select
    claims.* exclude (event_id, article_version),
    versions.published_at,
    coalesce(versions.outlet, versions.file_name) as outlet,
    versions.stands_until,
    versions.version_state,
    versions.version_key,
    versions.article_key,
    texts.text_key,
    texts.original_outlet as text_outlet
from {{ ref('stg_event_log__claims') }} as claims
inner join {{ ref('int_claims_located') }} as located on claims.position = located.position
inner join {{ ref('int_articles_renewed') }} as renewed on located.article_id = renewed.article_id
inner join {{ ref('int_versions_dated') }} as versions
    on located.version_key = versions.version_key
inner join {{ ref('int_texts_grouped') }} as texts
    on located.version_key = texts.version_key
where located.is_selected
