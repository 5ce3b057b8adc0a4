with figures as (
    from marts.fct_casualties
    union all by name
    from marts.fct_detentions
)

select country_code, kind, group_name, place, scope, codebook, best, low, high
from figures
where known_from <= $moment and (known_to > $moment or known_to is null)
order by all
