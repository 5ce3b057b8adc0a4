select
    event_id,
    article_id,
    article_version,
    withdrawn_at,
    reason,
    withdrawn_by,
    recorded_at,
    position
from {{ source('event_log', 'article_withdrawn') }}
