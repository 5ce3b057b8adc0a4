{{ kept_by_article() }}
-- Which areas each article speaks of; its own comes along, for claims without a country and for articles without claims.
select article_id, area_id from {{ ref('int_claims_located') }}
where {{ is_heard_of() }}
union
select article_id, article_id from {{ ref('int_versions_dated') }}
where {{ is_heard_of() }}
