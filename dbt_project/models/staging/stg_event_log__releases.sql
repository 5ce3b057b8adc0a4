select
    event_id,
    address,
    raw_digest,
    reason_code,
    reason,
    released_by,
    recorded_at,
    position
from {{ source('event_log', 'article_released') }}
