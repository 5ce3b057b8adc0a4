-- What each statement bears on. `said`: the very thing. `part`: a group within everybody, a place within its country;
-- a part is never added to a reported whole, but a whole cannot be smaller than its part.
-- A force of any name is the force: for deployments a named group says the whole.
with statements as (
    select * from {{ ref('int_statements_run') }}
),

spread as (
    select *, 'said' as bearing, group_name as whole_group, place as whole_place, is_national as whole_is_national
    from statements

    union all

    select *, case when family = 'deployment' then 'said' else 'part' end, 'people', place, is_national
    from statements
    where group_name != 'people'

    union all

    select *, 'part', group_name, country, true
    from statements
    where not is_national

    union all

    select *, 'part', 'people', country, true
    from statements
    where not is_national and group_name != 'people'
)

select
    {{ series_id('whole_group', 'whole_place') }} as whole_series_id,
    *
from spread
