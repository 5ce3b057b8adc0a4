-- Two voices at one time whose intervals leave no number on which both could be right. An earlier and lower figure is no
-- conflict but outdated: tolls run. Each pair from when both stood until one ceased to.
with said as (
    select
        spread.series_id, spread.codebooks, turns.voice_key, turns.known_from, turns.known_to, turns.first_moment_id,
        turns.next_moment_id, spread.at_least, spread.at_most, spread.low, spread.high, spread.statement_id,
        spread.said_at, {{ days_later('spread.said_at', -var('rival_days')) }} as outdated_at
    from {{ ref('int_statements_spread') }} as spread
    inner join {{ ref('int_voices_turned') }} as turns on spread.turn_id = turns.turn_id
    where spread.bearing = 'said' and spread.reliability < {{ var('vague_reliability') }}
    -- Who is weighed together lies together.
    order by turns.first_moment_id
)

select
    voices.series_id,
    voices.codebooks & rivals.codebooks as codebooks,
    greatest(voices.known_from, rivals.known_from) as known_from,
    -- Null, which is "until now", is left out of the least of two.
    least(voices.known_to, rivals.known_to) as known_to,
    voices.voice_key,
    rivals.voice_key as rival_voice_key,
    voices.low,
    voices.high,
    rivals.low as rival_low,
    rivals.high as rival_high,
    rivals.at_least - voices.at_most as gap,
    voices.statement_id,
    rivals.statement_id as rival_statement_id
from said as voices
inner join said as rivals
    on
        voices.series_id = rivals.series_id
        and (voices.codebooks & rivals.codebooks) != 0
        and voices.voice_key != rivals.voice_key
        and voices.first_moment_id < rivals.next_moment_id
        and rivals.first_moment_id < voices.next_moment_id
        -- The voice is the lower one, the rival the higher: each pair once.
        and voices.at_most < rivals.at_least
        and voices.said_at >= rivals.outdated_at
