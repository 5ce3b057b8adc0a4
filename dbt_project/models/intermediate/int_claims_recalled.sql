{{ kept_by_article() }}
-- Figures that their article itself calls former ("previously put at 58", "up from 58"): history, not news.
with counted as {{ singled_out() }} (
    select position, article_id, evidence, count_start - evidence_start as count_at
    from {{ ref('stg_event_log__claims') }}
    where
        {{ is_heard_of() }}
        and family in ('{{ counted_families() | join("', '") }}')
        and count_start > evidence_start
)

select position, article_id
from counted
where regexp_matches(lower(left(evidence, count_at::integer)), '{{ recalled_figures() }}')
