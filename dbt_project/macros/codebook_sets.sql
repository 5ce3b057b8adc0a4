{# The codebooks for which a row holds are a set, a bit each: most numbers are the same in all, and are reckoned once for all.
   Rows that are weighed against each other hold for the same codebooks or for different ones, never for some in common. #}

{# Rows of `cte` whose `is_split` says that the rows beside them hold for other sets: one row for each codebook. The rest as is. #}
{% macro split_sets(cte) -%}
    select {{ cte }}.* exclude (is_split)
    from {{ cte }}
    where not is_split
    union all
    select {{ cte }}.* exclude (is_split) replace (sets.bit as codebooks)
    from {{ cte }}
    inner join {{ ref('int_codebooks_combined') }} as sets on {{ cte }}.codebooks = sets.codebooks
    where {{ cte }}.is_split
{%- endmacro %}
