"""A neutral picture of a Word page: widths of lines, text and styles of a document."""
