-- The moments at which what is known of a series can change, under whichever codebook, each until the next.
with changes as (
    select nested.whole_series_id as series_id, unnest([standing.stands_from, standing.stands_to]) as known_from
    from {{ ref('int_statements_standing') }} as standing
    inner join {{ ref('int_series_nested') }} as nested on standing.series_id = nested.series_id
),

moments as (
    select
        series_id,
        known_from,
        lead(known_from) over in_order as known_to,
        row_number() over in_order as moment_number,
        count(*) over (partition by series_id) as n_moments
    from (select distinct series_id, known_from from changes where known_from is not null)
    window in_order as (partition by series_id order by known_from)
)

select readings.reading_id, moments.* exclude (series_id)
from moments
inner join {{ ref('int_series_read') }} as readings on moments.series_id = readings.series_id
