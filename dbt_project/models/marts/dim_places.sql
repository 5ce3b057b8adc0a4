{{ kept_by_country() }}
-- A place is one by its name within country and region; what is told of it most often is what it has.
with told as (
    select
        claims.country_code,
        claims.admin1_code,
        {
            'name': coalesce(claims.place, countries.country),
            'geoname_id': claims.geoname_id,
            'latitude': claims.latitude,
            'longitude': claims.longitude,
            'where_prec': case when claims.place is null then 6 else claims.where_prec::integer end
        } as told_as,
        claims.article_key
    from {{ ref('int_claims_told') }} as claims
    left join {{ ref('countries') }} as countries on claims.country_code = countries.country_code
    where
        not claims.is_rejected
        and coalesce(claims.place, countries.country) is not null
        and {{ is_of_country_changed('claims.country_code') }}
),

counted as (
    select
        country_code, admin1_code, lower(told_as.name) as lower_name, told_as,
        count(*) as n_claims,
        list(distinct article_key) as article_keys
    from told
    group by all
),

places as (
    select
        country_code, admin1_code, lower_name,
        -- Of what is told as often, what has an id, and of that the first in order: the same in every build.
        arg_min(told_as, (-n_claims, told_as.geoname_id is null, told_as)) as usual,
        sum(n_claims)::bigint as n_claims,
        list_unique(flatten(list(article_keys)))::bigint as n_articles
    from counted
    group by country_code, admin1_code, lower_name
)

select
    md5(concat_ws('|', places.country_code, coalesce(places.admin1_code, ''), places.lower_name)) as place_id,
    places.usual.geoname_id,
    places.usual.name,
    places.country_code,
    places.admin1_code,
    regions.region,
    places.usual.latitude,
    places.usual.longitude,
    places.usual.where_prec,
    places.n_claims,
    places.n_articles
from places
left join {{ ref('regions') }} as regions
    on places.country_code = regions.country_code and places.admin1_code = regions.admin1_code
