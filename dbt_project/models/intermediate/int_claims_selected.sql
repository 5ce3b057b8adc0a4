-- Claims of the texts that ever stood, each for as long as its text did; of the articles that this build looks at.
select
    claims.*,
    versions.published_at,
    coalesce(versions.outlet, versions.file_name) as outlet,
    versions.stands_until,
    versions.version_state,
    texts.text_id,
    texts.original_outlet as text_outlet
from {{ ref('stg_event_log__claims') }} as claims
inner join {{ ref('int_claims_located') }} as located on claims.position = located.position
inner join {{ ref('int_articles_renewed') }} as renewed on located.article_id = renewed.article_id
inner join {{ ref('int_versions_dated') }} as versions
    on claims.article_id = versions.article_id and claims.article_version = versions.article_version
inner join {{ ref('int_texts_grouped') }} as texts
    on claims.article_id = texts.article_id and claims.article_version = texts.article_version
where located.is_selected
