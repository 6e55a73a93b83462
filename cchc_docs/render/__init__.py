"""From a plan to strings (view), from strings to Word (template), from Word to PDF."""
