select
    event_id,
    event_type,
    position,
    broken_rule,
    claim_id,
    article_id,
    extractor,
    extractor_version,
    recorded_at
from {{ ref('stg_event_log__events_quarantined') }}
