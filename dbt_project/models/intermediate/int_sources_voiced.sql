-- The voice of each source: an outlet that is quoted is that outlet, any other source its office, by the spelling heard first.
select
    offices.source,
    offices.source_type,
    offices.country_code,
    coalesce(outlets.name, spellings.leader, offices.office) as office,
    coalesce(outlets.is_general, coalesce(spellings.leader, offices.office) = offices.source_type) as is_general,
    offices.is_nameless,
    offices.person_words,
    coalesce(
        outlets.voice_id,
        concat_ws(':', offices.office_code, coalesce(spellings.leader, offices.office))
    ) as voice_id
from {{ ref('int_offices_named') }} as offices
left join {{ ref('int_offices_spelled') }} as spellings
    on
        coalesce(offices.office_code, '') = spellings.office_code
        and offices.source_type = spellings.source_type
        and offices.office = spellings.office
left join {{ ref('int_outlets_named') }} as outlets
    on offices.source_type in ('media', 'other', 'company') and offices.source = outlets.wording
