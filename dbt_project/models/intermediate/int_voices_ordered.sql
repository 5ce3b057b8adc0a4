-- In which order one would choose among all that voices ever say of a series, and among the sums of their parts.
-- UCDP: the more reliable, then the more recent, and where that cannot be told the lower. ACLED: the more reliable, then the lower.
select
    weighed_id,
    codebooks,
    first_moment_id,
    next_moment_id,
    reliability,
    said_at,
    case when said_value is not null then row_number() over (
        partition by series_id order by
            said_value is null, reliability, said_at desc nulls last, said_value, voice_key, known_from, codebooks
    ) end as recent_order,
    case when said_value is not null then row_number() over (
        partition by series_id order by said_value is null, reliability, said_value, voice_key, known_from, codebooks
    ) end as lowest_order,
    case when part_value is not null then row_number() over (
        partition by series_id order by
            part_value is null, reliability, part_value desc, part_said_at desc, voice_key, known_from, codebooks
    ) end as part_order
from {{ ref('int_voices_weighed') }}
