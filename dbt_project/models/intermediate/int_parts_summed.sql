-- A whole out of its parts, within one voice. Of one region's places the largest figure stands, since places may contain each
-- other; regions are disjoint, and running totals of several add up to the country's. Occasions are never added.
with places as (
    select groups.*, series.scope
    from {{ ref('int_groups_summed') }} as groups
    inner join (select distinct whole_series_id, scope from {{ ref('int_series_nested') }}) as series
        on groups.series_id = series.whole_series_id
    qualify row_number() over (
        partition by groups.turn_id, groups.codebooks, groups.place
        order by groups.value desc, groups.is_whole desc
    ) = 1
),

-- What may be added: the largest of each known region. All else stands alone.
regions as (
    select
        *,
        case
            when whole_place_is = 'country' and scope = 'total' and region is not null then 'regions' else place
        end as addend_of
    from places
    qualify row_number() over (
        partition by
            turn_id, codebooks,
            case when whole_place_is = 'country' and scope = 'total' then coalesce(region, place) else place end
        order by value desc, place
    ) = 1
),

summed as (
    select
        turn_id, codebooks, addend_of,
        bool_and(is_whole) as is_whole,
        max(reliability) as reliability,
        sum(value)::bigint as value,
        sum(low)::bigint as low,
        sum(high)::bigint as high,
        max(said_at) as said_at,
        list_sort(list_distinct(flatten(list(statement_ids)))) as statement_ids
    from regions
    group by all
)

select * exclude (addend_of, is_whole)
from summed
qualify row_number() over (
    partition by turn_id, codebooks order by value desc, is_whole desc, addend_of
) = 1
union all by name
-- Most turns have one part alone.
select turn_id, codebooks, reliability, value, low, high, said_at, [statement_id] as statement_ids
from {{ ref('int_statements_spread') }}
where bearing = 'part' and value > 0
qualify count(*) over (partition by turn_id, codebooks) = 1
