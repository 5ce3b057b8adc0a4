-- Which areas each article speaks of; its own comes along, for claims without a country and for articles without claims.
select article_id, area_id from {{ ref('int_claims_located') }}
union
select article_id, article_id from {{ ref('int_articles_fingerprinted') }}
