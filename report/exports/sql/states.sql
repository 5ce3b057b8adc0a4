-- Measures and disruptions as known at a moment.
from query_table($mart)
where
    case
        when $at::timestamptz is null then known_to is null
        else known_from <= $at and (known_to is null or $at < known_to)
    end
order by crisis_id, country_code, place, family, kind, begins_on, state_id, known_from
