-- A statement: what one voice gives for one series, from the first article that carries the figure until the voice gives
-- another. However many outlets carry it meanwhile, it is one statement.
with heard as (
    select
        series_id, voice_id, is_confirmed, published_at, closed_at, is_retracted, claim_key, text_key,
        reliability, value, low, high, at_least, at_most, codebooks,
        min(codebooks) over speaker != max(codebooks) over speaker as is_split
    from {{ ref('int_claims_heard') }}
    where series_id in (select nested.series_id from {{ ref('int_series_nested') }} as nested)
    window speaker as (partition by series_id, voice_id, is_confirmed)
),

spoken as (
    select
        *,
        -- As a key, one number costs a fraction of what a voice's name does.
        hash(series_id, voice_id, is_confirmed, codebooks) as speaker
    from ({{ split_sets('heard') }})
),

turns as (
    select *, value is distinct from lag(value) over (partition by speaker order by published_at) as is_new from spoken
),

numbered as (
    select *, sum(is_new::int) over (partition by speaker order by published_at) as statement_number from turns
),

dated as (
    select *, min(published_at) over (partition by speaker, statement_number) as said_at from numbered
),

moments as (
    select speaker, statement_number, published_at as known_from from numbered
    union
    select speaker, statement_number, closed_at from numbered where closed_at is not null
),

-- One row per moment at which an article carried it, or ceased to, with the claims that carried it then and none from
-- later: what was known at a moment must not lean on what came after, nor on a text that no longer stood.
carried as (
    select
        any_value(dated.series_id) as series_id,
        any_value(dated.voice_id) as voice_id,
        any_value(dated.is_confirmed) as is_confirmed,
        any_value(dated.codebooks) as codebooks,
        any_value(dated.value) as value,
        moments.known_from,
        any_value(dated.said_at) as said_at,
        min(dated.reliability) as reliability,
        min(dated.low) as low,
        max(dated.high) as high,
        min(dated.at_least) as at_least,
        case when bool_and(dated.at_most is not null) then max(dated.at_most) end as at_most,
        -- Closed only when every article's carrying of it is: a figure that one article keeps standing still stands.
        case when bool_and(dated.closed_at is not null) then max(dated.closed_at) end as closed_at,
        bool_and(dated.is_retracted) as is_retracted,
        {{ distinct_list('list(dated.claim_key)') }} as claim_keys,
        {{ distinct_list('list(dated.text_key)') }} as text_keys
    from moments
    inner join dated
        on
            moments.speaker = dated.speaker
            and moments.statement_number = dated.statement_number
            and dated.published_at <= moments.known_from
            and (dated.closed_at is null or dated.closed_at > moments.known_from)
    group by moments.speaker, moments.statement_number, moments.known_from
),

marked as (
    select *, hash(*columns(* exclude (codebooks, text_keys))) as statement_id
    from carried
)

-- What came out the same in several codebooks is one statement again.
select statement_id, bit_or(codebooks) as codebooks, any_value(columns(* exclude (statement_id, codebooks)))
from marked
group by statement_id
