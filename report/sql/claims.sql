select
    article, article_id, claim_id, family, kind, count_value, count_low, count_high, count_text, subject,
    group_name, actor, place, when_text, when_start, when_end, scope, source, source_type, via, status, evidence,
    evidence_start, evidence_end, extractor || '@' || extractor_version as extractor, rule
from fct_claims
where is_current
order by published_at, article, evidence_start, family, kind, claim_id
