{{ kept_by_area('country_code') }}
-- An automatic crisis: a country and an unbroken run of days on which articles claim something of it. It is named after its
-- first day, which nothing published later can move.
with days as (
    select distinct country_code, {{ day_of('published_at') }} as day
    from {{ ref('int_claims_reviewed') }}
    where published_at is not null and {{ has_changed('country_code') }}
),

begun as (
    select
        *,
        coalesce(day - lag(day) over runs > {{ var('crisis_gap_days') }}, true) as is_start
    from days
    window runs as (partition by country_code order by day)
),

numbered as (
    select *, sum(is_start::int) over (partition by country_code order by day) as run_number from begun
)

select
    country_code || '-' || min(day)::varchar as crisis_id,
    country_code,
    min(day) as starts_on,
    max(day) as ends_on
from numbered
group by country_code, run_number
