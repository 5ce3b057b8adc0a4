-- A mart that knows no moments, whole.
from query_table($mart)
order by all
