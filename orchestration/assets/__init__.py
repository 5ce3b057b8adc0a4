"""The asset graph, read left to right: ingest, extract, staging, intermediate, marts, checks, report.

Belongs here: one module per stage; each asset opens the ledger, calls a step and says in metadata what came of it.

Does not belong here: the steps themselves, and Dagster's other nouns (checks, jobs, sensors, schedules, resources).
"""
