-- A part that stands above its whole: more in a city than in its country, more police than people. Nothing is bent to fit; both
-- figures stand, and the contradiction is told.
with figures as (
    select
        series_id, known_from, known_to, best, low, high, deciding_claim_ids,
        coalesce(known_to, 'infinity'::timestamptz) as ends_at
    from {{ ref('int_figures_merged') }}
    where best is not null
),

voices as (
    select series_id, claim_id, min(voice_id) as voice_id
    from {{ ref('int_claims_heard') }}
    group by series_id, claim_id
),

named as (
    select figures.series_id, figures.known_from, min(voices.voice_id) as voice_id
    from (select series_id, known_from, unnest(deciding_claim_ids) as claim_id from figures) as figures
    inner join voices on figures.claim_id = voices.claim_id
    group by figures.series_id, figures.known_from
)

select
    wholes.series_id,
    whole_voices.voice_id,
    part_voices.voice_id as rival_voice_id,
    wholes.low,
    wholes.high,
    parts.low as rival_low,
    parts.high as rival_high,
    parts.best - wholes.best as gap,
    wholes.deciding_claim_ids as claim_ids,
    parts.deciding_claim_ids as rival_claim_ids,
    parts.series_id as part_series_id,
    greatest(wholes.known_from, parts.known_from) as since,
    nullif(least(wholes.ends_at, parts.ends_at), 'infinity'::timestamptz) as resolved_at
from {{ ref('int_series_nested') }} as nested
inner join figures as parts on nested.series_id = parts.series_id
inner join figures as wholes on nested.whole_series_id = wholes.series_id
inner join named as part_voices on parts.series_id = part_voices.series_id and parts.known_from = part_voices.known_from
inner join named as whole_voices
    on wholes.series_id = whole_voices.series_id and wholes.known_from = whole_voices.known_from
where
    nested.bearing = 'part'
    and parts.best > wholes.best
    and parts.known_from < wholes.ends_at
    and wholes.known_from < parts.ends_at
