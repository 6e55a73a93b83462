"""A text as a YAML scalar in the style of the one it replaces; read back, it is the same text.

A style that cannot hold a text gives way: plain to quotes or `>-`, folded to `|-` where the text
has line ends of its own, every style to double quotes where only these can show a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NOT_PLAIN: Final = re.compile(
    r"""[-?:,\[\]{}\#&*!|>'"%@`]  # means something to YAML at the beginning
    | .*(?::(?:\s|$)|\s\#|[^\S ]|\s$)  # key, comment, blanks nobody sees
    | \s | $
    | (?:~|null|y|n|yes|no|true|false|on|off)$  # more than text for other readers of YAML 1.1
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ENDS_INSIDE_BRACKETS: Final = re.compile(r"[,\[\]{}?:]")
_HIDDEN: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPED: Final = re.compile(rf'{_HIDDEN.pattern}|[\t\n"\\]')
_SHORT_ESCAPES: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_FOLDED_BLANK: Final = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A blank that may become a line end: one between two words; YAML keeps all others as they are."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """The source of a scalar: `head` follows the key or the dash, a block has `rows` below it.

    `head` may have several lines, each already at its indentation; `rows` are not indented yet.
    """

    head: str
    rows: tuple[str, ...] = ()

    def below(self, indent: int) -> str:
        """Return the rows as they follow the line of the head, each at `indent`."""
        return "".join("\n" + (" " * indent + row if row else "") for row in self.rows)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a scalar stands, all in characters.

    `column` is where its first line begins, `indent` the indentation of the others, `width` the
    longest line wanted. None as width means inside brackets: one line, however long.
    """

    column: int
    indent: int
    width: int | None

    def rows(self, text: str, column: int | None = None) -> list[str]:
        """Break `text` at blanks between words, the first row beginning at `column`."""
        if self.width is None:
            return [text]
        return list(_wrapped(text, self.width - (column or self.indent), self.width - self.indent))


def scalar(text: str, style: str, room: Room, *, wrapped: bool = False) -> Scalar:
    """Write `text` in `style`: one of ``'``, ``"``, ``>``, ``|``, or empty for plain.

    `wrapped` tells whether the old scalar ran over several lines, so that a plain one may again.
    """
    block = room.width is not None
    if block and _is_literal(text) and ("\n" in text or style == "|"):
        return Scalar("|-", tuple(text.split("\n")))
    if block and style == ">" and _is_foldable(text):
        return Scalar(">-", tuple(room.rows(text)))
    if style == "" and _is_plain(text, inside_brackets=not block):
        rows = room.rows(text, room.column)
        if wrapped or len(rows) == 1:
            return Scalar(_joined(rows, room))
    rows = room.rows(_quoted(text, style), room.column)
    if style == "" and len(rows) > 1 and _is_foldable(text):
        return Scalar(">-", tuple(room.rows(text)))
    return Scalar(_joined(rows, room))


def _wrapped(text: str, first: int, others: int) -> Iterator[str]:
    row, *words = _FOLDED_BLANK.split(text)
    limit = first
    for word in words:
        if len(row) + 1 + len(word) <= limit:
            row += " " + word
        else:
            yield row
            row, limit = word, others
    yield row


def _joined(rows: list[str], room: Room) -> str:
    return ("\n" + " " * room.indent).join(rows)


def _is_plain(text: str, *, inside_brackets: bool) -> bool:
    if _NOT_PLAIN.match(text) or _HIDDEN.search(text):
        return False
    return not (inside_brackets and _ENDS_INSIDE_BRACKETS.search(text))


def _is_foldable(text: str) -> bool:
    return "\n" not in text and _is_literal(text)


def _is_literal(text: str) -> bool:
    """Tell whether a block can hold `text`; blanks at its edges would be indentation or lost."""
    return text != "" and text == text.strip(" \t\n") and not _HIDDEN.search(text)


def _quoted(text: str, style: str) -> str:
    double = style == '"' or (style != "'" and not re.search(r'["\\]', text))
    if double or "\n" in text or _HIDDEN.search(text):
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT_ESCAPES.get(character) or f"\\U{ord(character):08X}"
