"""How right the claims are, and how fast they come.

Belongs here: gold sets and the files that may hold them, pairing claims with gold, figures and floors, what is shown of
them on a terminal and on a page, the baseline that stands beside the rules, the clock. The measure is the claims
guide's, written anew.

Does not belong here: rules and words (``extractors``), whether a batch is plausible (``expectations``), anything that a
real run needs: nothing but the command ``evaluate`` imports this room.
"""
