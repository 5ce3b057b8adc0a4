-- All figures as known at a moment by one codebook, with where they lie; one row per figure.
with figures as (
    select 'casualty' as family, * from fct_casualties
    union all by name
    select 'detention' as family, * from fct_detentions
    union all by name
    select 'displacement' as family, * from fct_displacements
    union all by name
    select 'deployment' as family, * from fct_deployments
),

-- A name that several places of a country share stands for the most exact one.
places as (
    select name, country_code, geoname_id, region, latitude, longitude, where_prec
    from dim_places
    qualify row_number() over (partition by name, country_code order by where_prec, geoname_id, place_id) = 1
)

select
    figures.crisis_id, figures.crisis, figures.family, figures.kind, figures.group_name, figures.scope,
    figures.country_code, figures.country, places.region, figures.place, figures.is_national,
    places.geoname_id, places.latitude, places.longitude, places.where_prec,
    figures.codebook, figures.best, figures.low, figures.high, figures.rule, figures.grade,
    figures.n_voices, figures.n_outlets, figures.n_articles, figures.best_without_strongest,
    figures.known_from, figures.known_to, figures.fact_id, figures.deciding_claim_ids
from figures
left join places on figures.place = places.name and figures.country_code is not distinct from places.country_code
where
    figures.codebook = $codebook
    and case
        when $at::timestamptz is null then figures.is_latest
        else figures.known_from <= $at and (figures.known_to is null or $at < figures.known_to)
    end
order by
    figures.crisis, figures.crisis_id, figures.country_code, figures.family, figures.kind, figures.scope desc,
    figures.is_national desc, figures.place, figures.group_name, figures.fact_id
