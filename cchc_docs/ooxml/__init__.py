"""The few pieces of Word XML that several rooms write: runs, drawn lines, comments, the package."""
