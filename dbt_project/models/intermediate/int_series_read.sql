-- What can have figures: all that is said and all that it is part of, as each codebook reads it. Up to here what codebooks have in
-- common is there once; a figure is each one's own.
with series as (
    select distinct
        whole_series_id as series_id, crisis_id, family, country_code, country, kind, scope,
        whole_group as group_name, whole_place as place, whole_is_national as is_national
    from {{ ref('int_series_nested') }}
)

select {{ reading_id() }} as reading_id, codebooks.codebook, codebooks.bit, codebooks.decides, series.*
from series
cross join {{ ref('int_codebooks_combined') }} as codebooks
where codebooks.codebooks = codebooks.bit
