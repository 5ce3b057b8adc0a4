-- Up to which event of the log this build read, for the next one to begin there. A build that fails leaves it too, but what follows
-- one makes everything anew (`orchestration.provenance`).
-- depends_on: {{ ref('stg_event_log__articles_heard') }}
select coalesce(max(last_position), 0) as position
from {{ ref('stg_event_log__commits') }}
