{{ kept_by_area('area_id') }}
-- What the dimensions count: of every claim of a text that ever stood the crisis, the place and the voice. Kept from build to
-- build, for a place or a voice may be told of in areas that did not change.
select
    claims.position,
    {{ area_of('claims.country_code', 'claims.article_id') }} as area_id,
    claims.article_key,
    claims.text_key,
    claims.outlet,
    claims.published_at,
    assigned.crisis_id,
    claims.review_status = 'rejected' as is_rejected,
    claims.country_code,
    claims.place,
    claims.admin1_code,
    claims.geoname_id,
    claims.latitude,
    claims.longitude,
    claims.where_prec,
    claims.source,
    claims.text_outlet,
    voices.voice_id,
    voices.source_type,
    voices.reliability,
    voices.is_state
from {{ ref('int_claims_reviewed') }} as claims
left join {{ ref('int_claims_assigned') }} as assigned on claims.position = assigned.position
left join (
    select position, voice_id, source_type, reliability, is_state from {{ ref('int_claims_echoed') }}
    union all
    select position, voice_id, source_type, reliability, is_state from {{ ref('int_states_claimed') }}
) as voices on claims.position = voices.position
where {{ has_changed(area_of('claims.country_code', 'claims.article_id')) }}
