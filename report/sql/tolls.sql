-- The tolls as known at the end: per country and kind the total for everybody; where no total is reported, what is known of
-- single occasions; where nothing is said of everybody, the groups.
with figures as (
    select 'casualty' as family, * from fct_casualties
    union all by name
    select 'detention' as family, * from fct_detentions
    union all by name
    select 'deployment' as family, * from fct_deployments
)

select
    family, kind, country, place, group_name, scope, best, low, high, rule,
    n_voices as voices, n_outlets as outlets, n_articles as articles, known_from, fact_id
from figures
where is_latest and is_national
qualify dense_rank() over (
    partition by country_code, kind order by group_name = 'people' desc, scope = 'total' desc
) = 1
order by country, array_position(['casualty', 'detention', 'deployment'], family), best desc, kind, group_name
