-- A source as the article has it, taken apart into words; a word of the claim's own country is not one that tells
-- offices apart, another country's says whose office it is. Names of persons beside a title are no part of the office.
with words as (
    select
        sources.source,
        sources.source_type,
        sources.country_code,
        types.is_scoped,
        unnest(sources.words) as written,
        generate_subscripts(sources.words, 1) as place,
        sources.n_before_comma
    from (
        select
            *,
            regexp_extract_all(source, '[\p{L}\p{N}]+') as words,
            case when contains(source, ',') then len(regexp_extract_all(split_part(source, ',', 1), '[\p{L}\p{N}]+')) end
                as n_before_comma
        from {{ ref('int_sources_heard') }}
    ) as sources
    left join {{ ref('source_types') }} as types on sources.source_type = types.source_type
),

countries as (
    select
        word,
        list(country_code order by country_code) as country_codes
    from {{ ref('country_words') }}
    group by word
),

treated as (
    select
        words.* exclude (written),
        lower(words.written) as word,
        countries.country_codes,
        lexicon.treatment,
        lexicon.replacement,
        coalesce(lexicon.is_title, false) as is_title,
        lexicon.word is null and countries.word is null and words.written != lower(words.written) as is_namelike
    from words
    left join {{ ref('voice_words') }} as lexicon on lower(words.written) = lexicon.word
    left join countries on lower(words.written) = countries.word and words.is_scoped
)

select
    source,
    source_type,
    country_code,
    case when not list_contains(country_codes, country_code) then country_codes[1] end as foreign_code,
    treatment = 'absorb' as is_absorbing,
    -- "Interior Minister Jan Roe" has the name after the title, "Jan Roe, the interior minister" before it.
    is_namelike and (
        coalesce(last_value(case when not is_namelike then is_title end ignore nulls) over before, false)
        or coalesce(place <= n_before_comma and bool_or(is_title and place > n_before_comma) over whole, false)
    ) as is_personal,
    case
        when country_codes is not null or treatment = 'drop' or is_personal then null
        else coalesce(replacement, word)
    end as word,
    case when is_personal then treated.word end as person_word
from treated
window
    whole as (partition by source, source_type, country_code),
    before as (
        partition by source, source_type, country_code order by place rows between unbounded preceding and 1 preceding
    )
