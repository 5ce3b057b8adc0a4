-- Articles that were out at a moment; those without a date only where no moment is asked for.
from query_table($mart)
where $at::timestamptz is null or published_at <= $at
order by published_at, article_id
