-- Which crisis each claim speaks of: a declared one first, the first in the file where several would have it; else the run of
-- days of its country; else, for what happened well before that run began, that country's year.
with dated as (
    select
        position, version_key, country_code, place,
        {{ day_of('published_at') }} as published_on,
        coalesce(when_end, when_start) as happened_on
    from {{ ref('int_claims_reviewed') }}
    where published_at is not null
),

declared as (
    select dated.position, arg_min(crises.crisis_id, crises.ordinal) as crisis_id
    from dated
    inner join {{ ref('stg_declarations__crises') }} as crises
        on
            coalesce(dated.happened_on, dated.published_on) between crises.starts_on and crises.ends_on
            and (list_contains(crises.country_codes, dated.country_code) or list_contains(crises.places, dated.place))
    left join {{ ref('stg_event_log__texts') }} as texts
        on
            dated.version_key = texts.position
            and len(crises.words) > 0
    where
        len(crises.words) = 0
        or list_bool_or(list_transform(crises.words, lambda word: contains(lower(texts.text), lower(word))))
    group by dated.position
),

automatic as (
    select
        dated.position,
        case
            when dated.happened_on < runs.starts_on - {{ var('history_days') }}
                then runs.country_code || '-' || year(dated.happened_on)
            else runs.crisis_id
        end as crisis_id
    from dated
    inner join {{ ref('int_crises_run') }} as runs
        on dated.country_code = runs.country_code and dated.published_on between runs.starts_on and runs.ends_on
)

select position, coalesce(declared.crisis_id, automatic.crisis_id) as crisis_id
from declared
full outer join automatic using (position)
