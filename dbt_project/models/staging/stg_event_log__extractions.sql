select
    event_id,
    article_id,
    article_version,
    extractor,
    extractor_version,
    lexicon_digest,
    claim_count,
    recorded_at,
    position
from {{ source('event_log', 'extraction_completed') }}
where position not in (select position from {{ ref('stg_event_log__events_quarantined') }})
