-- The lattice: what each series is part of. A group within its wider groups, a place within its region and its country; the
-- series itself comes along as `said`. A force of any name is the force: of a deployment, a named group says the whole.
with recursive wider as (
    select group_name, group_name as whole_group, 0 as steps from {{ ref('groups') }}
    union all
    select wider.group_name, groups.parent_group, wider.steps + 1
    from wider
    inner join {{ ref('groups') }} as groups on wider.whole_group = groups.group_name
    where groups.parent_group is not null
),

-- Of claims about one place some know its region and some do not.
series as (
    select series_id, {{ series_columns() }}
    from {{ ref('int_claims_counted') }}
    where {{ has_changed(crisis_area(), ref('int_crises_changed')) }}
    qualify row_number() over (partition by series_id order by region nulls last) = 1
),

placed as (
    select *, place as whole_place, is_national as whole_is_national, 'self' as whole_place_is from series
    union all
    select *, region, false, 'region' from series where not is_national and region not in (place, country)
    union all
    select *, country, true, 'country' from series where not is_national
),

nested as (
    select placed.*, wider.whole_group
    from placed
    inner join wider on placed.group_name = wider.group_name
)

select
    series_id,
    {{ series_id(group_name='whole_group', place='whole_place') }} as whole_series_id,
    {{ series_columns() }},
    whole_group,
    whole_place,
    whole_place_is,
    whole_is_national,
    case
        when whole_place_is = 'self' and (group_name = whole_group or family = 'deployment') then 'said'
        else 'part'
    end as bearing
from nested
