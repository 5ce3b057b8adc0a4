"""The two doors to the house: the command line and Dagster, over the same few functions.

Belongs here: where things lie (``Settings``), what a home declares (``crises``), the page on the models, the order of the steps (``steps``), the commands, and Dagster's
definitions, one file per noun. Wiring only: open, call a room's function, show what came back.

Does not belong here: any knowledge of articles, claims, SQL or expectations. A function that needs more than about
fifteen lines has found work that belongs to a room.
"""
