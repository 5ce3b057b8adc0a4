-- Figures that their article itself calls former ("previously put at 58", "up from 58"): history, not news.
select event_id
from {{ ref('int_claims_reviewed') }}
where
    family in ('{{ counted_families() | join("', '") }}')
    and count_start > evidence_start
    and regexp_matches(lower(left(evidence, (count_start - evidence_start)::integer)), '{{ recalled_figures() }}')
