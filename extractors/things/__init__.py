"""What: classes of things that are damaged, cut off, decreed, or taken part in."""
