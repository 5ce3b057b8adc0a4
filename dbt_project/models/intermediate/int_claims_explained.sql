{{ config(materialized='incremental', incremental_strategy='rows', unique_key=['position']) }}
-- What became of every claim in the log: whether it counts (under `ucdp`; fct_measurements has every codebook), and why not;
-- what people said of it. What the claim itself says stays in the log, and what holds for all claims of a text with the text.
with ucdp as (select codebooks from {{ ref('int_codebooks_combined') }} where codebook = 'ucdp'),

-- Before all that is known of them comes in, for most claims are of areas that did not change.
claims as materialized (
    select position, article_id, version_key
    from {{ ref('int_claims_located') }}
    where {{ has_changed('area_id') }}
)

select
    claims.position,
    logged.claim_id,
    claims.article_id,
    claims.version_key,
    coalesce(reviewed.version_state = 'newest', false) as is_current,
    assigned.crisis_id,
    judged.voice_id,
    coalesce(judged.is_echo, false) as is_echo,
    case
        when reviewed.position is null then 'superseded'
        when reviewed.review_status = 'rejected' then 'rejected'
        when judged.position is null then 'uncounted_family'
        when judged.exclusion is not null then judged.exclusion
        when counted.position is null then 'no_number'
        when heard.position is null then 'outweighed'
        when judged.status = 'unconfirmed' then 'unconfirmed'
        else 'none'
    end as exclusion,
    judged.retracted_at,
    judged.denial_claim_id,
    coalesce(reviewed.review_status, 'unreviewed') as review_status,
    reviewed.reviewed_by,
    reviewed.review_reason,
    reviewed.reviewed_at,
    case when reviewed.review_status = 'corrected' then
        to_json(map_from_entries(list_filter([
            {% for column in correctable_columns() -%}
            {'key': '{{ column }}', 'value': reviewed.{{ column }}::varchar}{{ ',' if not loop.last }}
            {% endfor %}
        ], lambda entry: list_contains(reviewed.corrected_fields, entry.key))))::varchar
    end as correction,
    coalesce(doubted.doubts, []) as doubts
from claims
inner join {{ ref('stg_event_log__claims') }} as logged on claims.position = logged.position
left join {{ ref('int_claims_reviewed') }} as reviewed on claims.position = reviewed.position
left join {{ ref('int_claims_assigned') }} as assigned on claims.position = assigned.position
left join {{ ref('int_claims_judged') }} as judged on claims.position = judged.position
left join (
    select position from {{ ref('int_claims_counted') }} where codebooks in (select codebooks from ucdp)
) as counted on claims.position = counted.position
left join (
    select position from {{ ref('int_claims_heard') }} where codebooks in (select codebooks from ucdp)
) as heard on claims.position = heard.position
left join {{ ref('int_claims_doubted') }} as doubted on claims.position = doubted.position
