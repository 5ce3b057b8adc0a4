-- The figures that are not the same at two moments, with the claims that moved each: those that decide it at the later moment
-- and did not at the earlier, and those that decided it then and no longer do.
create or replace macro what_changed(earlier, later, codebook := 'ucdp') as table
select
    coalesce(new.crisis, old.crisis) as crisis,
    coalesce(new.kind, old.kind) as kind,
    coalesce(new.group_name, old.group_name) as "group",
    coalesce(new.place, old.place) as place,
    coalesce(new.scope, old.scope) as scope,
    old.best as best_before,
    new.best as best_after,
    old.low as low_before,
    new.low as low_after,
    old.high as high_before,
    new.high as high_after,
    old.grade as grade_before,
    new.grade as grade_after,
    list_filter(
        coalesce(new.deciding_claim_ids, []), lambda id: not list_contains(coalesce(old.deciding_claim_ids, []), id)
    ) as moved_by,
    list_filter(
        coalesce(old.deciding_claim_ids, []), lambda id: not list_contains(coalesce(new.deciding_claim_ids, []), id)
    ) as no_longer_by,
    new.known_from,
    old.fact_id as fact_id_before,
    new.fact_id as fact_id_after
from figures_as_of(earlier, codebook := codebook) as old
full outer join figures_as_of(later, codebook := codebook) as new
    on
        old.crisis_id = new.crisis_id
        and old.country_code = new.country_code
        and old.kind = new.kind
        and old.group_name = new.group_name
        and old.place = new.place
        and old.scope = new.scope
where (old.best, old.low, old.high, old.grade) is distinct from (new.best, new.low, new.high, new.grade)
