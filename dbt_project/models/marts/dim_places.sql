-- A place is one by its name within country and region; what is told of it most often is what it has.
with places as (
    select
        coalesce(place, countries.country) as name,
        claims.country_code,
        claims.admin1_code,
        claims.geoname_id,
        claims.latitude,
        claims.longitude,
        case when place is null then 6 else claims.where_prec::integer end as where_prec,
        claims.article_id
    from {{ ref('int_claims_told') }} as claims
    left join {{ ref('countries') }} as countries on claims.country_code = countries.country_code
    where not claims.is_rejected and coalesce(place, countries.country) is not null
)

select
    md5(concat_ws('|', places.country_code, coalesce(places.admin1_code, ''), lower(places.name))) as place_id,
    mode(places.geoname_id order by places.geoname_id) as geoname_id,
    mode(places.name order by places.name) as name,
    places.country_code,
    places.admin1_code,
    any_value(regions.region) as region,
    mode(places.latitude order by places.latitude) as latitude,
    mode(places.longitude order by places.longitude) as longitude,
    mode(places.where_prec order by places.where_prec)::integer as where_prec,
    count(*) as n_claims,
    count(distinct places.article_id) as n_articles
from places
left join {{ ref('regions') }} as regions
    on places.country_code = regions.country_code and places.admin1_code = regions.admin1_code
group by places.country_code, places.admin1_code, lower(places.name)
