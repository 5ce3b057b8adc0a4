-- The articles that speak of an area that changed. Only their claims are looked at; what others say stands in the marts.
select distinct touched.article_id
from {{ ref('int_areas_touched') }} as touched
inner join {{ ref('int_areas_changed') }} as changed on touched.area_id = changed.area_id
