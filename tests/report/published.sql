-- The published facts as their contract has them: the columns that exports read, and no rows.
create table fct_casualties (
    fact_id varchar, crisis_id varchar, crisis varchar, country_code varchar, country varchar, kind varchar,
    group_name varchar, place varchar, is_national boolean, scope varchar, codebook varchar, best bigint, low bigint,
    high bigint, rule varchar, grade varchar, n_voices bigint, n_outlets bigint, n_articles bigint,
    deciding_claim_ids varchar[], best_without_strongest bigint, known_from timestamptz, known_to timestamptz,
    is_latest boolean
);
create table fct_detentions as from fct_casualties;
create table fct_displacements as from fct_casualties;
create table fct_deployments as from fct_casualties;
create table fct_claims (
    event_id varchar, claim_id varchar, is_current boolean, article_id varchar, article_version varchar, article varchar,
    text_id varchar, crisis_id varchar, published_at timestamptz, family varchar, kind varchar, count_value double,
    count_low double, count_high double, count_text varchar, subject varchar, group_name varchar, actor varchar,
    place varchar, country_code varchar, admin1_code varchar, geoname_id bigint, latitude double, longitude double,
    where_prec bigint, when_text varchar, when_start date, when_end date, scope varchar, source varchar, via varchar,
    source_type varchar, status varchar, evidence varchar, evidence_start bigint, evidence_end bigint,
    extractor varchar, extractor_version varchar, rule varchar, voice_id varchar, exclusion varchar,
    version_state varchar, stands_until timestamptz, review_status varchar, position bigint
);
create table fct_conflicts (
    conflict_id varchar, crisis_id varchar, crisis varchar, family varchar, country_code varchar, kind varchar,
    group_name varchar, place varchar, scope varchar, codebook varchar, voice_id varchar, rival_voice_id varchar,
    low bigint, high bigint, rival_low bigint, rival_high bigint, gap bigint, claim_ids varchar[],
    rival_claim_ids varchar[], since timestamptz, resolved_at timestamptz
);
create table fct_states (
    state_id varchar, crisis_id varchar, family varchar, kind varchar, country_code varchar, country varchar,
    place varchar, subject varchar, begins_on date, ends_on date, status varchar, level double, voice_id varchar,
    source varchar, claim_ids varchar[], known_from timestamptz, known_to timestamptz
);
create table dim_articles (
    article_id varchar, article_version varchar, file_name varchar, address varchar, title varchar, outlet varchar,
    url varchar, author varchar, language varchar, published_at timestamptz, published_on date, text_id varchar,
    is_original boolean
);
create table dim_voices (
    voice_id varchar, name varchar, wordings varchar[], source_type varchar, reliability integer, country_code varchar
);
create table dim_places (
    place_id varchar, geoname_id bigint, name varchar, country_code varchar, admin1_code varchar, region varchar,
    latitude double, longitude double, where_prec bigint
);
create table dim_crises (
    crisis_id varchar, title varchar, is_declared boolean, starts_on date, ends_on date,
    n_articles bigint, n_claims bigint
);
create table meta (meta_id integer, log_position bigint, log_digest varchar, codebook varchar, code_version varchar);
