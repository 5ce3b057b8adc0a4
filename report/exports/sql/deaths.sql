-- Deaths as events that may be added up: one row per crisis, place and scope (a total, or its occasions), and a mark on those
-- that others contain. A total contains what was told of single occasions there; a country's total contains its places', a
-- first-order division's its towns'. What covers some groups only, or an occasion told of the whole country, contains nothing
-- for certain, and is left out where something narrower stands beside it: what may overlap is never added.
with places as (
    select name, country_code, admin1_code, region, latitude, longitude, where_prec
    from dim_places
    qualify row_number() over (partition by name, country_code order by where_prec, geoname_id, place_id) = 1
),

killed as (
    select facts.*, places.admin1_code, places.region, places.latitude, places.longitude, places.where_prec
    from fct_casualties as facts
    left join places on facts.place = places.name and facts.country_code is not distinct from places.country_code
    where
        facts.kind = 'killed'
        and facts.codebook = $codebook
        and facts.high > 0
        and case
            when $at::timestamptz is null then facts.is_latest
            else facts.known_from <= $at and (facts.known_to is null or $at < facts.known_to)
        end
),

-- The figure for everybody, or else the largest group's: a whole that nobody gives is at least its largest part.
events as (
    select
        *,
        list({'group_name': group_name, 'best': best} order by group_name) over event as groups,
        bool_or(group_name = 'people') over event as has_people
    from killed
    window event as (partition by crisis_id, country_code, place, scope)
    qualify row_number() over (
        partition by crisis_id, country_code, place, scope
        order by group_name = 'people' desc, best desc, high desc, group_name, fact_id
    ) = 1
),

judged as (
    select
        *,
        scope = 'total' and has_people as is_whole,
        coalesce(where_prec, 1) < 4 and admin1_code is not null and not is_national as is_in_division,
        coalesce(where_prec, 1) = 4 and admin1_code is not null and not is_national as is_division
    from events
),

counted as (
    select
        *,
        bool_or(is_whole) over here as is_whole_here,
        bool_or(scope = 'incident') over here as is_occasion_here,
        bool_or(is_whole and is_division) over division as is_whole_in_division,
        bool_or(is_in_division) over division as is_town_in_division,
        bool_or(is_whole and is_national) over country as is_whole_in_country,
        bool_or(not is_national) over country as is_place_in_country
    from judged
    window
        here as (partition by crisis_id, country_code, place),
        division as (partition by crisis_id, country_code, admin1_code),
        country as (partition by crisis_id, country_code)
),

marked as (
    select
        *,
        (scope = 'incident' and is_whole_here)
        or (is_in_division and is_whole_in_division)
        or (not is_national and is_whole_in_country) as is_contained,
        not is_whole and (
            (is_national and is_place_in_country)
            or (is_division and is_town_in_division)
            or (scope = 'total' and is_occasion_here)
        ) as is_vague
    from counted
),

deciding as (
    select marked.fact_id, unnest(marked.deciding_claim_ids) as claim_id
    from marked
),

claims as (
    select *
    from fct_claims
    qualify row_number() over (partition by claim_id order by position desc, event_id) = 1
),

dated as (
    select deciding.fact_id, min(claims.when_start) as first_day, max(claims.when_end) as last_day
    from deciding
    inner join claims on deciding.claim_id = claims.claim_id
    group by deciding.fact_id
),

told as (
    select
        deciding.fact_id,
        list(distinct {
            'published_on': articles.published_on, 'outlet': articles.outlet, 'title': articles.title,
            'article_id': articles.article_id
        }) as articles,
        list(distinct coalesce(voices.name, claims.source)) as voices
    from deciding
    inner join claims on deciding.claim_id = claims.claim_id
    inner join dim_articles as articles on claims.article_id = articles.article_id
    left join dim_voices as voices on claims.voice_id = voices.voice_id
    group by deciding.fact_id
)

select
    marked.crisis_id, marked.crisis, marked.country_code, marked.country, marked.place, marked.is_national, marked.scope,
    marked.region, marked.latitude, marked.longitude, marked.where_prec,
    marked.best, marked.low, marked.high, marked.groups, marked.fact_id, marked.n_articles, marked.grade,
    marked.known_from, crises.starts_on as crisis_starts_on, dated.first_day, dated.last_day,
    list_sort(coalesce(told.articles, [])) as articles,
    list_sort(coalesce(list_filter(told.voices, lambda each: each is not null), [])) as voices,
    marked.is_contained or marked.is_vague as is_left_out
from marked
left join dim_crises as crises on marked.crisis_id = crises.crisis_id
left join dated on marked.fact_id = dated.fact_id
left join told on marked.fact_id = told.fact_id
order by marked.crisis, marked.crisis_id, marked.country_code, marked.scope desc, marked.place, marked.fact_id
