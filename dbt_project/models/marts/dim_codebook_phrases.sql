select
    codebook_phrases.codebook,
    codebook_phrases.phrase,
    phrase_patterns.pattern,
    codebook_phrases.value,
    codebook_phrases.source
from {{ ref('codebook_phrases') }} as codebook_phrases
left join {{ ref('phrase_patterns') }} as phrase_patterns on codebook_phrases.phrase = phrase_patterns.phrase
