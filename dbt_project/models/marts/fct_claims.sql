{{ config(materialized='incremental', incremental_strategy='rows', unique_key=['position']) }}
-- depends_on: {{ ref('stg_event_log__articles_heard') }}
-- A claim as its article makes it. What reviewers corrected stands beside it, in `correction`, never over it. In a build that
-- keeps rows, those of which something else is known than stands in them; what an article says changes with what comes in of it.
{% set known = [
    'is_current', 'text_id', 'published_at', 'crisis_id', 'voice_id', 'is_echo', 'exclusion', 'retracted_at', 'denial_claim_id',
    'version_state', 'stands_until', 'review_status', 'reviewed_by', 'review_reason', 'reviewed_at', 'correction', 'doubts'
] -%}
with explained as (
    select now_known.*
    from {{ ref('int_claims_explained') }} as now_known
    {% if is_incremental() -%}
    left join {{ this }} as former on now_known.position = former.position
    where
        {{ is_heard_of('now_known.article_id') }}
        or (now_known.{{ known | join(', now_known.') }}) is distinct from (former.{{ known | join(', former.') }})
    {%- endif %}
)

select
    claims.event_id,
    claims.claim_id,
    explained.is_current,
    claims.article_id,
    claims.article_version,
    explained.text_id,
    explained.file_name as article,
    explained.published_at,
    claims.family,
    claims.kind,
    claims.count_value,
    claims.count_low,
    claims.count_high,
    claims.count_text,
    claims.subject,
    claims.group_name,
    claims.actor,
    claims.place,
    claims.country_code,
    claims.admin1_code,
    claims.geoname_id,
    claims.latitude,
    claims.longitude,
    claims.where_prec,
    claims.when_text,
    claims.when_start,
    claims.when_end,
    claims.scope,
    claims.source,
    claims.via,
    claims.source_type,
    claims.status,
    claims.evidence,
    claims.evidence_start,
    claims.evidence_end,
    claims.count_start,
    claims.count_end,
    claims.extractor,
    claims.extractor_version,
    claims.rule,
    explained.crisis_id,
    explained.voice_id,
    explained.is_echo,
    explained.exclusion,
    explained.retracted_at,
    explained.denial_claim_id,
    explained.version_state,
    explained.stands_until,
    explained.review_status,
    explained.reviewed_by,
    explained.review_reason,
    explained.reviewed_at,
    explained.correction,
    explained.doubts,
    claims.recorded_at,
    claims.position
from {{ ref('stg_event_log__claims') }} as claims
inner join explained on claims.position = explained.position
