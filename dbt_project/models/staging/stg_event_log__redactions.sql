select
    event_id,
    article_id,
    reason,
    redacted_by,
    recorded_at,
    position
from {{ source('event_log', 'article_redacted') }}
