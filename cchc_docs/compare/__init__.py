"""Two Word documents in, one out: the new one with every difference as a tracked change."""
