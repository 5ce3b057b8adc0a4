-- Claims of the texts that stood at a moment.
from query_table($mart)
where
    case
        when $at::timestamptz is null then is_current
        else published_at <= $at and (stands_until is null or $at < stands_until)
    end
order by published_at, article, evidence_start, claim_id, event_id
