-- Whose word claims rest on: counted ones with the voice that they echo, states with their own.
with worded as (
    select
        *,
        -- An echo without a source of its own lends the office no wording.
        coalesce(source, case when starts_with(voice_id, 'outlet:') then text_outlet end) as wording
    from {{ ref('int_claims_told') }}
    where voice_id is not null
),

-- Its wordings, the one met most often first.
wordings as (
    select
        voice_id,
        arg_min(wording, (-n_claims, wording)) as usual,
        list(wording order by wording) as wordings
    from (select voice_id, wording, count(*) as n_claims from worded where wording is not null group by all) as counted
    group by voice_id
)

select
    worded.voice_id,
    coalesce(any_value(wordings.usual), regexp_replace(worded.voice_id, '^[^:]+:', '')) as name,
    any_value(wordings.wordings) as wordings,
    arg_min(source_type, (reliability, source_type)) as source_type,
    min(reliability) as reliability,
    bool_or(is_state) as is_state,
    nullif(regexp_extract(worded.voice_id, '^([A-Z]{2}):', 1), '') as country_code,
    count(*) as n_claims,
    count(distinct article_key) as n_articles,
    count(distinct text_key) as n_texts,
    count(distinct outlet) as n_outlets,
    min(published_at) as first_published_at,
    max(published_at) as last_published_at
from worded
left join wordings on worded.voice_id = wordings.voice_id
group by worded.voice_id
