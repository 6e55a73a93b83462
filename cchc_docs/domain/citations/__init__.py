"""Citations of papers in running text, each found as a span and read into a value.

A span runs from the kind of paper to the end of its subject; where that end is not plain it ends
too early rather than swallow the sentence. Citations in the subject of another, and those that
amend it, are spans of their own with `inside`.
"""

from cchc_docs.domain.citations.finding import find_citations, parse_citation
from cchc_docs.domain.citations.value import Citation, CitationSpan, short_form

__all__ = ["Citation", "CitationSpan", "find_citations", "parse_citation", "short_form"]
