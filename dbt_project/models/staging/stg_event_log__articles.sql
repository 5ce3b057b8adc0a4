select
    article_id,
    arg_max(article_version, position) as current_version,
    count(*) as n_versions,
    min(recorded_at) as first_recorded_at,
    max(recorded_at) as last_recorded_at
from {{ ref('stg_event_log__article_versions') }}
group by article_id
