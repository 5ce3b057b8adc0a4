-- The moments at which what one voice says of a series can change, each until the next: when a statement of its own, on the
-- very thing or on a part of it, begins to stand or ceases to. What other voices say meanwhile changes nothing in it.
with changes as (
    select
        nested.whole_series_id as series_id,
        standing.voice_key,
        unnest([standing.stands_from, standing.stands_to]) as known_from
    from {{ ref('int_statements_standing') }} as standing
    inner join {{ ref('int_series_nested') }} as nested on standing.series_id = nested.series_id
    where standing.is_confirmed
),

turns as (
    select
        series_id,
        voice_key,
        known_from,
        lead(known_from) over (partition by series_id, voice_key order by known_from) as known_to
    from (select distinct series_id, voice_key, known_from from changes where known_from is not null)
),

ends as (
    select series_id, max(moment_id) + 1 as end_id
    from {{ ref('int_moments_listed') }}
    group by series_id
)

select
    row_number() over (order by first_moments.moment_id) as turn_id,
    turns.*,
    first_moments.moment_id as first_moment_id,
    coalesce(next_moments.moment_id, ends.end_id) as next_moment_id
from turns
inner join {{ ref('int_moments_listed') }} as first_moments
    on turns.series_id = first_moments.series_id and turns.known_from = first_moments.known_from
inner join ends on turns.series_id = ends.series_id
left join {{ ref('int_moments_listed') }} as next_moments
    on turns.series_id = next_moments.series_id and turns.known_to = next_moments.known_from
