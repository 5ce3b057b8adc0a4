-- A source that denies a number closes it from then on; a state is one speaker, so an office may deny for another.
-- A denial that was withdrawn itself denies nothing. What the same article gave as parts of that number, on the same word, falls with it.
with denials as (
    select
        claims.country_code, claims.kind, claims.value, claims.voice_id, claims.is_state, claims.published_at,
        min(reviewed.claim_id) as claim_id
    from {{ ref('int_claims_echoed') }} as claims
    inner join {{ ref('int_claims_reviewed') }} as reviewed on claims.position = reviewed.position
    where
        claims.status = 'denied'
        and claims.value is not null
        and claims.published_at is not null
        and claims.version_state is distinct from 'withdrawn'
    group by all
),

state_denials as (
    select country_code, kind, value, published_at, min(claim_id) as claim_id
    from denials
    where is_state
    group by all
),

claims as (
    select position, article_key, voice_id, country_code, kind, value, is_state, published_at
    from {{ ref('int_claims_echoed') }}
    where status in ('asserted', 'unconfirmed')
),

-- The next denial after each claim, by its voice and by the state.
closed as (
    select claims.*, denials.claim_id as denial_claim_id, denials.published_at as retracted_at
    from claims
    asof inner join denials
        on
            claims.country_code = denials.country_code
            and claims.kind = denials.kind
            and claims.value = denials.value
            and claims.voice_id = denials.voice_id
            and claims.published_at <= denials.published_at

    union all

    select claims.*, denials.claim_id, denials.published_at
    from (select * from claims where is_state) as claims
    asof inner join state_denials as denials
        on
            claims.country_code = denials.country_code
            and claims.kind = denials.kind
            and claims.value = denials.value
            and claims.published_at <= denials.published_at
),

with_parts as (
    select position, denial_claim_id, retracted_at from closed
    union all
    select parts.position, closed.denial_claim_id, closed.retracted_at
    from closed
    inner join {{ ref('int_claims_echoed') }} as parts
        on
            closed.article_key = parts.article_key
            and closed.country_code = parts.country_code
            and closed.voice_id = parts.voice_id
            and closed.kind = parts.kind
            and closed.value > parts.value
)

select
    position,
    min(retracted_at) as retracted_at,
    arg_min(denial_claim_id, (retracted_at, denial_claim_id)) as denial_claim_id
from with_parts
group by position
