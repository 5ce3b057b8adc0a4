-- Figures whose id begins as told; a few suffice to say that there are several.
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
    fact_id, crisis, kind, group_name, place, scope, codebook, best, low, high, rule, grade, n_voices, n_outlets,
    n_articles, best_without_strongest, known_from, known_to
from figures
where starts_with(fact_id, $prefix)
order by fact_id
limit 3
