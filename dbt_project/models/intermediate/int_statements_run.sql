-- A statement: what one voice gives for one series, from the first article that carries the figure until the voice gives
-- another. However many outlets carry it meanwhile, it is one statement.
with heard as (
    select
        series_id, voice_key, is_confirmed, published_at, closed_at, is_retracted, claim_key, text_key,
        reliability, value, low, high, at_least, at_most, codebooks,
        min(codebooks) over speaker != max(codebooks) over speaker as is_split
    from {{ ref('int_claims_heard') }}
    where series_id in (select nested.series_id from {{ ref('int_series_nested') }} as nested)
    window speaker as (partition by series_id, voice_key, is_confirmed)
),

turns as (
    select *, value is distinct from lag(value) over (partition by speaker order by published_at) as is_new
    -- As a key, one number costs a fraction of what a voice's name does.
    from (select *, hash(series_id, voice_key, is_confirmed, codebooks) as speaker from ({{ split_sets('heard') }}))
),

dated as (
    select
        *,
        max(case when is_new then published_at end) over of_speaker as said_at,
        is_new and coalesce(lead(is_new) over of_speaker, true) as is_alone
    from turns
    window of_speaker as (partition by speaker order by published_at)
),

-- Most are carried by one claim alone.
alone as (
    select
        series_id, voice_key, is_confirmed, codebooks, value, published_at as known_from, said_at, reliability, low, high,
        at_least, at_most, closed_at, is_retracted, [claim_key] as claim_keys, [text_key] as text_keys
    from dated
    where is_alone and (closed_at is null or closed_at > published_at)
),

moments as (
    select speaker, said_at, published_at as known_from from dated where not is_alone
    union
    select speaker, said_at, closed_at from dated where not is_alone and closed_at is not null
),

-- One row per moment at which an article carried it, or ceased to, with the claims that carried it then and none from
-- later: what was known at a moment must not lean on what came after, nor on a text that no longer stood.
carried as (
    select
        any_value(dated.series_id) as series_id,
        any_value(dated.voice_key) as voice_key,
        any_value(dated.is_confirmed) as is_confirmed,
        any_value(dated.codebooks) as codebooks,
        any_value(dated.value) as value,
        moments.known_from,
        moments.said_at,
        min(dated.reliability) as reliability,
        min(dated.low) as low,
        max(dated.high) as high,
        min(dated.at_least) as at_least,
        case when bool_and(dated.at_most is not null) then max(dated.at_most) end as at_most,
        -- Closed only when every article's carrying of it is: a figure that one article keeps standing still stands.
        case when bool_and(dated.closed_at is not null) then max(dated.closed_at) end as closed_at,
        bool_and(dated.is_retracted) as is_retracted,
        {{ distinct_list('list(dated.claim_key)') }} as claim_keys, {{ distinct_list('list(dated.text_key)') }} as text_keys
    from moments
    inner join dated
        on
            moments.speaker = dated.speaker
            and moments.said_at = dated.said_at
            and dated.published_at <= moments.known_from
            and (dated.closed_at is null or dated.closed_at > moments.known_from)
    group by moments.speaker, moments.said_at, moments.known_from
)

-- What came out the same in several codebooks is one statement again.
select
    hash(*columns(* exclude (codebooks, text_keys))) as statement_id,
    bit_or(codebooks) as codebooks,
    any_value(columns(* exclude (codebooks)))
from (select * from alone union all select * from carried)
group by statement_id
