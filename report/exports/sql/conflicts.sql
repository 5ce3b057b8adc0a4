-- Disagreements that were open at a moment, by one codebook.
from query_table($mart)
where
    codebook = $codebook
    and case
        when $at::timestamptz is null then resolved_at is null
        else since <= $at and (resolved_at is null or $at < resolved_at)
    end
order by crisis_id, country_code, kind, place, group_name, conflict_id
