{# Within one series, each interval of knowledge ends before or where the next begins. #}
{% test intervals_do_not_overlap(model, series) %}
    select *
    from (
        select
            *, lead(known_from) over (partition by hash({{ series | join(', ') }}) order by known_from) as next_known_from
        from {{ model }}
    )
    where known_to > next_known_from or (known_to is null and next_known_from is not null)
{% endtest %}
