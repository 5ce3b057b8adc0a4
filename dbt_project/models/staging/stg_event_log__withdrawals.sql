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
where position not in (select position from {{ ref('stg_event_log__events_quarantined') }})
