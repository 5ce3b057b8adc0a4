-- Sets of codebooks as numbers, a bit each, and which codebooks each set holds.
with numbered as (
    select codebook, decides, (1 << (row_number() over (order by codebook) - 1))::integer as bit
    from {{ ref('codebooks') }}
),

sets as (
    select unnest(range(1, 1 + (select sum(bit) from numbered)::integer))::integer as codebooks
)

select sets.codebooks, numbered.codebook, numbered.bit, numbered.decides
from sets
inner join numbered on (sets.codebooks & numbered.bit) != 0
