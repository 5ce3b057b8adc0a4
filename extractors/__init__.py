"""From an article's text to its claims.

Belongs here: the lexicons (words as data), the components that read one aspect of a sentence each (quantities, groups,
attribution, status, times, places), the grammar that ties a trigger to its participants, one module per step from
sentences to claims, and the single function that appends what was found. Everything up to that function is pure.

Does not belong here: reading files or pages (``ingest``), deciding which claim counts (``dbt_project``), measuring
how right the claims are (``evaluation``).
"""
