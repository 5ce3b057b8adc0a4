-- A part that stands above its whole: more in a city than in its country, more police than people. Nothing is bent to fit; both
-- figures stand, and the contradiction is told.
with figures as (
    select
        series_id, bit, known_from, best, low, high, deciding_claim_keys,
        coalesce(known_to, 'infinity'::timestamptz) as ends_at
    from {{ ref('int_figures_merged') }}
    where best is not null
),

-- Few, so that only then is asked who said them.
contradictions as (
    select
        wholes.series_id,
        wholes.bit,
        wholes.low,
        wholes.high,
        parts.low as rival_low,
        parts.high as rival_high,
        parts.best - wholes.best as gap,
        wholes.deciding_claim_keys as claim_keys,
        parts.deciding_claim_keys as rival_claim_keys,
        parts.series_id as part_series_id,
        greatest(wholes.known_from, parts.known_from) as since,
        nullif(least(wholes.ends_at, parts.ends_at), 'infinity'::timestamptz) as resolved_at
    from {{ ref('int_series_nested') }} as nested
    inner join figures as parts on nested.series_id = parts.series_id
    inner join figures as wholes on nested.whole_series_id = wholes.series_id and parts.bit = wholes.bit
    where
        nested.bearing = 'part'
        and parts.best > wholes.best
        and parts.known_from < wholes.ends_at
        and wholes.known_from < parts.ends_at
),

decided as (
    select claim_keys from contradictions
    union
    select rival_claim_keys from contradictions
),

named as (
    select decided.claim_keys, min(voices.voice_id) as voice_id
    from (select claim_keys, unnest(claim_keys) as claim_key from decided) as decided
    inner join {{ ref('int_claims_judged') }} as voices on decided.claim_key = voices.claim_key
    group by decided.claim_keys
)

select
    contradictions.series_id,
    contradictions.bit,
    whole_voices.voice_id,
    part_voices.voice_id as rival_voice_id,
    contradictions.* exclude (series_id, bit)
from contradictions
inner join named as whole_voices on contradictions.claim_keys = whole_voices.claim_keys
inner join named as part_voices on contradictions.rival_claim_keys = part_voices.claim_keys
