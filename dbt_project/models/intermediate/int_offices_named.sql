-- The office behind the spokesman: the words that are left, in one order, with the country whose office it is.
-- Where no word is left ("officials", "the authorities") the voice is the general one of its type.
with offices as (
    select
        source,
        source_type,
        country_code,
        coalesce(min(foreign_code), country_code) as office_code,
        coalesce(
            min(word) filter (where is_absorbing),
            string_agg(distinct word, ' ' order by word) filter (where word is not null)
        ) as words,
        coalesce(list(distinct person_word order by person_word) filter (where person_word is not null), []) as person_words
    from {{ ref('int_sources_worded') }}
    group by source, source_type, country_code
)

select
    offices.source,
    offices.source_type,
    offices.country_code,
    case when types.is_scoped then coalesce(offices.office_code, '??') end as office_code,
    coalesce(offices.words, offices.source_type) as office,
    offices.words is null as is_nameless,
    offices.person_words,
    heard.first_published_at
from offices
inner join {{ ref('int_sources_heard') }} as heard
    on
        offices.source = heard.source
        and offices.source_type is not distinct from heard.source_type
        and offices.country_code is not distinct from heard.country_code
left join {{ ref('source_types') }} as types on offices.source_type = types.source_type
