{{ config(materialized='view') }}
-- Each figure with what it is of, which claims decided it, and by how many outlets and texts they were carried.
select
    md5(concat_ws('|', readings.reading_id, epoch_us(figures.known_from))) as fact_id,
    readings.* exclude (series_id, bit, decides),
    crises.title as crisis,
    figures.* exclude (series_id, bit, deciding_claim_keys),
    carriers.claim_ids as deciding_claim_ids,
    carriers.n_outlets,
    carriers.n_articles
from {{ ref('int_figures_merged') }} as figures
inner join {{ ref('int_series_read') }} as readings
    on figures.series_id = readings.series_id and figures.bit = readings.bit
inner join {{ ref('int_crises_listed') }} as crises on readings.crisis_id = crises.crisis_id
inner join {{ ref('int_carriers_listed') }} as carriers on hash(figures.deciding_claim_keys) = carriers.carriers_id
