"""Where: place names found, resolved and chosen.

A gazetteer of GeoNames data with overrides of our own, the names in a sentence, what an article is about, and
which place an event is said of. No family's rules: those say only which word carries the event.
"""
