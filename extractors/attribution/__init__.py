"""On whose word: speakers, what stands on their word, what kind of source they are, and who responds."""
