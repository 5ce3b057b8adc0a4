-- Each measured claim with the voice that speaks in it: the source's, or, where it names none, that of the outlet which was
-- the first to carry the text. An office named by fewer words ("the ministry"), or its holder by name alone, is the fuller
-- one that the article spoke of last ("the Health Ministry").
with spoken as (
    select
        claims.*,
        voices.voice_id,
        voices.office,
        string_split(voices.office, ' ') as words,
        voices.person_words,
        coalesce(voices.is_general, false) as is_general,
        -- "Officials" may be anybody's; "police officials" are those of the police that the article named.
        coalesce(not voices.is_nameless and voices.office != 'government', false) as is_resolvable
    from {{ ref('int_claims_measured') }} as claims
    left join {{ ref('int_sources_voiced') }} as voices
        on
            claims.source = voices.source
            and claims.source_type = voices.source_type
            and claims.country_code is not distinct from voices.country_code
),

fuller as (
    select short.position, arg_max(long.voice_id, (long.evidence_start, long.voice_id)) as voice_id
    from spoken as short
    inner join spoken as long
        on
            short.version_key = long.version_key
            and short.source_type = long.source_type
            and short.evidence_start >= long.evidence_start
            and short.office != long.office
            and (list_has_all(long.words, short.words) or list_has_all(long.person_words, short.words))
    where short.is_resolvable and short.source_type != 'media'
    group by short.position
)

select
    spoken.* exclude (article_id, voice_id, office, words, person_words, is_general, is_resolvable),
    coalesce(fuller.voice_id, spoken.voice_id, outlets.voice_id) as own_voice_id,
    types.reliability,
    types.is_state,
    -- Voices that may merely pass on what a particular office said.
    spoken.is_general or spoken.source_type in ('outlet', 'media') as is_relaying
from spoken
left join fuller on spoken.position = fuller.position
left join {{ ref('int_outlets_named') }} as outlets on spoken.text_outlet = outlets.wording
left join {{ ref('source_types') }} as types on spoken.source_type = types.source_type
-- Here, and not before: an office may be named in a claim about another area.
where {{ has_changed(area_of('spoken.country_code', 'spoken.article_id')) }}
