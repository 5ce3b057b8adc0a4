"""Furniture: what stands on a page around the article.

Belongs here: the rules, one YAML file per kind of furniture, each rule with lines that it must and must not match,
and the sweep that takes furniture out of a text. A rule sees one line at a time. To lose an article's sentence is
worse than to keep an advert, so a rule says as much of the line as it can, and what takes more than its own line
works in the last half of a text only.

Does not belong here: what a page says about itself, characters, the layout of one kind of input; words of the events
themselves.
"""
