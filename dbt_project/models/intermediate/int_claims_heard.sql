-- A voice has one figure at a time. Within one article the larger is the whole and the rest its parts;
-- of two articles at the same moment the exact figure is heard, then the lower. A word is heard where there is no number: it is
-- weighed within its own codebook, and numbers, which all share, are not.
with wholes as (
    select
        position, claim_key, version_key, text_key, published_at, closed_at, is_retracted,
        codebooks, series_id, voice_key, is_confirmed, is_vague, reliability, value, low, high, is_exact, at_least, at_most
    from {{ ref('int_claims_counted') }}
    qualify
        rank() over (
            partition by series_id, voice_key, is_confirmed, version_key, codebooks
            order by is_vague, value desc
        ) = 1
        and is_vague = bool_and(is_vague) over (
            partition by series_id, voice_key, is_confirmed, version_key
        )
)

select
    position, claim_key, text_key, published_at, closed_at, is_retracted,
    codebooks, series_id, voice_key, is_confirmed, is_vague, reliability, value, low, high, is_exact, at_least, at_most
from wholes
qualify
    rank() over (
        partition by series_id, voice_key, is_confirmed, published_at, codebooks order by is_vague, is_exact desc, value
    ) = 1
    and is_vague = bool_and(is_vague) over (partition by series_id, voice_key, is_confirmed, published_at)
