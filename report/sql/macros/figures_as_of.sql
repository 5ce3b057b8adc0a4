-- Every figure of every counted family as the public could know it at a moment.
create or replace macro figures_as_of(moment, codebook := 'ucdp') as table
with figures as (
    select 'casualty' as family, * from fct_casualties
    union all by name
    select 'detention' as family, * from fct_detentions
    union all by name
    select 'displacement' as family, * from fct_displacements
    union all by name
    select 'deployment' as family, * from fct_deployments
)

select figures.*
from figures
where
    figures.codebook = codebook
    and figures.known_from <= as_moment(moment)
    and (figures.known_to is null or figures.known_to > as_moment(moment))
