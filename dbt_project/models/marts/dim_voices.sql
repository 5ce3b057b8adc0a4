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
),

voices as (
    select
        voice_id,
        arg_min(source_type, (reliability, source_type)) as source_type,
        min(reliability) as reliability,
        bool_or(is_state) as is_state,
        count(*) as n_claims,
        count(distinct article_key) as n_articles,
        count(distinct text_key) as n_texts,
        count(distinct outlet) as n_outlets,
        min(published_at) as first_published_at,
        max(published_at) as last_published_at
    from worded
    group by voice_id
)

select
    voices.voice_id,
    coalesce(wordings.usual, regexp_replace(voices.voice_id, '^[^:]+:', '')) as name,
    wordings.wordings,
    voices.source_type,
    voices.reliability,
    voices.is_state,
    nullif(regexp_extract(voices.voice_id, '^([A-Z]{2}):', 1), '') as country_code,
    voices.n_claims,
    voices.n_articles,
    voices.n_texts,
    voices.n_outlets,
    voices.first_published_at,
    voices.last_published_at
from voices
left join wordings on voices.voice_id = wordings.voice_id
