-- One voice in many outlets: "the government", a broadcaster or the outlet itself giving the very number that a particular
-- office gave shortly before passes that office's number on.
with echoes as (
    select
        position,
        is_relaying,
        -- The first office to give the number within these days; a frame, for there are numbers that half the claims share.
        arg_min(
            {'voice_id': own_voice_id, 'reliability': reliability, 'is_state': is_state}, (published_at, own_voice_id)
        ) filter (where not is_relaying and status = 'asserted' and reliability = 1) over (
            partition by country_code, kind, scope, place, value
            order by epoch_us(published_at) range between {{ var('echo_days') }} * 86400000000 preceding and current row
        ) as first_office
    from {{ ref('int_claims_voiced') }}
    where
        value >= {{ var('echo_floor') }}
        and published_at is not null
        and country_code is not null
        and place is not null
)

select position, first_office
from echoes
where is_relaying and first_office is not null
