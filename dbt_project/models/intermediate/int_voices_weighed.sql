-- Per series, each voice with the whole that it reports and the whole that its parts add up to, from one of its turns to the next.
with said as (
    select *
    from {{ ref('int_statements_spread') }}
    where bearing = 'said'
    qualify row_number() over (
        partition by turn_id, codebooks order by said_at desc, value, statement_id
    ) = 1
),

weighed as (
    select
        coalesce(said.turn_id, parts.turn_id) as turn_id,
        coalesce(said.codebooks, parts.codebooks) as codebooks,
        coalesce(said.reliability, parts.reliability) as reliability,
        said.value as said_value,
        said.low as said_low,
        said.high as said_high,
        said.at_least,
        said.at_most,
        said.said_at,
        said.statement_id as said_statement_id,
        -- Parts that a voice gave before its own total are overtaken by it; the same figure under a narrower name
        -- ("criminals" for "people") is the same statement, carried once more.
        said.said_at is null or parts.said_at >= said.said_at or parts.value = said.value as counts_parts,
        case when counts_parts then parts.value end as part_value,
        case when counts_parts then parts.low end as part_low,
        case when counts_parts then parts.high end as part_high,
        case when counts_parts then parts.said_at end as part_said_at,
        case when counts_parts then parts.statement_ids end as part_statement_ids
    from said
    full outer join {{ ref('int_parts_summed') }} as parts
        on said.turn_id = parts.turn_id and said.codebooks = parts.codebooks
),

-- What weighs the same in several codebooks is there once again.
agreed as (
    select * exclude (codebooks), bit_or(codebooks) as codebooks
    from weighed
    group by all
)

select
    -- Each set of codebooks has room in eight bits beside its turn: numbered without looking at all the others.
    turns.turn_id * 256 + agreed.codebooks as weighed_id,
    turns.series_id,
    turns.voice_key,
    turns.known_from,
    turns.first_moment_id,
    turns.next_moment_id,
    agreed.* exclude (turn_id)
from agreed
inner join {{ ref('int_voices_turned') }} as turns on agreed.turn_id = turns.turn_id
-- Rows that are weighed together lie together.
order by turns.first_moment_id
