-- Parts that stand above their whole at some moment although no conflict of that crisis and kind says so.
with figures as (
    select * from (from marts.fct_casualties union all by name from marts.fct_detentions)
    where best is not null
)

select parts.fact_id, wholes.fact_id as whole_fact_id, parts.best, wholes.best as whole_best
from figures as parts
inner join figures as wholes
    on
        parts.crisis_id = wholes.crisis_id
        and parts.kind = wholes.kind
        and parts.scope = wholes.scope
        and parts.codebook = wholes.codebook
        and parts.best > wholes.best
        and wholes.group_name in (parts.group_name, 'people')
        and (wholes.place = parts.place or wholes.is_national)
        and parts.known_from < coalesce(wholes.known_to, timestamptz 'infinity')
        and wholes.known_from < coalesce(parts.known_to, timestamptz 'infinity')
where not exists (
    from marts.fct_conflicts as conflicts
    where
        conflicts.crisis_id = parts.crisis_id
        and conflicts.kind = parts.kind
        and conflicts.codebook = parts.codebook
        and conflicts.since < coalesce(least(parts.known_to, wholes.known_to), timestamptz 'infinity')
        and coalesce(conflicts.resolved_at, timestamptz 'infinity') > greatest(parts.known_from, wholes.known_from)
)
