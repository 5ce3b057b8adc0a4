"""Staging, intermediate, marts: which claim counts, as known when, by whose rule; a dbt project, read as data.

Belongs here: models, seeds (words and rules as data), macros, dbt's own tests, and the yml that describes them.
Does not belong here: Python, but for a model that a library computes (``int_texts_grouped``; the door to dbt is
``orchestration.dbt``), extraction, plausibility of a batch (``expectations``), anything that writes to the event log.
"""
