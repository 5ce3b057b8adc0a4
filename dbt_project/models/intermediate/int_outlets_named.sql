-- Outlets by their name, whether they print a claim or are quoted in it ("the Russian news agency Tass" is TASS).
-- What follows the word for its kind is the name; words that every outlet has in its name, or none has, are left out.
with wordings as (
    select distinct outlet as wording from {{ ref('int_versions_dated') }} where outlet is not null
    union
    select distinct file_name from {{ ref('int_versions_dated') }} where outlet is null
    union
    select distinct source from {{ ref('int_sources_heard') }} where source_type = 'media'
    union
    -- A paper may bear any name; what is called as an outlet that we read is that outlet.
    select distinct sources.source
    from {{ ref('int_sources_heard') }} as sources
    inner join {{ ref('int_versions_dated') }} as outlets
        on regexp_replace(lower(sources.source), '^the ', '') = regexp_replace(lower(outlets.outlet), '^the ', '')
    where sources.source_type in ('other', 'company')
),

words as (
    select wording, unnest(words) as word, generate_subscripts(words, 1) as place
    from (select wording, regexp_extract_all(lower(wording), '[\p{L}\p{N}]+') as words from wordings)
),

treated as (
    select
        words.*,
        coalesce(lexicon.treatment, 'name') as treatment,
        countries.word is not null as is_country
    from words
    left join {{ ref('outlet_words') }} as lexicon on words.word = lexicon.word and lexicon.treatment != 'alias'
    left join (select distinct word from {{ ref('country_words') }}) as countries on words.word = countries.word
),

kinds as (
    select kinds.wording, max(kinds.place) as place
    from treated as kinds
    inner join treated as names
        on kinds.wording = names.wording and kinds.place < names.place and names.treatment = 'name'
    where kinds.treatment = 'type'
    group by kinds.wording
),

names as (
    select
        treated.wording,
        string_agg(treated.word, ' ' order by treated.place)
            filter (where treated.treatment in ('name', 'general')) as name,
        coalesce(bool_or(treated.treatment = 'name' and not treated.is_country), false) as has_name
    from treated
    left join kinds on treated.wording = kinds.wording
    where treated.place > coalesce(kinds.place, 0)
    group by treated.wording
)

select
    wordings.wording,
    coalesce(aliases.replacement, names.name, lower(wordings.wording)) as name,
    not coalesce(names.has_name, false) as is_general,
    'outlet:' || coalesce(aliases.replacement, names.name, lower(wordings.wording)) as voice_id
from wordings
left join names on wordings.wording = names.wording
left join {{ ref('outlet_words') }} as aliases on names.name = aliases.word and aliases.treatment = 'alias'
