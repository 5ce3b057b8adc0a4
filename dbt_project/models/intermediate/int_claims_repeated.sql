-- Numbers said again that say nothing new:
-- `repeats_retracted`: after the denial, by the same voice, by the state that denied it, or by an outlet on nobody else's word;
-- `stale_repeat`: a voice's own earlier number, printed again after the same voice had gone beyond it.
with retracted as (
    select
        claims.country_code,
        claims.kind,
        claims.value,
        claims.voice_id,
        min(retractions.retracted_at) as by_voice,
        min(min(retractions.retracted_at) filter (where claims.is_state)) over number as by_state,
        min(min(retractions.retracted_at)) over number as by_anyone
    from {{ ref('int_claims_echoed') }} as claims
    inner join {{ ref('int_claims_retracted') }} as retractions on claims.position = retractions.position
    where claims.value is not null and claims.status = 'asserted'
    group by claims.country_code, claims.kind, claims.value, claims.voice_id
    window number as (partition by claims.country_code, claims.kind, claims.value)
),

numbers as (select distinct country_code, kind, value, by_state, by_anyone from retracted),

retracted_again as (
    select claims.position, 'repeats_retracted' as repeat_kind
    from {{ ref('int_claims_echoed') }} as claims
    inner join numbers
        on
            claims.country_code = numbers.country_code
            and claims.kind = numbers.kind
            and claims.value = numbers.value
    left join retracted
        on
            claims.country_code = retracted.country_code
            and claims.kind = retracted.kind
            and claims.value = retracted.value
            and claims.voice_id = retracted.voice_id
    where
        claims.status = 'asserted'
        and (
            claims.published_at > retracted.by_voice
            or (claims.is_state and claims.published_at > numbers.by_state)
            or (claims.source_type in ('outlet', 'media') and claims.published_at > numbers.by_anyone)
        )
)

select position, min(repeat_kind) as repeat_kind
from (
    select position, repeat_kind from retracted_again
    union all
    select position, 'stale_repeat' from {{ ref('int_claims_outdated') }}
) as repeats
group by position
