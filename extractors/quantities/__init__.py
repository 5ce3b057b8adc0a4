"""How many: numbers in figures and words, with their bounds, and what they measure.

Whom or what a number counts is for the families to say.
"""
