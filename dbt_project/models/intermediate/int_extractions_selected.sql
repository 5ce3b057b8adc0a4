{{ kept_by_article() }}
-- Per extractor, its newest reading of each version that ever stood. Older readings stay in the log and in fct_claims.
select
    extractions.event_id,
    extractions.article_id,
    extractions.article_version,
    versions.version_key,
    extractions.extractor,
    extractions.extractor_version
from {{ ref('stg_event_log__extractions') }} as extractions
inner join {{ ref('int_versions_dated') }} as versions
    on extractions.article_id = versions.article_id and extractions.article_version = versions.article_version
where versions.has_stood and {{ is_heard_of('extractions.article_id') }}
qualify row_number() over (
    partition by extractions.article_id, extractions.article_version, extractions.extractor
    order by extractions.position desc
) = 1
