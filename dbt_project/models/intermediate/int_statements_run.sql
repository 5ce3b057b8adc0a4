-- A statement: what one voice gives for one series, from the first article that carries the figure until the voice gives
-- another. However many outlets carry it meanwhile, it is one statement.
with turns as (
    select
        *,
        value is distinct from lag(value) over statements as is_new
    from {{ ref('int_claims_heard') }}
    window statements as (
        partition by series_id, voice_id, is_confirmed order by published_at, event_id
    )
),

numbered as (
    select
        *,
        sum(is_new::int) over (
            partition by series_id, voice_id, is_confirmed order by published_at, event_id
        ) as statement_number
    from turns
),

dated as (
    select *, min(published_at) over (partition by series_id, voice_id, is_confirmed, statement_number) as said_at
    from numbered
),

moments as (
    select series_id, voice_id, is_confirmed, statement_number, published_at as known_from from numbered
    union
    select series_id, voice_id, is_confirmed, statement_number, closed_at from numbered where closed_at is not null
)

-- One row per moment at which an article carried it, or ceased to, with the claims that carried it then and none from
-- later: what was known at a moment must not lean on what came after, nor on a text that no longer stood.
select
    md5_number_lower(concat_ws(
        '|', moments.series_id, moments.voice_id, moments.is_confirmed, moments.statement_number,
        epoch_us(moments.known_from)
    )) as statement_id,
    moments.series_id,
    moments.voice_id,
    moments.is_confirmed,
    dated.value,
    moments.known_from,
    dated.said_at,
    min(dated.reliability) as reliability,
    min(dated.low) as low,
    max(dated.high) as high,
    min(dated.at_least) as at_least,
    case when bool_and(dated.at_most is not null) then max(dated.at_most) end as at_most,
    -- Closed only when every article's carrying of it is: a figure that one article keeps standing still stands.
    case when bool_and(dated.closed_at is not null) then max(dated.closed_at) end as closed_at,
    bool_and(dated.is_retracted) as is_retracted,
    list_sort(list_distinct(list(dated.claim_id))) as claim_ids,
    list_sort(list_distinct(list(dated.text_id))) as text_ids
from moments
inner join dated
    on
        moments.series_id = dated.series_id
        and moments.voice_id = dated.voice_id
        and moments.is_confirmed = dated.is_confirmed
        and moments.statement_number = dated.statement_number
        and dated.published_at <= moments.known_from
        and (dated.closed_at is null or dated.closed_at > moments.known_from)
group by all
