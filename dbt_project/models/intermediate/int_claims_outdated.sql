-- A voice's own earlier number, printed again after the same voice had gone beyond it, or passed on by an outlet after the voice
-- had gone down from it.
with claims as (
    select
        claims.position,
        claims.value,
        claims.published_at,
        claims.is_echo,
        least(retractions.retracted_at, claims.stands_until) as closed_at,
        -- One voice on one thing; as a key, one number costs a fraction of six words.
        hash(claims.voice_id, claims.country_code, claims.kind, claims.group_name, claims.place, claims.scope) as speaker
    from {{ ref('int_claims_echoed') }} as claims
    left join {{ ref('int_claims_retracted') }} as retractions on claims.position = retractions.position
    where
        claims.value is not null
        and claims.status = 'asserted'
        and claims.published_at is not null
        and claims.country_code is not null
        and claims.group_name is not null
        and claims.place is not null
),

dated as (
    select *, min(published_at) over (partition by speaker, value) as first_said_at
    from claims
)

-- What the voice said since it first gave the number and before it gave it again, unless it was closed by then: more than it, or
-- less, which an outlet takes no notice of that passes on what the voice went down from.
select distinct claims.position
from dated as claims
inner join claims as others
    on
        claims.speaker = others.speaker
        and claims.first_said_at < others.published_at
        and others.published_at < claims.published_at
where
    (others.value > claims.value and (others.closed_at is null or others.closed_at > claims.published_at))
    or (others.value < claims.value and others.closed_at is null and claims.is_echo)
