-- A source as the article has it, taken apart into words; a word of the claim's own country is not one that tells
-- offices apart, another country's says whose office it is.
with sources as (
    select distinct source, source_type, country_code
    from {{ ref('int_claims_measured') }}
    where source is not null
),

words as (
    select
        sources.*,
        types.is_scoped,
        unnest(regexp_extract_all(lower(sources.source), '[\p{L}\p{N}]+')) as word
    from sources
    left join {{ ref('source_types') }} as types on sources.source_type = types.source_type
),

country_words as (
    select
        words.source,
        words.source_type,
        words.country_code,
        words.word,
        bool_or(countries.country_code = words.country_code) as is_own,
        min(countries.country_code) as other_code
    from words
    inner join {{ ref('country_words') }} as countries on words.word = countries.word
    where words.is_scoped
    group by all
)

select
    words.source,
    words.source_type,
    words.country_code,
    case when not country_words.is_own then country_words.other_code end as foreign_code,
    lexicon.treatment = 'absorb' as is_absorbing,
    case
        when country_words.word is not null or lexicon.treatment = 'drop' then null
        else coalesce(lexicon.replacement, words.word)
    end as word
from words
left join {{ ref('voice_words') }} as lexicon on words.word = lexicon.word
left join country_words
    on
        words.word = country_words.word
        and words.source = country_words.source
        and words.source_type = country_words.source_type
        and words.country_code is not distinct from country_words.country_code
