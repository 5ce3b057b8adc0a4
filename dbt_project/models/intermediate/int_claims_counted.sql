-- What each codebook makes of each claim that counts. A number that the article names is the same in all, and there once; a
-- number word is each codebook's own, and vague: it speaks only where nothing better does, as if its voice were the least
-- reliable of all.
with worded as (
    -- Codebooks count a bare plural of the dead and the hurt; "troops arrived" gives a force no size.
    select claims.*, case when phrases.phrase != 'plural' or claims.family = 'casualty' then phrases.phrase end as phrase
    from {{ ref('int_claims_judged') }} as claims
    left join {{ ref('int_phrases_read') }} as phrases
        on
            claims.value is null
            and claims.count_text is not distinct from phrases.count_text
            and claims.subject is not distinct from phrases.subject
    where claims.exclusion is null
),

worth as (
    select phrases.phrase, phrases.value as phrase_value, sets.codebooks
    from {{ ref('codebook_phrases') }} as phrases
    inner join {{ ref('int_codebooks_combined') }} as sets
        on phrases.codebook = sets.codebook and sets.codebooks = sets.bit
)

select
    claims.position,
    claims.claim_key,
    claims.version_key,
    claims.text_key,
    claims.published_at,
    claims.closed_at,
    claims.closed_at is not distinct from claims.retracted_at and claims.retracted_at is not null as is_retracted,
    {{ series_columns() }},
    {{ series_id() }} as series_id,
    case when claims.value is null then worth.codebooks else every_codebook.codebooks end as codebooks,
    claims.voice_key,
    claims.is_confirmed,
    claims.value is null as is_vague,
    case when claims.value is null then {{ var('vague_reliability') }} else claims.reliability end as reliability,
    -- What is counted from here on is whole, and so are its bounds: people are, and fractions take longer to compare.
    coalesce(claims.value, worth.phrase_value)::bigint as value,
    coalesce(claims.low, worth.phrase_value)::bigint as low,
    coalesce(claims.high, worth.phrase_value)::bigint as high,
    claims.is_exact,
    -- What the words leave open: "at least 26" has no top, "nearly 1,000" no bottom, and "about" means about.
    case
        when claims.value is null then worth.phrase_value
        when claims.count_low is null and claims.count_high is null
            then ceil(claims.value::bigint * (1 - {{ var('about_share') }}))
        else coalesce(claims.count_low, 0)
    end::bigint as at_least,
    case
        when claims.value is not null and claims.count_low is null and claims.count_high is null
            then floor(claims.value::bigint * (1 + {{ var('about_share') }}))
        else claims.count_high
    end::bigint as at_most
from worded as claims
cross join (select max(codebooks) as codebooks from {{ ref('int_codebooks_combined') }}) as every_codebook
left join worth on claims.phrase = worth.phrase  -- which those alone have that name no number
where coalesce(claims.value, worth.phrase_value) is not null
