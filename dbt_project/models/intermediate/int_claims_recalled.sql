{{ kept_by_article() }}
-- Figures that their article itself calls former ("previously put at 58", "up from 58"): history, not news.
select position, article_id
from {{ ref('stg_event_log__claims') }}
where
    {{ is_heard_of() }}
    and family in ('{{ counted_families() | join("', '") }}')
    and count_start > evidence_start
    and regexp_matches(lower(left(evidence, (count_start - evidence_start)::integer)), '{{ recalled_figures() }}')
