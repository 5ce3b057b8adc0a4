-- A source that denies a number closes it from then on; a state is one speaker, so an office may deny for another.
-- A denial that was withdrawn itself denies nothing. What the same article gave as parts of that number, on the same word, falls with it.
with denials as (
    select claim_id, country_code, kind, value, voice_id, is_state, published_at
    from {{ ref('int_claims_echoed') }}
    where
        status = 'denied'
        and value is not null
        and published_at is not null
        and version_state is distinct from 'withdrawn'
),

closed as (
    select
        claims.event_id,
        claims.article_id,
        claims.voice_id,
        claims.kind,
        claims.value,
        denials.claim_id as denial_claim_id,
        denials.published_at as retracted_at
    from {{ ref('int_claims_echoed') }} as claims
    inner join denials
        on
            claims.country_code = denials.country_code
            and claims.kind = denials.kind
            and claims.value = denials.value
            and claims.published_at <= denials.published_at
            and (claims.voice_id = denials.voice_id or (claims.is_state and denials.is_state))
    where claims.status in ('asserted', 'unconfirmed')
),

with_parts as (
    select event_id, denial_claim_id, retracted_at from closed
    union all
    select parts.event_id, closed.denial_claim_id, closed.retracted_at
    from closed
    inner join {{ ref('int_claims_echoed') }} as parts
        on
            closed.article_id = parts.article_id
            and closed.voice_id = parts.voice_id
            and closed.kind = parts.kind
            and closed.value > parts.value
)

select
    event_id,
    min(retracted_at) as retracted_at,
    arg_min(denial_claim_id, (retracted_at, denial_claim_id)) as denial_claim_id
from with_parts
group by event_id
