select event_id, event_type, position, broken_rule
from dim_quarantine
order by position;
