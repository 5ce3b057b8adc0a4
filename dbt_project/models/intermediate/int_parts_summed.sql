-- A whole out of parts, within one voice and one place: groups that one article tells apart are disjoint and add up;
-- the same people under two articles' labels ("protesters" here, "armed criminals" there) are on one side and do not.
-- Of several places the largest sum stands: places may contain each other.
with by_article as (
    select
        series_id, known_from, voice_id, reliability, place, side,
        unnest(article_ids) as article_id,
        value, low, high, said_at, claim_ids
    from {{ ref('int_statements_standing') }}
    where bearing = 'part' and is_confirmed
),

articles_summed as (
    select
        series_id, known_from, voice_id, reliability, place, side, article_id,
        sum(value) as value,
        sum(low) as low,
        sum(high) as high,
        max(said_at) as said_at,
        flatten(list(claim_ids)) as claim_ids
    from by_article
    group by all
),

sides as (
    select
        series_id, known_from, voice_id, reliability, place, side,
        value, min(low) as low, max(high) as high, max(said_at) as said_at, flatten(list(claim_ids)) as claim_ids
    from (
        select *
        from articles_summed
        qualify rank() over (
            partition by series_id, known_from, voice_id, place, side order by value desc
        ) = 1
    )
    group by all
),

places as (
    select
        series_id, known_from, voice_id, place,
        -- A place's own figure for everybody already holds its groups.
        side = 'people' as is_whole,
        min(reliability) as reliability,
        sum(value) as value,
        sum(low) as low,
        sum(high) as high,
        max(said_at) as said_at,
        list_sort(list_distinct(flatten(list(claim_ids)))) as claim_ids
    from sides
    group by all
)

select * exclude (is_whole)
from places
qualify row_number() over (
    partition by series_id, known_from, voice_id order by value desc, is_whole desc, place
) = 1
