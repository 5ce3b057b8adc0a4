-- What an area's facts rest on: all articles that speak of it.
select touched.area_id, sum(hash(articles.article_id, articles.fingerprint)) as fingerprint
from {{ ref('int_areas_touched') }} as touched
inner join {{ ref('int_articles_fingerprinted') }} as articles on touched.article_id = articles.article_id
group by touched.area_id
