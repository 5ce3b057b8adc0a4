-- No clock of the build's own in here: the same log and the same code give the same row.
select
    1 as meta_id,
    max(last_position) as log_position,
    max(recorded_at) as log_recorded_at,
    arg_max(digest, commit_id) as log_digest,
    (select string_agg(codebook || ' ' || version, ', ' order by codebook) from {{ ref('codebooks') }}) as codebook,
    '{{ env_var("NEWSLEDGER_CODE_VERSION", "unknown") }}' as code_version,
    (select count(*) from {{ ref('dim_articles') }}) as n_articles,
    (select count(*) from {{ ref('dim_articles') }} where published_at is null) as n_undated_articles,
    (select count(*) from {{ ref('dim_rejections') }}) as n_rejections,
    (select count(*) from {{ ref('int_claims_explained') }} where is_current) as n_current_claims,
    (select count(*) from {{ ref('int_claims_explained') }}) as n_claims
from {{ ref('stg_event_log__commits') }}
