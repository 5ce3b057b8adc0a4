select
    codebook,
    version,
    decides,
    description
from {{ ref('codebooks') }}
