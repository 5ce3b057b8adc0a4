{{ kept_by_article() }}
-- From when until when each version of an article is the one to rely on, by the public's clock. The version that came into
-- the log later replaces the former from the moment it was published; at once where that is no later, or not known.
-- A withdrawal ends what stood then, and leaves a later revision alone.
with arrivals as (
    select event_id, article_id, article_version, file_name, outlet, published_at, published_on, position
    from {{ ref('stg_event_log__article_versions') }}
    where {{ is_heard_of() }}
),

ends as (
    select
        former.event_id,
        coalesce(later.published_at, former.published_at) as ended_at,
        'former' as state
    from arrivals as former
    inner join arrivals as later
        on former.article_id = later.article_id and former.position < later.position

    union all

    select versions.event_id, withdrawals.withdrawn_at, 'withdrawn'
    from arrivals as versions
    inner join {{ ref('stg_event_log__withdrawals') }} as withdrawals
        on versions.article_id = withdrawals.article_id and versions.position < withdrawals.position
),

first_ends as (
    select event_id, min(ended_at) as stands_until, arg_min(state, (ended_at, state)) as state, count(*) as n_ends
    from ends
    group by event_id
)

select
    versions.event_id,
    versions.article_id,
    versions.article_version,
    versions.file_name,
    versions.outlet,
    versions.published_at,
    versions.published_on,
    first_ends.stands_until,
    coalesce(first_ends.state, 'newest') as version_state,
    -- Null where the time of publication is not known: such a version stands only while it is the newest.
    coalesce(first_ends.n_ends is null or first_ends.stands_until > versions.published_at, false) as has_stood,
    versions.position as version_key,
    -- In the window, and so before those that came back are left out: where the article was first met.
    min(versions.position) over (partition by versions.article_id) as article_key
from arrivals as versions
left join first_ends on versions.event_id = first_ends.event_id
-- A text that came back has two arrivals of one version; the last one says how it stands.
qualify row_number() over (
    partition by versions.article_id, versions.article_version order by versions.position desc
) = 1
