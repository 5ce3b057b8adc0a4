-- Claims of one kind at one place, read as they were published, parted into states: a claim that it is over closes what is
-- open, the next claim opens anew. One that names a day before the last end, or the begin of what had ended, only tells again.
with told as (
    select
        *,
        row_number() over (
            partition by country_code, place, kind order by published_at, article_id, evidence_start, claim_id
        ) as sequence
    from {{ ref('int_states_claimed') }}
),

with_past as (
    select
        *,
        last_value(case when status = 'ended' then day end ignore nulls) over past as ended_on,
        last_value(case when status = 'ended' then article_id end ignore nulls) over past as ended_by,
        last_value(case when status != 'ended' then day end ignore nulls) over past as began_on
    from told
    window past as (
        partition by country_code, place, kind order by sequence rows between unbounded preceding and 1 preceding
    )
),

present as (
    select *
    from with_past
    where not coalesce(
        status != 'ended'
        and is_dated
        and (day < ended_on or (day = ended_on and day = began_on and article_id != ended_by)),
        false
    )
),

opening as (
    select
        *,
        -- Also where a stated last day had passed by the day that is named now.
        status != 'ended' and coalesce(
            lag(status) over past = 'ended'
            or (is_dated and day > max(stated_end_on) over (past rows between unbounded preceding and 1 preceding)),
            false
        ) as opens
    from present
    window past as (partition by country_code, place, kind order by sequence)
)

select
    * exclude (ended_on, ended_by, began_on, opens),
    count(*) filter (where opens) over (
        partition by country_code, place, kind order by sequence rows unbounded preceding
    ) as spell
from opening
