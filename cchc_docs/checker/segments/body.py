"""The text: running paragraphs and their structure (box 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from cchc_docs.checker.components import Group
from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.collecting import Collector
from cchc_docs.checker.segments.lines import Chunk, Line
from cchc_docs.checker.segments.quotes import mark_quotes
from cchc_docs.vietnamese.numerals import from_roman
from cchc_docs.vietnamese.patterns import ARTICLE

_ROMAN: Final = re.compile(
    r"(?P<number>[IVX]+)(?P<mark>\s*[.):/]|\s*[-–]\s|\s)\s*(?P<rest>.*)\Z", re.S
)
_ITEM: Final = re.compile(r"(?P<number>\d{1,3})(?:\s*[.):](?!\d)|\s*/\s|\s*-\s(?!\d))")
_SUB_ITEM: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?(?:\s|\Z)")
_POINT: Final = re.compile(r"(?P<letter>[a-zđA-ZĐ])\s*\)|(?P<small>[a-zđ])\s*[./](?=\s)")
_PART_LETTER: Final = re.compile(r"[A-HĐ]\s*[./]\s")
_CAPTION: Final = re.compile(r"(?:bang|bieu|hinh|bieu do|so do|anh)\s+(?:so\s+)?\d")
_CONTENTS: Final = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,4}\Z")
_CONTENTS_STYLE: Final = re.compile(r"(?:toc|mục lục|table of)", re.I)
_SHORT: Final = 60  # letters; one line at most: alignment does not show
_LONGEST_HEADING: Final = 200
_LONGEST_TITLE: Final = 3  # lines


class BodyReader:
    """Reads the paragraphs of one group, keeping track of what each stands under."""

    def __init__(self, group: Group, into: Collector, *, is_running: bool) -> None:
        self._group = group
        self._into = into
        self._is_running = is_running
        """Whether plain paragraphs are body: those of annexes are not."""
        self._part = 0
        self._section = 0
        self._item = 0
        self._count = 0
        self._before: Line | None = None
        self._heading: Line | None = None
        self._title: list[Line] = []
        self._letter: str | None = None

    def read(self, lines: Sequence[Line]) -> None:
        """Take each line outside tables and boxes for what it is."""
        mark_quotes(lines)
        for line in lines:
            if line.is_blank or line.chain or line.table is not None:
                if line.table is not None:
                    self._heading = None
                continue
            self._line(line)
            self._before = line
        self._close_heading()

    def _line(self, line: Line) -> None:
        if line.is_rule or is_contents(line):
            return
        if line.quoted:
            self._close_heading()
            if not line.is_centered:
                self._running(line)
            return
        if self._continues_heading(line) or self._heads(line) or self._roman(line):
            return
        self._close_heading()
        if self._article(line) or self._numbered(line) or self._point(line):
            return
        if _PART_LETTER.match(line.text) and (line.is_bold or line.is_upper):
            self._part = self._section = self._item = self._next()
            return
        if not _CAPTION.match(line.bare) and not (line.is_centered and len(line.text) < _SHORT):
            self._running(line)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _running(self, line: Line, element: str | None = None, **facts: Any) -> None:
        if self._is_running:
            self._into.add("body", self._group, [line])
        if element:
            self._into.add(element, self._group, [line], facts)

    def _heads(self, line: Line) -> bool:
        """Take a line Phần, Chương, Mục, Tiểu mục with its number."""
        if len(line.text) > _LONGEST_HEADING:
            return False
        found = spelling.HEADING.match(line.bare)
        if found is None:
            return False
        tail = found["tail"].strip(" .:-")
        stands_out = line.is_centered or line.is_bold
        if tail and not (stands_out and not line.text.endswith((".", ";"))):
            return False
        self._close_heading()
        self._part = self._section = self._item = self._next()
        if tail:
            self._into.add("heading", self._group, [line], {"title_present": True})
        else:
            self._heading = line
        return True

    def _continues_heading(self, line: Line) -> bool:
        """Take the lines below the number for the title."""
        if self._heading is None or len(self._title) >= _LONGEST_TITLE:
            return False
        if len(line.text) > _LONGEST_HEADING or spelling.HEADING.match(line.bare):
            return False
        if ARTICLE.match(line.text) or _ITEM.match(line.text) or _ROMAN.match(line.text):
            return False
        first = not self._title
        if line.is_centered or (first and (line.is_bold or line.is_upper)):
            self._title.append(line)
            return True
        return False

    def _close_heading(self) -> None:
        if self._heading is not None:
            told = {"title_present": bool(self._title)}
            self._into.add("heading", self._group, [self._heading], told)
            for line in self._title:
                self._into.add("heading", self._group, [line])
        self._heading, self._title = None, []

    def _roman(self, line: Line) -> bool:
        """Take a line that opens with a Roman number ("I. MỤC ĐÍCH")."""
        found = _ROMAN.match(line.text)
        if found is None or from_roman(found["number"]) is None or not found["rest"]:
            return False
        rest = found["rest"]
        if not found["mark"].strip() and not (rest.isupper() and line.is_bold):
            return False
        if line.text.startswith("V/v"):
            return False
        self._close_heading()
        self._section = self._item = self._next()
        self._into.add("muc_la_ma", self._group, [line], {"parent": self._part})
        return True

    def _article(self, line: Line) -> bool:
        if not ARTICLE.match(line.text):
            return False
        self._section = self._item = self._next()
        self._running(line, "dieu", parent=0)
        return True

    def _numbered(self, line: Line) -> bool:
        if _SUB_ITEM.match(line.text):
            self._item = self._next()
            self._running(line)
            return True
        found = _ITEM.match(line.text)
        if found is None:
            return False
        if int(found["number"]) == 1 and self._opens_list():
            self._section = self._next()
        self._item = self._next()
        self._running(line, "khoan", parent=self._section)
        return True

    def _point(self, line: Line) -> bool:
        found = _POINT.match(line.text)
        if found is None:
            return False
        letter = (found["letter"] or found["small"]).lower()
        before, self._letter = self._letter, letter
        follows = self._before is not None and self._before.element == "diem"
        if letter == "i" and not (before == "h" or follows):
            self._letter = None
            self._running(line)
            return True  # a Roman list: i), ii), iii)
        if letter == "a" and self._opens_list():
            self._item = self._next()
        self._running(line, "diem", parent=self._item)
        return True

    def _opens_list(self) -> bool:
        """Tell whether the paragraph before announces a list of its own."""
        before = self._before
        if before is None or before.element in ("khoan", "muc_la_ma", "dieu", "heading"):
            return False
        return before.text.endswith(":") or before.element is None or before.is_bold


def is_contents(line: Line) -> bool:
    """Tell whether a line belongs to a table of contents."""
    ends_on_number = line.text[-1:].isdigit() and _CONTENTS.search(line.raw)
    return bool(_CONTENTS_STYLE.match(line.whole.style) or ends_on_number)


def body_lines(chunks: Iterable[Chunk]) -> list[Line]:
    """Return the lines of blocks in reading order, those in text boxes left out."""
    return [line for chunk in chunks for line in chunk.lines]
