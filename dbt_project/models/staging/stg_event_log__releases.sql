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
where position not in (select position from {{ ref('stg_event_log__events_quarantined') }})
