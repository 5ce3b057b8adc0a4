with figures as (
    from marts.fct_casualties
    union all by name
    from marts.fct_detentions
    union all by name
    from marts.fct_deployments
)

select country_code, kind, group_name, place, scope, best, low, high
from figures
where codebook = 'ucdp' and grade != 'retracted'
  and known_from <= $moment and (known_to > $moment or known_to is null)
