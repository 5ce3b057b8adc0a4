"""Staging, intermediate, marts: which claim counts, as known when, by whose rule; a dbt project, read as data.

Belongs here: models, seeds (words and rules as data), macros, dbt's own tests, and the yml that describes them.
Does not belong here: Python (the door to dbt is ``orchestration.dbt_build``), extraction, plausibility of a batch
(``expectations``), anything that writes to the event log.
"""
