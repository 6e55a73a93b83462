"""Vietnamese text, and nothing else: normal form, list letters, Roman numerals, case, matching."""
