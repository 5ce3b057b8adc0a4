-- The tolls as known at the end, as UCDP counts: per crisis, country and kind the total for everybody; where no total is
-- reported, what is known of single occasions; where nothing is said of everybody, the groups.
with figures as (
    select 'casualty' as family, * from fct_casualties
    union all by name
    select 'detention' as family, * from fct_detentions
    union all by name
    select 'displacement' as family, * from fct_displacements
    union all by name
    select 'deployment' as family, * from fct_deployments
)

select
    crisis, family, kind, country, place, group_name, scope, best, low, high, rule, grade,
    n_voices as voices, n_outlets as outlets, n_articles as articles, known_from, fact_id
from figures
where is_latest and is_national and codebook = 'ucdp' and grade != 'retracted'
qualify dense_rank() over (
    partition by crisis_id, country_code, kind order by group_name = 'people' desc, scope = 'total' desc
) = 1
order by
    crisis, country, array_position(['casualty', 'detention', 'displacement', 'deployment'], family), best desc, kind,
    group_name
