-- Every crisis that a claim speaks of, and every declared one, with a title for people.
with spoken_of as (
    select
        crisis_id,
        list_sort(list_distinct(list(country_code))) as country_codes,
        min(published_at)::date as first_published_on,
        max(published_at)::date as last_published_on,
        count(distinct article_key) as n_articles,
        count(*) as n_claims
    from {{ ref('int_claims_told') }}
    where crisis_id is not null
    group by crisis_id
)

select
    coalesce(declared.crisis_id, spoken_of.crisis_id) as crisis_id,
    case
        when declared.crisis_id is not null then declared.title
        when runs.crisis_id is not null then countries.country || ', ' || strftime(runs.starts_on, '%B %Y')
        else countries.country || ' ' || split_part(spoken_of.crisis_id, '-', 2)
    end as title,
    declared.crisis_id is not null as is_declared,
    coalesce(declared.country_codes, spoken_of.country_codes) as country_codes,
    coalesce(declared.starts_on, runs.starts_on, make_date(try_cast(split_part(spoken_of.crisis_id, '-', 2) as int), 1, 1)) as starts_on,
    coalesce(declared.ends_on, runs.ends_on, make_date(try_cast(split_part(spoken_of.crisis_id, '-', 2) as int), 12, 31)) as ends_on,
    spoken_of.first_published_on,
    spoken_of.last_published_on,
    coalesce(spoken_of.n_articles, 0) as n_articles,
    coalesce(spoken_of.n_claims, 0) as n_claims
from spoken_of
full outer join {{ ref('stg_declarations__crises') }} as declared on spoken_of.crisis_id = declared.crisis_id
left join {{ ref('int_crises_run') }} as runs on spoken_of.crisis_id = runs.crisis_id
left join {{ ref('countries') }} as countries on split_part(spoken_of.crisis_id, '-', 1) = countries.country_code
