{{ kept_by_crisis() }}
with voices as (select distinct voice_key, voice_id from {{ ref('int_claims_judged') }}),

conflicts as (
    select
        'rivals' as conflict_type, series_id, sets.bit, voices.voice_id, rivals.voice_id as rival_voice_id,
        low, high, rival_low, rival_high, gap, claim_keys, rival_claim_keys, since, resolved_at, null as part_series_id
    from {{ ref('int_conflicts_lasting') }} as lasting
    inner join {{ ref('int_codebooks_combined') }} as sets on lasting.codebooks = sets.codebooks
    inner join voices on lasting.voice_key = voices.voice_key
    inner join voices as rivals on lasting.rival_voice_key = rivals.voice_key

    union all by name

    select 'part_above_whole' as conflict_type, *
    from {{ ref('int_conflicts_of_parts') }}
)

select
    md5(concat_ws(
        '|', series.reading_id, parts.reading_id, conflicts.voice_id, conflicts.rival_voice_id, conflicts.low,
        conflicts.rival_low, epoch_us(conflicts.since)
    )) as conflict_id,
    conflicts.conflict_type,
    series.crisis_id,
    crises.title as crisis,
    series.family,
    series.country_code,
    series.kind,
    series.group_name,
    series.place,
    series.scope,
    series.codebook,
    conflicts.voice_id,
    conflicts.rival_voice_id,
    parts.group_name as part_group,
    parts.place as part_place,
    conflicts.low,
    conflicts.high,
    conflicts.rival_low,
    conflicts.rival_high,
    conflicts.gap,
    carriers.claim_ids,
    rival_carriers.claim_ids as rival_claim_ids,
    conflicts.since,
    conflicts.resolved_at
from conflicts
inner join {{ ref('int_series_read') }} as series
    on conflicts.series_id = series.series_id and conflicts.bit = series.bit
inner join {{ ref('int_crises_listed') }} as crises on series.crisis_id = crises.crisis_id
inner join {{ ref('int_carriers_listed') }} as carriers on hash(conflicts.claim_keys) = carriers.carriers_id
inner join {{ ref('int_carriers_listed') }} as rival_carriers
    on hash(conflicts.rival_claim_keys) = rival_carriers.carriers_id
left join {{ ref('int_series_read') }} as parts
    on conflicts.part_series_id = parts.series_id and conflicts.bit = parts.bit
