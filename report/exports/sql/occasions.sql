-- Occasions of unrest as the articles that stood at a moment tell them: one row per crisis, kind, place and days.
with spoken as (
    select
        *,
        coalesce(when_start, when_end, published_at::date) as first_day,
        coalesce(when_end, when_start, published_at::date) as last_day,
        when_start is null and when_end is null as is_undated
    from fct_claims
    where
        family = 'unrest'
        and status = 'asserted'
        and review_status <> 'rejected'
        and published_at is not null
        and case
            when $at::timestamptz is null then is_current
            else published_at <= $at and (stands_until is null or $at < stands_until)
        end
),

places as (
    select name, country_code, region, latitude, longitude, where_prec
    from dim_places
    qualify row_number() over (partition by name, country_code order by where_prec, geoname_id, place_id) = 1
),

occasions as (
    select
        spoken.crisis_id, spoken.kind, spoken.country_code, spoken.place, spoken.first_day, spoken.last_day, spoken.is_undated,
        first(spoken.group_name order by spoken.group_name = 'people', spoken.position, spoken.event_id)
            filter (where spoken.group_name is not null) as group_name,
        first(spoken.count_text order by spoken.published_at desc, spoken.position, spoken.event_id)
            filter (where spoken.count_text is not null) as crowd,
        first(spoken.evidence order by spoken.published_at, spoken.position, spoken.event_id) as evidence,
        list_sort(list(distinct coalesce(articles.outlet, articles.file_name))) as outlets,
        list_sort(list(distinct spoken.claim_id)) as claim_ids,
        max(spoken.published_at) as last_published_at
    from spoken
    inner join dim_articles as articles on spoken.article_id = articles.article_id
    group by all
)

select
    occasions.*, crises.title as crisis, places.region, places.latitude, places.longitude, places.where_prec
from occasions
left join dim_crises as crises on occasions.crisis_id = crises.crisis_id
left join places on occasions.place = places.name and occasions.country_code is not distinct from places.country_code
order by
    occasions.first_day, occasions.last_day, occasions.crisis_id, occasions.country_code, occasions.place, occasions.kind,
    occasions.is_undated
