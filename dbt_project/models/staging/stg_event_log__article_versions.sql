with arrivals as (
    select *, 'ingested' as arrival from {{ source('event_log', 'article_ingested') }}
    union all by name
    select *, 'revised' as arrival from {{ source('event_log', 'article_revised') }}
)

select
    ---------- ids
    event_id,
    article_id,
    article_version,
    raw_digest,

    ---------- where it came from
    address,
    file_name,
    outlet,
    url,
    author,
    media_type,
    arrival,

    ---------- what it says
    title,
    language,
    length(text) as text_length,

    ---------- clocks
    published_at,
    published_prec,
    published_on,
    recorded_at,
    position
from arrivals
