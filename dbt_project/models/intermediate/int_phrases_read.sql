-- What a quantity without a number says, for a codebook to put a number on: the first pattern that its words match; a bare
-- plural ("protesters were killed") and bare "casualties" are phrases too.
with wordings as (
    select distinct count_text, subject
    from {{ ref('int_claims_echoed') }}
    where value is null
),

matched as (
    select
        wordings.count_text,
        wordings.subject,
        arg_min(patterns.phrase, patterns.ordinal) as phrase
    from wordings
    inner join {{ ref('phrase_patterns') }} as patterns
        on regexp_matches(lower(wordings.count_text), patterns.pattern)
    group by wordings.count_text, wordings.subject
)

select
    wordings.count_text,
    wordings.subject,
    case
        when matched.phrase is not null then matched.phrase
        when wordings.count_text is null and regexp_matches(lower(wordings.subject), '\bcasualties$') then 'casualties'
        when
            wordings.count_text is null
            and regexp_matches(lower(wordings.subject), '([^s]s|people|police|men|women|children|personnel)$')
            then 'plural'
    end as phrase
from wordings
left join matched
    on
        wordings.count_text is not distinct from matched.count_text
        and wordings.subject is not distinct from matched.subject
