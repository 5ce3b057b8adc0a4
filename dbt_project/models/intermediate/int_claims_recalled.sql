-- Figures that their article itself calls former ("previously put at 58", "up from 58"): history, not news.
select claims.position
from {{ ref('stg_event_log__claims') }} as claims
inner join {{ ref('int_articles_renewed') }} as renewed on claims.article_id = renewed.article_id
where
    claims.family in ('{{ counted_families() | join("', '") }}')
    and claims.count_start > claims.evidence_start
    and regexp_matches(
        lower(left(claims.evidence, (claims.count_start - claims.evidence_start)::integer)), '{{ recalled_figures() }}'
    )
