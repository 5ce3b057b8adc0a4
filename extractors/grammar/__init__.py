"""What the parse and the order of words say of any sentence.

Sentences, clauses, noun phrases, forms of words, pronouns, shared verbs. No word of any family belongs here.
"""
