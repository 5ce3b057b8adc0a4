-- Each claim as it reads with the newest verdict on it. Verdicts hold for what a claim says: where a newer reading says
-- something else of the same words, the question is open again. Whoever needs the words themselves finds them by the position.
with lost as (
    select distinct claims.article_id, claims.family, claims.evidence
    from {{ ref('int_reviews_selected') }} as verdicts
    inner join {{ ref('stg_event_log__claims') }} as claims on verdicts.claim_id = claims.claim_id
    where
        verdicts.verdict != 'open'
        and claims.position not in (
            select located.position
            from {{ ref('int_claims_located') }} as located
            inner join {{ ref('int_versions_dated') }} as versions on located.version_key = versions.version_key
            where located.is_selected and versions.version_state = 'newest'
        )
)

select
    claims.* exclude (
        evidence, evidence_end, count_start, count_end, when_text, via, actor, rule, extractor, extractor_version, recorded_at
    )
    replace (
        {% for column in correctable_columns() -%}
        case
            when list_contains(verdicts.corrected_fields, '{{ column }}') then verdicts.{{ column }}
            else claims.{{ column }}
        end as {{ column }}{{ ',' if not loop.last }}
        {% endfor %}
    ),
    case
        when verdicts.verdict != 'open' then verdicts.verdict
        when lost.evidence is not null then 'reopened'
        else 'unreviewed'
    end as review_status,
    case when verdicts.verdict != 'open' then verdicts.reviewed_by end as reviewed_by,
    case when verdicts.verdict != 'open' then verdicts.reason end as review_reason,
    case when verdicts.verdict != 'open' then verdicts.recorded_at end as reviewed_at,
    verdicts.corrected_fields,
    length(claims.evidence) as evidence_length
from {{ ref('int_claims_selected') }} as claims
left join {{ ref('int_reviews_selected') }} as verdicts on claims.claim_id = verdicts.claim_id
left join lost
    on claims.article_id = lost.article_id and claims.family = lost.family and claims.evidence = lost.evidence
