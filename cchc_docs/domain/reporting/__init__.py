"""Periodic reports: figures counted from the log, sentences made of them, the report itself."""
