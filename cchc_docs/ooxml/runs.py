"""Text as the inside of a Word run: escaped, with line breaks, tabs and marked open questions.

A template writes ``{{ value }}`` inside a run. A value of plain words is a string and Jinja
escapes it; one that needs more is `Markup` that steps out of the text element and back into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

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


def with_questions(
    text: str, questions: Iterable[re.Match[str]], number: Callable[[str], int]
) -> str | Markup:
    """Return `text` with every question in it highlighted and tied to a Word comment.

    `number` is told the question (group 1 of its match) and gives the id of its comment.
    """
    pieces: list[str] = []
    end = 0
    for match in questions:
        pieces.append(_broken(text[end : match.start()]))
        pieces.append(_marked(match.group(), number(match[1].strip())))
        end = match.end()
    if not pieces:
        return inline(text)
    return Markup("".join(pieces) + _broken(text[end:]))


def _marked(question: str, comment: int) -> str:
    return (
        f'</w:t></w:r><w:commentRangeStart w:id="{comment}"/>'
        f'<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>{_TEXT_OPEN}{_broken(question)}'
        "</w:t></w:r>"
        f'<w:commentRangeEnd w:id="{comment}"/><w:r><w:commentReference w:id="{comment}"/></w:r>'
        f"<w:r>{_TEXT_OPEN}"
    )


def cell_span(merge: str | None) -> Markup:
    """Return the value for docxtpl's ``{% colspan … %}``: one column, and how the cell merges down.

    docxtpl has no tag for a cell that is merged downwards in some rows only; what ``colspan`` is
    given goes into the cell's properties, and Word wants vMerge right after gridSpan.
    """
    return Markup(f'1"/><w:vMerge w:val="{merge}' if merge else "1")
