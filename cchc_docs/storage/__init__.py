"""Data in and out: YAML with line numbers, errors an officer can act on, safe file writing."""
