-- Whose word claims rest on: counted ones with the voice that they echo, states with their own.
with worded as (
    select
        *,
        -- An echo without a source of its own lends the office no wording.
        coalesce(source, case when starts_with(voice_id, 'outlet:') then text_outlet end) as wording
    from {{ ref('int_claims_told') }}
    where voice_id is not null
)

select
    voice_id,
    -- The wording met most often stands for the voice.
    coalesce(mode(wording order by wording), regexp_replace(voice_id, '^[^:]+:', '')) as name,
    list(distinct wording order by wording) filter (where wording is not null) as wordings,
    arg_min(source_type, (reliability, source_type)) as source_type,
    min(reliability) as reliability,
    bool_or(is_state) as is_state,
    nullif(regexp_extract(voice_id, '^([A-Z]{2}):', 1), '') as country_code,
    count(*) as n_claims,
    count(distinct article_id) as n_articles,
    count(distinct text_id) as n_texts,
    count(distinct outlet) as n_outlets,
    min(published_at) as first_published_at,
    max(published_at) as last_published_at
from worded
group by voice_id
