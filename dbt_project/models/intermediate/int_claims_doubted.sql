-- Why a person should look at a claim. Only claims of texts that stand, and nothing that a person settled already.
with heard as (
    select claims.*, epoch(claims.published_at) as seconds, (seconds // 86400)::bigint as day
    from {{ ref('int_claims_heard') }} as claims
    inner join {{ ref('int_codebooks_combined') }} as sets
        on claims.codebooks = sets.codebooks and sets.codebook = 'ucdp'
    where claims.is_confirmed
),

-- Each with the days on which another may be its rival: a series may be long, and two that are far apart need not meet.
near as (
    select *, unnest(range(day - {{ var('rival_days') }}, day + {{ var('rival_days') }} + 1)) as rival_day from heard
),

open_claims as (
    select *, count_value is not null or count_low is not null or count_high is not null as is_counted
    from {{ ref('int_claims_reviewed') }}
    where version_state = 'newest' and review_status in ('unreviewed', 'reopened')
),

reasons as (
    select position, 'unconfirmed' as doubt from open_claims where status = 'unconfirmed'
    union all
    select position, 'no_place' from open_claims where country_code is null and is_counted
    union all
    select position, 'reopened' from open_claims where review_status = 'reopened'
    union all
    -- The same bounds as the warnings of the expectations on claims: what is odd there is looked at here.
    select position, 'implausible'
    from open_claims
    where
        greatest(count_value, count_low, count_high) > 1e6
        or (status = 'asserted' and family in ('casualty', 'detention') and when_end > {{ day_of('published_at') }} + 1)
        or evidence_length not between 10 and 1500
    union all
    select judged.position, case when judged.retracted_at is null then judged.exclusion else 'retracted' end
    from {{ ref('int_claims_judged') }} as judged
    where judged.retracted_at is not null or judged.exclusion = 'repeats_retracted'
    union all
    select claims.position, 'conflict'
    from near as claims
    inner join heard as rivals
        on
            claims.series_id = rivals.series_id
            and claims.reliability = rivals.reliability
            and claims.rival_day = rivals.day
            and claims.voice_key != rivals.voice_key
            and claims.value != rivals.value
            and abs(claims.seconds - rivals.seconds) <= {{ var('rival_days') }} * 86400
)

select position, list_sort(list_distinct(list(doubt))) as doubts
from reasons
where position in (select position from open_claims)
group by position
