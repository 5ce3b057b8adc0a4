-- What can have figures: all that is said, and all that it is part of.
select distinct
    whole_series_id as series_id,
    codebook,
    crisis_id,
    family,
    country_code,
    country,
    kind,
    scope,
    whole_group as group_name,
    whole_place as place,
    whole_is_national as is_national
from {{ ref('int_series_nested') }}
