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
            string_agg(distinct word, ' ' order by word) filter (where word is not null),
            source_type
        ) as office
    from {{ ref('int_sources_worded') }}
    group by source, source_type, country_code
)

select
    offices.source,
    offices.source_type,
    offices.country_code,
    offices.office,
    offices.office = offices.source_type as is_general,
    case
        when types.is_scoped then coalesce(offices.office_code, '??') || ':' || offices.office
        else offices.office
    end as voice_id
from offices
left join {{ ref('source_types') }} as types on offices.source_type = types.source_type
