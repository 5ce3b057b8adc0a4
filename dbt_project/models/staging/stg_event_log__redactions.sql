select
    event_id,
    article_id,
    reason,
    redacted_by,
    recorded_at,
    position
from {{ source('event_log', 'article_redacted') }}
where position not in (select position from {{ ref('stg_event_log__events_quarantined') }})
