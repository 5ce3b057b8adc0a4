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
from {{ ref('stg_event_log__arrivals') }}
where position not in (select position from {{ ref('stg_event_log__arrivals_quarantined') }})
