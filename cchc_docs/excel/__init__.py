"""Workbooks out and in: the sheets an officer fills, from one table of columns each."""
