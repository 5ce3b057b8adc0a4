-- Best, as UCDP chooses among reports: the more reliable, then the more recent, and where that cannot be told the lower.
-- A whole that reliable offices report only in parts is the largest sum of one voice's parts; a part larger than the
-- reported whole raises it.
with said as (
    select
        *,
        max(said_value) over (partition by series_id, known_from, reliability, said_at) > said_value as has_higher_rival
    from {{ ref('int_voices_weighed') }}
    where said_value is not null
    qualify row_number() over (
        partition by series_id, known_from order by reliability, said_at desc, said_value, voice_id
    ) = 1
),

parts as (
    select *
    from {{ ref('int_voices_weighed') }}
    where part_value is not null
    qualify row_number() over (
        partition by series_id, known_from order by reliability, part_value desc, part_said_at desc, voice_id
    ) = 1
),

decided as (
    select
        coalesce(said.series_id, parts.series_id) as series_id,
        coalesce(said.known_from, parts.known_from) as known_from,
        case
            when said.voice_id is null or parts.reliability < said.reliability then 'sum_of_parts'
            when parts.reliability = said.reliability and parts.part_value > said.said_value then 'larger_part'
            when said.has_higher_rival then 'lower_of_rivals'
            else 'latest_report'
        end as rule,
        rule in ('sum_of_parts', 'larger_part') as is_from_parts,
        case when is_from_parts then parts.part_value else said.said_value end as best,
        case when is_from_parts then parts.part_low else said.said_low end as low,
        case when is_from_parts then parts.part_high else said.said_high end as high,
        case when is_from_parts then parts.part_said_at else said.said_at end as decided_at,
        case when is_from_parts then parts.reliability else said.reliability end as reliability
    from said
    full outer join parts on said.series_id = parts.series_id and said.known_from = parts.known_from
)

select * exclude (is_from_parts) from decided
