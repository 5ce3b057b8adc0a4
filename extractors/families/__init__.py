"""A module or a few per family of claims: a parsed sentence in, drafts out.

Belongs here: what is particular to a family (who may be counted, what makes a mention too thin to stand). Does not
belong here: words (lexicons), grammar (``grammar.frames``), place, time, speaker and status (the components, applied by
``article.completion``).
"""
