"""Text as the inside of a Word run: escaped, with line breaks, tabs and marked letters.

A template writes ``{{ value }}`` inside a run. A value of plain words is a string and Jinja
escapes it; one that needs more is `Markup` that steps out of the text element and back into it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

_SPECIAL = re.compile(r"[\n\t]")
_TEXT_OPEN = '<w:t xml:space="preserve">'


def inline(text: str) -> str | Markup:
    """Return `text` ready for a template; newlines and tabs become Word's own."""
    if not _SPECIAL.search(text):
        return text
    return Markup(_broken(text))


def _broken(text: str) -> str:
    escaped = str(escape(text))
    escaped = escaped.replace("\n", f"</w:t><w:br/>{_TEXT_OPEN}")
    return escaped.replace("\t", f"</w:t><w:tab/>{_TEXT_OPEN}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters `start` to `end` of a text, in `colour` and tied to the Word comment `comment`.

    `colour` is a name Word has for highlighting; `comment` is the id of the comment.
    """

    start: int
    end: int
    comment: int
    colour: str


def with_marks(text: str, marks: Sequence[Mark]) -> str | Markup:
    """Return `text` with its marks; they may overlap, none is empty.

    Letters under several marks take the colour of the one that opens last.
    """
    if not marks:
        return inline(text)
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    edges = sorted({*opening, *closing})
    pieces = [_broken(text[: edges[0]]), "</w:t></w:r>"]
    inside: list[Mark] = []
    for here, there in pairwise(edges):
        pieces += map(_range_end, closing[here])
        pieces += map(_range_start, opening[here])
        inside = [one for one in inside if one.end > here] + opening[here]
        pieces.append(_run(text[here:there], inside))
    pieces += map(_range_end, closing[edges[-1]])
    return Markup("".join(pieces) + f"<w:r>{_TEXT_OPEN}{_broken(text[edges[-1] :])}")


def _run(text: str, marks: Sequence[Mark]) -> str:
    colour = f'<w:rPr><w:highlight w:val="{marks[-1].colour}"/></w:rPr>' if marks else ""
    return f"<w:r>{colour}{_TEXT_OPEN}{_broken(text)}</w:t></w:r>"


def _range_start(mark: Mark) -> str:
    return f'<w:commentRangeStart w:id="{mark.comment}"/>'


def _range_end(mark: Mark) -> str:
    reference = f'<w:r><w:commentReference w:id="{mark.comment}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{mark.comment}"/>{reference}'


def cell_span(merge: str | None) -> Markup:
    """Return the value for docxtpl's ``{% colspan … %}``: one column, and how the cell merges down.

    docxtpl has no tag for a cell that is merged downwards in some rows only; what ``colspan`` is
    given goes into the cell's properties, and Word wants vMerge right after gridSpan.
    """
    return Markup(f'1"/><w:vMerge w:val="{merge}' if merge else "1")
