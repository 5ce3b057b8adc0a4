{{ kept_by_article() }}
-- Where every claim in the log belongs: its article, its source, its area. An area is what bears on nothing beyond itself: a
-- country or, for claims that name none, their article. Narrow, for it is of all claims.
with claims as (
    select
        claims.position,
        claims.article_id,
        claims.article_version,
        claims.extractor,
        claims.extractor_version,
        claims.country_code as written_country_code,
        {% for column in ['country_code', 'source', 'source_type'] -%}
        case
            when list_contains(verdicts.corrected_fields, '{{ column }}') then verdicts.{{ column }}
            else claims.{{ column }}
        end as {{ column }},
        {% endfor -%}
        coalesce(verdicts.verdict = 'rejected', false) as is_rejected
    from {{ ref('stg_event_log__claims') }} as claims
    left join {{ ref('int_reviews_selected') }} as verdicts on claims.claim_id = verdicts.claim_id
    where {{ is_heard_of('claims.article_id') }}
)

select
    claims.position,
    claims.article_id,
    versions.version_key,
    {{ area_of(
        'case when extractions.version_key is null then claims.written_country_code else claims.country_code end',
        'claims.article_id'
    ) }} as area_id,
    claims.country_code,
    claims.source,
    claims.source_type,
    claims.is_rejected,
    extractions.version_key is not null as is_selected,
    versions.published_at
from claims
left join {{ ref('int_versions_dated') }} as versions
    on claims.article_id = versions.article_id and claims.article_version = versions.article_version
left join {{ ref('int_extractions_selected') }} as extractions
    on
        versions.version_key = extractions.version_key
        and claims.extractor = extractions.extractor
        and claims.extractor_version = extractions.extractor_version
