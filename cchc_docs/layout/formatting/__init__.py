"""Effective formatting: what Word shows after defaults, table, styles, numbering and the direct."""
