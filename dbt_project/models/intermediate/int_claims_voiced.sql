-- Each measured claim with the voice that speaks in it: the source's, or the outlet's own where it names none.
-- An office named by one word ("the ministry") is the fuller one that the article spoke of last ("the Health Ministry").
with spoken as (
    select
        claims.*,
        voices.voice_id,
        voices.office,
        coalesce(voices.is_general, false) as is_general
    from {{ ref('int_claims_measured') }} as claims
    left join {{ ref('int_sources_voiced') }} as voices
        on
            claims.source = voices.source
            and claims.source_type = voices.source_type
            and claims.country_code is not distinct from voices.country_code
),

fuller as (
    select short.event_id, arg_max(long.voice_id, long.evidence_start) as voice_id
    from spoken as short
    inner join spoken as long
        on
            short.article_id = long.article_id
            and short.article_version is not distinct from long.article_version
            and short.source_type = long.source_type
            and short.evidence_start >= long.evidence_start
            and short.office != long.office
            and list_contains(string_split(long.office, ' '), short.office)
    where not short.is_general
    group by short.event_id
)

select
    spoken.* exclude (voice_id, office, is_general),
    coalesce(fuller.voice_id, spoken.voice_id, 'outlet:' || spoken.outlet) as own_voice_id,
    types.reliability,
    types.is_state,
    -- Voices that may merely pass on what a particular office said.
    spoken.is_general or spoken.source_type in ('outlet', 'media') as is_relaying
from spoken
left join fuller on spoken.event_id = fuller.event_id
left join {{ ref('source_types') }} as types on spoken.source_type = types.source_type
