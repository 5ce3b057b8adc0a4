-- What the figures of a crisis rest on, country by country, where something changed: every claim as codebooks count it. Of what
-- it says, not of its event: a newer reading that finds the same changes no figure.
select
    {{ crisis_area() }} as area_id,
    country_code,
    sum(hash(counted)) as fingerprint
from (select * exclude (position) from {{ ref('int_claims_counted') }}) as counted
group by country_code, crisis_id
