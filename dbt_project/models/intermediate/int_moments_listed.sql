-- The moments at which what is known of a series can change, each until the next. They are numbered through all series, one after
-- another: what stands for a while stands for a range of numbers, and rows of one series lie together.
with changes as (
    select nested.whole_series_id as series_id, unnest([standing.stands_from, standing.stands_to]) as known_from
    from {{ ref('int_statements_standing') }} as standing
    inner join {{ ref('int_series_nested') }} as nested on standing.series_id = nested.series_id
)

select
    row_number() over (order by series_id, known_from) as moment_id,
    series_id,
    known_from,
    lead(known_from) over (partition by series_id order by known_from) as known_to
from (select distinct series_id, known_from from changes where known_from is not null)
