{{ kept_by_article() }}
-- The log keeps every version; the ledger speaks from the newest that came in.
select versions.*
from {{ ref('stg_event_log__article_versions') }} as versions
where {{ is_heard_of() }}
qualify row_number() over (partition by article_id order by position desc) = 1
