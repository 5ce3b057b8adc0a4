-- Two voices at one time whose intervals leave no number on which both could be right. An earlier and lower figure is no
-- conflict but outdated: tolls run. Each pair from when both stood until one ceased to.
with said as (
    select
        series_id, codebooks, voice_id, known_from, coalesce(known_to, 'infinity'::timestamptz) as known_to,
        at_least, at_most, low, high, statement_id,
        said_at, said_at - to_days({{ var('rival_days') }}) as outdated_at
    from {{ ref('int_statements_spread') }}
    where bearing = 'said' and reliability < {{ var('vague_reliability') }}
)

select
    voices.series_id,
    voices.codebooks & rivals.codebooks as codebooks,
    greatest(voices.known_from, rivals.known_from) as known_from,
    nullif(least(voices.known_to, rivals.known_to), 'infinity'::timestamptz) as known_to,
    voices.voice_id,
    rivals.voice_id as rival_voice_id,
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
        and voices.voice_id != rivals.voice_id
        and voices.known_from < rivals.known_to
        and rivals.known_from < voices.known_to
        -- The voice is the lower one, the rival the higher: each pair once.
        and voices.at_most < rivals.at_least
        and voices.said_at >= rivals.outdated_at
