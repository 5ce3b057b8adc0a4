select
    event_id,
    address,
    file_name,
    reason_code,
    reason,
    remedy,
    raw_digest,
    byte_count,
    recorded_at,
    position
from {{ source('event_log', 'article_rejected') }}
where position not in (select position from {{ ref('stg_event_log__events_quarantined') }})
