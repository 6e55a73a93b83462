"""Edits of a YAML file as replacements in its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from itertools import takewhile
from typing import Final

from cchc_docs.errors import DataError
from cchc_docs.findings import Path
from cchc_docs.storage.scalars import Room, Scalar, scalar
from cchc_docs.storage.written_edits import WrittenEdits, refusal
from cchc_docs.storage.yaml_spans import BLOCK, FLOW, Span, SpanTree

Splice = tuple[int, int, str]
"""From where to where (offsets) the text is replaced, and by what."""

_BLOCK_SCALARS: Final = ("|", ">")
_SCALARS: Final = ("", "'", '"', *_BLOCK_SCALARS)
_BLOCK_HEADER: Final = re.compile(r"(?:[&!]\S*\s+)*([|>][-+0-9]*)")
_DASHES: Final = re.compile(r" *(?:- +)+")
_BLANK_LINE: Final = re.compile(r"[ \t]*\n")
_BLANKS: Final = re.compile(r"\s*")
_STEP: Final = 2  # of indentation, where the file shows none
_USUAL_WIDTH: Final = 100  # of a line, where the old text does not show the width its author keeps
_NARROWEST: Final = 60  # shorter lines were broken for another reason than their width
_INSIDE_BRACKETS: Final = Room(0, 0, None)


def splices(edits: WrittenEdits, tree: SpanTree) -> list[Splice]:
    """Return the replacements in the order of the text; none overlaps another.

    Raises:
        DataError: a value is written in a way only people can edit.
    """
    writer = _Writer(tree)
    found: list[Splice] = []
    added: dict[Path, dict[str, str]] = defaultdict(dict)
    for path, text in edits.texts.items():
        if path in tree.spans:
            found += writer.rewritten(path, text)
        else:
            added[path[:-1]][str(path[-1])] = text or ""
    # Collections that end together: fields of the inner one come first.
    for path in sorted(edits.removed.keys() | added.keys(), key=len, reverse=True):
        found += writer.with_members(path, edits.removed.get(path, ()), added.get(path, {}))
    # Stable: at the end of a line the rest of its own value comes before a field added below.
    return sorted((one for one in found if one[0] < one[1] or one[2]), key=lambda one: one[:2])


class _Writer:
    """Turns changes of single values and of collections into replacements."""

    def __init__(self, tree: SpanTree) -> None:
        self.tree = tree
        self.source = tree.source

    def rewritten(self, path: Path, text: str | None) -> Iterator[Splice]:
        """Yield what gives a value a new text, in its old style where that can hold it."""
        span = self.tree.spans[path]
        if span.start == span.end and span.slot is None:
            raise self._not_for_machines(path)
        rows = self._rows(span)
        indent = self._column(span.entry) + _STEP
        if span.style in _BLOCK_SCALARS:
            indents = [len(row) - len(row.lstrip(" ")) for row in rows if row.strip()]
            indent = min(indents, default=indent)
        width = None if self.tree.spans[path[:-1]].style == FLOW else _width(rows)
        room = Room(self._column(span.start), indent, width)
        style = span.style if span.style in _SCALARS else ""
        new = Scalar("~") if text is None else scalar(text, style, room, wrapped=len(rows) > 1)
        yield from self._replaced(span, new, indent)

    def with_members(
        self, path: Path, gone: Container[str | int], added: Mapping[str, str]
    ) -> Iterator[Splice]:
        """Yield what takes members out of a collection and puts new fields at its end."""
        span, members = self.tree.spans[path], self.tree.members[path]
        left = [member for member in members if member[-1] not in gone]
        in_one_line = ", ".join(_field(key, text, _INSIDE_BRACKETS) for key, text in added.items())
        if not left:
            is_list = bool(members) and isinstance(members[0][-1], int)
            whole = "[]" if is_list else "{" + in_one_line + "}"
            yield from self._replaced(span, Scalar(whole), 0)
            return
        last = self.tree.spans[left[-1]]
        if span.style == FLOW:
            yield from self._cut_in_brackets(members, gone)
            yield last.end, last.end, ", " * bool(added) + in_one_line
            return
        yield from self._cut_lines(path, members, gone)
        end = self.tree.line_end(last.end)
        column = self._column(self.tree.spans[members[0]].entry)
        for key, text in added.items():
            room = Room(column + len(key) + len(": "), column + _STEP, _USUAL_WIDTH)
            yield end, end, "\n" + " " * column + _field(key, text, room)

    def _replaced(self, span: Span, new: Scalar, indent: int) -> Iterator[Splice]:
        """Yield a new head for the old one and new rows for those below; a comment stays between.

        A block collection has an empty head behind its key or dash, unless it begins on that line.
        """
        start, end = span.start, span.end
        head = new.head
        header = _BLOCK_HEADER.match(self.source, start) if span.style in _BLOCK_SCALARS else None
        if header:
            end = header.end()
            if new.rows and header[1] in (head, head[0], head[0] + "+"):
                head = header[1]
        elif span.style == BLOCK and span.slot and self.tree.line_end(span.slot) < start:
            start = end = span.slot
        elif span.style == BLOCK:
            end = min(self.tree.line_end(start), self.tree.line_end(end))
        if start == end and self.source[start - 1] not in " \n":
            head = " " + head
        yield start, end, head
        rows_begin = self.tree.line_end(end)
        yield rows_begin, max(rows_begin, self.tree.line_end(span.end)), new.below(indent)

    def _cut_in_brackets(self, members: list[Path], gone: Container[str | int]) -> Iterator[Splice]:
        """Yield the cuts from a removed member up to the next one left, or after the last left."""
        begin = before = None
        for member in members:
            span = self.tree.spans[member]
            if member[-1] in gone:
                begin = span.entry if begin is None else begin
                end = span.end
                continue
            if begin is not None:
                yield begin, span.entry, ""
            begin, before = None, span.end
        if begin is not None and before is not None:
            yield before, end, ""

    def _cut_lines(
        self, path: Path, members: list[Path], gone: Container[str | int]
    ) -> Iterator[Splice]:
        """Yield the cuts of removed members, one of which at least is left."""
        spans = self.tree.spans
        slot, first = spans[path].slot, spans[members[0]]
        above = self._line_below(slot) if slot else 0
        if members[0][-1] in gone and self._lead(first).strip():
            if not _DASHES.fullmatch(self._lead(first)):
                raise self._not_for_machines(members[0])
            # What follows moves up, behind the dash that stood before the first.
            leading = list(takewhile(lambda member: member[-1] in gone, members))
            members = members[len(leading) :]
            above = self._line_below(spans[leading[-1]].end)
            next_word = _BLANKS.match(self.source, above)
            yield first.entry, next_word.end() if next_word else above, ""
        for member in members:
            if member[-1] in gone:
                if self._lead(spans[member]).strip():
                    raise self._not_for_machines(member)
                yield self._lines(spans[member], above)
            above = self._line_below(spans[member].end)

    def _lines(self, span: Span, above: int) -> Splice:
        """Return the cut of a member and of the comments on it; `above` is where they may begin.

        Of blank lines on both sides one is cut, too.
        """
        start, column = self.tree.line_start(span.entry), self._column(span.entry)
        rows = self.source[above:start].split("\n")[:-1]
        while rows and rows[-1].lstrip(" ")[:1] == "#" and rows[-1].index("#") >= column:
            start -= len(rows.pop()) + 1
        end = self._line_below(span.end)
        if rows and not rows[-1].strip() and (blank := _BLANK_LINE.match(self.source, end)):
            end = blank.end()
        return start, end, ""

    def _lead(self, span: Span) -> str:
        """Return what stands before a member in its line."""
        return self.source[self.tree.line_start(span.entry) : span.entry]

    def _line_below(self, offset: int) -> int:
        return min(self.tree.line_end(offset) + 1, len(self.source))

    def _column(self, offset: int) -> int:
        return offset - self.tree.line_start(offset)

    def _rows(self, span: Span) -> list[str]:
        """Return the lines of a scalar, of a block those below its head."""
        if span.style not in _SCALARS:
            return []
        start, end = self.tree.line_start(span.start), self.tree.line_end(span.end)
        return self.source[start:end].split("\n")[span.style in _BLOCK_SCALARS :]

    def _not_for_machines(self, path: Path) -> DataError:
        what = "Không sửa tự động được chỗ này: tệp dùng cách ghi YAML đặc biệt."
        fix = 'Ghi lại dạng "tên: nội dung", mỗi trường một dòng, rồi chạy lại.'
        return refusal(self.tree, path, what, fix)


def _width(rows: list[str]) -> int:
    """Return the width of lines to keep to: that of the old ones, where they were broken for it."""
    longest = max(map(len, rows), default=0)
    return longest if len(rows) > 1 and longest >= _NARROWEST else max(longest, _USUAL_WIDTH)


def _field(key: str, text: str, room: Room) -> str:
    new = scalar(text, "", room)
    return f"{key}: {new.head}{new.below(room.indent)}"
