-- Claims of the texts that stood at a moment, with their articles, crises and the countries of who speaks.
select
    claims.claim_id, claims.crisis_id, claims.family, claims.kind, claims.status, claims.count_value, claims.count_text,
    claims.subject, claims.group_name, claims.actor, claims.source, claims.source_type, claims.place, claims.country_code,
    claims.admin1_code, claims.geoname_id, claims.latitude, claims.longitude, claims.when_start, claims.when_end,
    claims.evidence_start, claims.evidence_end, claims.extractor, claims.extractor_version, claims.scope,
    articles.url, articles.title, articles.language, articles.outlet, articles.article_id, articles.published_on,
    voices.country_code as voice_country_code
from fct_claims as claims
inner join dim_articles as articles on claims.article_id = articles.article_id
left join dim_voices as voices on claims.voice_id = voices.voice_id
where
    claims.review_status <> 'rejected'
    and articles.published_on is not null
    and case
        when $at::timestamptz is null then claims.is_current
        else claims.published_at <= $at and (claims.stands_until is null or $at < claims.stands_until)
    end
order by
    claims.published_at, articles.article_id, claims.evidence_start, claims.family, claims.kind, claims.claim_id,
    claims.event_id
