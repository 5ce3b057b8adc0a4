-- Each measured claim with the voice that speaks in it: the source's, or the outlet's own where it names none.
select
    claims.*,
    coalesce(voices.voice_id, 'outlet:' || claims.outlet) as own_voice_id,
    types.reliability,
    types.is_state,
    -- Voices that may merely pass on what a particular office said.
    coalesce(voices.is_general, false) or claims.source_type in ('outlet', 'media') as is_relaying
from {{ ref('int_claims_measured') }} as claims
left join {{ ref('int_sources_voiced') }} as voices
    on
        claims.source = voices.source
        and claims.source_type = voices.source_type
        and claims.country_code is not distinct from voices.country_code
left join {{ ref('source_types') }} as types on claims.source_type = types.source_type
