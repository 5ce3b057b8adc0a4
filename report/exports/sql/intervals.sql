-- One mart of figures as known at a moment, by one codebook.
from query_table($mart)
where
    codebook = $codebook
    and case
        when $at::timestamptz is null then is_latest
        else known_from <= $at and (known_to is null or $at < known_to)
    end
order by crisis, country_code, kind, scope desc, is_national desc, place, group_name, fact_id
