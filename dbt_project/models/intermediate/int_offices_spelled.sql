-- Two spellings of one office: same country, same type, all words the same but one, and that one almost the same by
-- DuckDB's jaro_similarity (RapidFuzz). The spelling heard first leads, so that what is heard later changes nothing.
-- A spelling like one that is a variant itself stays apart: likeness is not handed on. Words of the lexicon are never variants.
with offices as (
    select
        coalesce(office_code, '') as office_code,
        source_type,
        office,
        min(first_published_at) as first_published_at
    from {{ ref('int_offices_named') }}
    where not is_nameless
    group by all
),

gaps as (
    select *, list_filter(string_split(office, ' '), lambda other: other != word) as other_words
    from (select offices.*, unnest(string_split(office, ' ')) as word from offices) as parts
),

known as (
    select word from {{ ref('voice_words') }}
    union
    select replacement from {{ ref('voice_words') }} where replacement is not null
),

spellings as (
    select gaps.*, (coalesce(first_published_at, 'infinity'), office) as heard
    from gaps
    where length(word) >= {{ var('spelling_floor') }} and word not in (select known.word from known)
),

alike as (
    select later.office_code, later.source_type, later.office, earlier.office as earlier_office, earlier.heard
    from spellings as later
    inner join spellings as earlier
        on
            later.office_code = earlier.office_code
            and later.source_type = earlier.source_type
            and later.other_words = earlier.other_words
            and earlier.heard < later.heard
            and abs(length(later.word) - length(earlier.word)) <= 2
    where jaro_similarity(later.word, earlier.word) >= {{ var('spelling_similarity') }}
),

led as (
    select alike.office_code, alike.source_type, alike.office, arg_min(alike.earlier_office, alike.heard) as leader
    from alike
    where not exists (
        select 1 from alike as former
        where
            former.office_code = alike.office_code
            and former.source_type = alike.source_type
            and former.office = alike.earlier_office
    )
    group by all
)

select
    offices.office_code,
    offices.source_type,
    offices.office,
    coalesce(led.leader, offices.office) as leader
from offices
left join led
    on
        offices.office_code = led.office_code
        and offices.source_type = led.source_type
        and offices.office = led.office
