"""Where the values of a YAML file stand in its text, so that some can be changed, all else kept.

Offsets count characters of the text with single line feeds and without a BOM.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final, TypeAlias

import yaml

from cchc_docs.errors import DataError
from cchc_docs.findings import Path
from cchc_docs.storage.yaml_tree import YamlTree, with_quoted_questions

_Mark: TypeAlias = Any  # the C parser has a mark class of its own
_COLON: Final = re.compile(r"(?:[ \t\n]|#.*)*:")
_DASH: Final = re.compile(
    r"(?:[ \t\n]|#.*|[&!]\S*)*-"
)  # anchor and tag of a list precede the first

FLOW: Final = "["
BLOCK: Final = "-"
ALIAS: Final = "*"


@dataclass(slots=True)
class Span:
    """Where one value stands.

    `style` is that of a scalar (empty for plain, ``'``, ``"``, ``>``, ``|``), or `FLOW`, `BLOCK`,
    `ALIAS`. `entry` is where its key or dash begins, `slot` the offset behind colon or dash; None
    where there is none, as in ``{a}`` and ``[a]``. `start` and `end` enclose the value with its
    anchor and tag; a block ends with its last line that is not blank.
    """

    style: str
    entry: int
    slot: int | None
    start: int
    end: int


@dataclass
class SpanTree(YamlTree):
    """Reads a document as its base does, and keeps where each value stands.

    `source` is what the file holds, `text` what the parser takes. `spans` are by path: what an
    alias stands for has none of its own. `members` has, for the path of a collection, the paths of
    its fields or entries in order; `uses`, for the path of a value with an anchor, those of the
    aliases that stand for it.
    """

    source: str = ""
    spans: dict[Path, Span] = field(default_factory=dict)
    members: dict[Path, list[Path]] = field(default_factory=dict)
    uses: dict[Path, list[Path]] = field(default_factory=dict)
    _open_spans: list[Span] = field(default_factory=list)
    _rows: list[tuple[int, int]] = field(default_factory=list)
    _field: tuple[int, int] = (0, 0)
    _last_end: int = 0
    _named: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.source.split("\n")
        starts = accumulate((len(row) + 1 for row in rows), initial=0)
        self._rows = [
            (start, len(row.rstrip(" "))) for start, row in zip(starts, rows, strict=False)
        ]

    def line_start(self, offset: int) -> int:
        """Return where the line of `offset` begins."""
        return self.source.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return where the line of `offset` ends: at its line feed, or at the end of the text."""
        end = self.source.find("\n", offset)
        return end if end >= 0 else len(self.source)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            span = self._open_spans.pop()
            if span.style == FLOW:
                self._last_end = self._offset(event.end_mark)
            span.end = self._last_end
        elif isinstance(event, yaml.NodeEvent):
            top = self._stack[-1] if self._stack else None
            if top and isinstance(top.value, dict) and top.key is None:
                self._field = self._offset(event.start_mark), self._offset(event.end_mark)
            else:
                self._begin(event, top.next_path() if top else ())
        super()._take(event)

    def _begin(self, event: Any, path: Path) -> None:
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        entry, slot = self._lead(start)
        # A question in quotes for the parser alone is what it is to others: a list in a list.
        style = FLOW if self.source.startswith("[[", start) else _style(event)
        self.spans[path] = span = Span(style, entry, slot, start, end)
        if path:
            self.members[path[:-1]].append(path)
        if isinstance(event, yaml.CollectionStartEvent):
            self.members[path] = []
            self._open_spans.append(span)
        else:
            if span.style in ("|", ">"):
                content = self.source[start:end].rstrip(" \t\n")
                span.end = self.line_end(start + len(content))
            self._last_end = span.end
        if span.style == ALIAS and event.anchor in self._named:
            self.uses.setdefault(self._named[event.anchor], []).append(path)
        elif event.anchor:
            self._named[event.anchor] = path

    def _lead(self, start: int) -> tuple[int, int | None]:
        """Return where the key or the dash of a value begins, and the offset behind it."""
        if not self._stack:
            return start, None
        if isinstance(self._stack[-1].value, dict):
            begin, end = self._field
            colon = _COLON.match(self.source, end)
            return begin, colon.end() if colon else None
        holder = self._open_spans[-1]
        if holder.style == FLOW:
            return start, None
        dash = _DASH.match(self.source, max(self._last_end, holder.start))
        return (dash.end() - 1, dash.end()) if dash else (start, None)

    def _offset(self, mark: _Mark) -> int:
        line: int = mark.line
        column: int = mark.column
        start, length = self._rows[line]
        # A question that was put in quotes for the parser is shorter in the file.
        return start + min(column, length)


def _style(event: Any) -> str:
    if isinstance(event, yaml.AliasEvent):
        return ALIAS
    if isinstance(event, yaml.CollectionStartEvent):
        return FLOW if event.flow_style else BLOCK
    return event.style or ""


def read_spans(text: str, file: str) -> tuple[Any, SpanTree]:
    """Return what `read_yaml` returns for a text, with the spans of its values instead of lines.

    Raises:
        DataError: the text cannot be read.
    """
    tree = SpanTree(text, file, source=text)
    try:
        return tree.read(), tree
    except DataError:
        quoted = with_quoted_questions(text)
        if quoted == text:
            raise
    tree = SpanTree(quoted, file, source=text)
    return tree.read(), tree
