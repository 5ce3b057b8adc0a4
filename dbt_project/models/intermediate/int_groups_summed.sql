-- A place's whole out of its groups, within one voice: groups that one article tells apart are disjoint and add up; the same
-- people under two articles' labels ("protesters" here, "armed criminals" there) are on one side and do not. A part that is the only
-- one of its turn needs no adding up, and most are.
with telling as (
    -- "Protesters were killed" adds nothing to eighteen dead officers: number words count only among themselves. And that nobody
    -- died in one town says nothing of the country.
    select *
    from {{ ref('int_statements_spread') }}
    where bearing = 'part' and value > 0
    window turn as (partition by turn_id, codebooks)
    qualify
        count(*) over turn > 1
        and (reliability < {{ var('vague_reliability') }} or min(reliability) over turn = {{ var('vague_reliability') }})
),

parts as (
    select
        spread.turn_id, spread.series_id, spread.codebooks, spread.reliability, spread.said_at,
        spread.value, spread.low, spread.high, spread.statement_id,
        nested.place, nested.side, nested.region, nested.whole_place_is,
        unnest(statements.text_keys) as text_key
    from telling as spread
    inner join {{ ref('int_series_nested') }} as nested
        on spread.own_series_id = nested.series_id and spread.series_id = nested.whole_series_id
    inner join {{ ref('int_statements_run') }} as statements on spread.statement_id = statements.statement_id
),

texts_summed as (
    select
        turn_id, series_id, codebooks, place, region, whole_place_is, side, text_key,
        max(reliability) as reliability,
        sum(value)::bigint as value,
        sum(low)::bigint as low,
        sum(high)::bigint as high,
        max(said_at) as said_at,
        list(statement_id) as statement_ids
    from parts
    group by turn_id, series_id, codebooks, place, region, whole_place_is, side, text_key
),

sides as (
    select
        turn_id, series_id, codebooks, place, region, whole_place_is, side, value,
        min(reliability) as reliability,
        min(low) as low,
        max(high) as high,
        max(said_at) as said_at,
        flatten(list(statement_ids)) as statement_ids
    from texts_summed
    group by turn_id, series_id, codebooks, place, region, whole_place_is, side, value
    qualify row_number() over (
        partition by turn_id, codebooks, place, side order by value desc
    ) = 1
)

select
    turn_id,
    any_value(series_id) as series_id,
    codebooks,
    place,
    any_value(region) as region,
    any_value(whole_place_is) as whole_place_is,
    -- A place's own figure for everybody already holds its groups.
    side = 'people' as is_whole,
    max(reliability) as reliability,
    sum(value)::bigint as value,
    sum(low)::bigint as low,
    sum(high)::bigint as high,
    max(said_at) as said_at,
    list_sort(list_distinct(flatten(list(statement_ids)))) as statement_ids
from sides
group by turn_id, codebooks, place, is_whole
