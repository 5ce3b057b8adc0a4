-- What articles say of measures and disruptions that last, with the day that is meant and the voice that says so.
-- What a withdrawn article said, and what somebody denies, tells of no state.
with claims as (
    select claims.*, coalesce(claims.source_type, 'outlet') as voice_type, versions.published_on
    from {{ ref('int_claims_reviewed') }} as claims
    inner join {{ ref('int_versions_dated') }} as versions
        on claims.version_key = versions.version_key
    where
        claims.family in ('measure', 'disruption')
        and claims.kind in ('{{ lasting_kinds() | join("', '") }}')
        and claims.status != 'denied'
        and claims.review_status != 'rejected'
        and claims.version_state is distinct from 'withdrawn'
        and claims.published_at is not null
        and claims.country_code is not null
        and {{ has_changed('claims.country_code') }}
)

select
    claims.position,
    claims.claim_id,
    claims.article_id,
    claims.text_outlet,
    claims.outlet,
    claims.published_at,
    claims.evidence_start,
    claims.family,
    claims.kind,
    claims.country_code,
    countries.country,
    coalesce(
        claims.place is null or claims.where_prec = 6 or lower(claims.place) = lower(countries.country), false
    ) as is_national,
    case when is_national then countries.country else claims.place end as place,
    claims.subject,
    claims.status,
    claims.when_start is not null as is_dated,
    coalesce(claims.when_start, claims.published_on, {{ day_of('claims.published_at') }}) as day,
    -- Until a last day, or for so many days; of a disruption the last day is that of the telling.
    case when claims.family = 'measure' then coalesce(
        case when claims.when_start is null or claims.when_end > claims.when_start then claims.when_end end,
        day + (claims.count_value::integer - 1)
    ) end as stated_end_on,
    case when claims.family = 'disruption' then claims.count_value end as level,
    claims.source,
    claims.voice_type as source_type,
    coalesce(voices.voice_id, outlets.voice_id) as voice_id,
    types.reliability,
    types.is_state
from claims
inner join {{ ref('countries') }} as countries on claims.country_code = countries.country_code
left join {{ ref('source_types') }} as types on claims.voice_type = types.source_type
left join {{ ref('int_sources_voiced') }} as voices
    on
        claims.source = voices.source
        and claims.source_type = voices.source_type
        and claims.country_code = voices.country_code
left join {{ ref('int_outlets_named') }} as outlets on claims.text_outlet = outlets.wording
