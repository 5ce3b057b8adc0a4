select
    commit_id,
    first_position,
    last_position,
    recorded_at,
    digest
from {{ source('event_log', 'commits') }}
