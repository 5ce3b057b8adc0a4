select
    voice_id,
    -- The wording met most often stands for the voice; the outlet's own voice is called by the outlet.
    coalesce(mode(source order by source), replace(voice_id, 'outlet:', '')) as name,
    list(distinct source order by source) filter (where source is not null) as wordings,
    arg_min(source_type, (reliability, source_type)) as source_type,
    min(reliability) as reliability,
    bool_or(is_state) as is_state,
    count(*) as n_claims,
    count(distinct article_id) as n_articles,
    count(distinct outlet) as n_outlets,
    min(published_at) as first_published_at,
    max(published_at) as last_published_at
from {{ ref('int_claims_echoed') }}
group by voice_id
