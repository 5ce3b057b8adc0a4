-- One voice in many outlets: "the government", a broadcaster or the outlet itself giving the very number that a particular
-- office gave shortly before passes that office's number on. It is then that office's claim, carried once more.
with echoes as (
    select
        claims.event_id,
        arg_min(offices.own_voice_id, (offices.published_at, offices.own_voice_id)) as voice_id,
        arg_min(offices.reliability, (offices.published_at, offices.own_voice_id)) as reliability,
        arg_min(offices.is_state, (offices.published_at, offices.own_voice_id)) as is_state
    from {{ ref('int_claims_voiced') }} as claims
    inner join {{ ref('int_claims_voiced') }} as offices
        on
            claims.country_code = offices.country_code
            and claims.kind = offices.kind
            and claims.scope = offices.scope
            and claims.place = offices.place
            and claims.value = offices.value
            and offices.published_at <= claims.published_at
            and offices.published_at >= claims.published_at - to_days({{ var('echo_days') }})
    where
        claims.is_relaying
        and claims.value >= {{ var('echo_floor') }}
        and not offices.is_relaying
        and offices.status = 'asserted'
        and offices.reliability = 1
    group by claims.event_id
)

select
    claims.* exclude (reliability, is_state, is_relaying),
    coalesce(echoes.voice_id, claims.own_voice_id) as voice_id,
    coalesce(echoes.reliability, claims.reliability) as reliability,
    coalesce(echoes.is_state, claims.is_state) as is_state,
    echoes.voice_id is not null as is_echo
from {{ ref('int_claims_voiced') }} as claims
left join echoes on claims.event_id = echoes.event_id
