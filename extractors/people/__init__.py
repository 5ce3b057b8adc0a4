"""Who: groups of the guide, persons counted by name or article, and people who are only mentioned."""
