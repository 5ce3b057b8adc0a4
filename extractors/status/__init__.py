"""Whether: asserted, denied, planned, unconfirmed or ended; and whether a number is a running total or one occasion."""
