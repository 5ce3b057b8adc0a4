"""The two doors to the house: the command line and Dagster, over the same few functions.

Belongs here: where things lie (``Settings``), what a home declares (``crises``), the order of the steps (``steps``),
the commands, Dagster's definitions, one file per noun, and the page about the models (``codebook_page``). Wiring only:
open, call a room's function, show what came back.

Does not belong here: any knowledge of articles, claims, SQL or expectations. A function that needs more than about
fifteen lines has found work that belongs to a room.
"""
