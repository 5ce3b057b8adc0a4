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
