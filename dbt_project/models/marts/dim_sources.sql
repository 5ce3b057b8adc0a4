-- The voices by their former name.
select * from {{ ref('dim_voices') }}
