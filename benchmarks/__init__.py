"""Ratios measured in one run, so that they mean the same on a slow machine and a fast one."""
