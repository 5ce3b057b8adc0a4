-- What forces were deployed, withdrawn, as the public could know it at a moment.
create or replace macro deployments_as_of(moment, codebook := 'ucdp') as table
select
    figures.crisis,
    figures.kind,
    figures.group_name as "group",
    figures.place,
    figures.scope,
    figures.codebook,
    figures.best,
    figures.low,
    figures.high,
    figures.n_voices,
    figures.n_outlets,
    figures.n_articles,
    figures.grade,
    figures.known_from,
    figures.fact_id
from fct_deployments as figures
where
    figures.codebook = codebook
    and figures.known_from <= as_moment(moment)
    and (figures.known_to is null or figures.known_to > as_moment(moment))
