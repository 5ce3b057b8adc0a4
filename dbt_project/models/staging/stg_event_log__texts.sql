select event_id, article_id, article_version, text, position
from {{ ref('stg_event_log__arrivals') }}
where position not in (select position from {{ ref('stg_event_log__arrivals_quarantined') }})
