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
)

-- One row per moment at which an article carried it, with the claims carried until then and none from later: what was
-- known at a moment must not lean on what came after.
select distinct
    md5(concat_ws('|', series_id, voice_id, is_confirmed, statement_number)) as statement_id,
    series_id,
    voice_id,
    is_confirmed,
    country_code,
    country,
    family,
    kind,
    scope,
    group_name,
    side,
    place,
    is_national,
    value,
    published_at as known_from,
    min(published_at) over carried as said_at,
    min(reliability) over carried as reliability,
    min(low) over carried as low,
    max(high) over carried as high,
    -- Closed only when every article's carrying of it is: a figure that one article keeps standing still stands.
    case when bool_and(retracted_at is not null) over carried then max(retracted_at) over carried end as retracted_at,
    list_sort(list_distinct(list(claim_id) over carried)) as claim_ids,
    list_sort(list_distinct(list(article_id) over carried)) as article_ids
from numbered
window carried as (
    partition by series_id, voice_id, is_confirmed, statement_number order by published_at
)
