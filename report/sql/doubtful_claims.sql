-- Claims of texts that stand, as a reviewer needs them; doubtful ones first, then by article and place in it.
select
    claims.claim_id, claims.article_id, claims.article_version, claims.article, articles.outlet, claims.published_at,
    claims.family, claims.kind, claims.count_text, claims.count_value, claims.count_low, claims.count_high,
    claims.group_name, claims.place, claims.country_code, claims.where_prec, claims.when_start, claims.when_end,
    claims.scope, claims.source, claims.source_type, claims.status, claims.evidence, claims.evidence_start,
    claims.count_start, claims.count_end, claims.doubts
from fct_claims as claims
inner join dim_articles as articles on claims.article_id = articles.article_id
where claims.is_current
order by
    len(claims.doubts) desc, claims.published_at, claims.article, claims.evidence_start, claims.family, claims.kind,
    claims.claim_id
