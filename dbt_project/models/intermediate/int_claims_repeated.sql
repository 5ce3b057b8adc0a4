-- Numbers said again that say nothing new:
-- `repeats_retracted`: after the denial, by the same voice, by the state that denied it, or by an outlet on nobody else's word;
-- `stale_repeat`: a voice's own earlier number, printed again after the same voice had gone beyond it, or passed on by an outlet
-- after the voice had gone down from it.
with claims as (
    select
        claims.*,
        retractions.retracted_at,
        least(retractions.retracted_at, claims.stands_until) as closed_at
    from {{ ref('int_claims_echoed') }} as claims
    left join {{ ref('int_claims_retracted') }} as retractions on claims.event_id = retractions.event_id
    where claims.value is not null and claims.status = 'asserted'
),

retracted_again as (
    select distinct claims.event_id, 'repeats_retracted' as repeat_kind
    from claims
    inner join claims as former
        on
            claims.country_code = former.country_code
            and claims.kind = former.kind
            and claims.value = former.value
            and claims.published_at > former.retracted_at
            and (
                claims.voice_id = former.voice_id
                or (claims.is_state and former.is_state)
                or claims.source_type in ('outlet', 'media')
            )
),

gone_beyond as (
    select distinct claims.event_id, 'stale_repeat' as repeat_kind
    from claims
    inner join claims as former
        on {{ same_statement_series('claims', 'former') }} and claims.value = former.value
    inner join claims as later
        on
            {{ same_statement_series('claims', 'later') }}
            and (claims.value < later.value or (claims.is_echo and claims.value > later.value))
    where
        former.published_at < later.published_at
        and later.published_at < claims.published_at
        and (later.closed_at is null or later.closed_at > claims.published_at)
)

select event_id, min(repeat_kind) as repeat_kind
from (select * from retracted_again union all select * from gone_beyond)
group by event_id
