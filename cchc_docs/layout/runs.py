"""The letters of a paragraph: runs in the final view of tracked changes, with their fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.layout.drawn import Drawn
from cchc_docs.layout.formatting.cascade import Cascade, Start
from cchc_docs.layout.picture import Run
from cchc_docs.layout.symbols import shown_in, symbol
from cchc_docs.layout.wordml import (
    MC,
    XML_SPACE,
    Element,
    W,
    chosen,
    own,
    whole,
)

_RUN: Final = W + "r"
_TEXT: Final = W + "t"
_PROPERTIES: Final = W + "rPr"
_FIELD: Final = W + "fldSimple"
_FIELD_CHARACTER: Final = W + "fldChar"
_CODE: Final = W + "instrText"
_BREAK: Final = W + "br"
_SYMBOL: Final = W + "sym"
_PAGE_BLOCK: Final = W + "pgNum"
_RUBY: Final = W + "ruby"
_ALTERNATIVES: Final = MC + "AlternateContent"
_DRAWINGS: Final = frozenset(W + name for name in ("drawing", "pict", "object"))
_OPEN: Final = frozenset(
    W + name
    for name in (
        *("ins", "moveTo", "hyperlink", "sdt", "sdtContent", "smartTag", "customXml"),
        *("dir", "bdo", "rubyBase"),
    )
)
_LETTERS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_LAID_OUT: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields whose result Word makes anew on each page, whatever the file holds."""
_NAME: Final = re.compile(r"\s*(\w+)")
_BREAKS: Final = re.compile(r"[\r\n]")
_BLANKS: Final = " \t\r\n"


@dataclass(slots=True)
class Content(Drawn):
    """What a paragraph holds, in its order; `drawings` are yet to be read."""

    runs: list[Run] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    has_page_break: bool = False

    @property
    def shows_letters(self) -> bool:
        """Whether there is anything but blanks in its runs."""
        return any(not run.text.isspace() for run in self.runs if run.text)

    @property
    def shows_anything(self) -> bool:
        """Whether a reader sees anything of the paragraph."""
        return bool(self.runs or self.boxes or self.images or self.lines)


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shows_result: bool = False
    has_result: bool = False

    @property
    def name(self) -> str:
        found = _NAME.match("".join(self.code))
        return found[1].upper() if found else ""


class Runs:
    """Reads the runs of one story; a field may begin in one paragraph and end in another."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._fields: list[_Field] = []
        self._pieces: list[str] = []

    def read(self, paragraph: Element, start: Start, content: Content) -> None:
        """Add what a paragraph shows to `content`; its runs start from `start`."""
        self._start, self._content = start, content
        self._walk(paragraph)
        # A code ends in the paragraph it begins in: without its end it must not hide the rest.
        if self._fields:
            self._fields = [one for one in self._fields if one.shows_result]

    def _walk(self, parent: Iterable[Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _OPEN:
                self._walk(child)
            elif tag == _FIELD:
                self._simple_field(child)
            elif tag == _ALTERNATIVES and (choice := chosen(child)) is not None:
                self._walk(choice)

    def _simple_field(self, element: Element) -> None:
        self._fields.append(_Field([element.get(W + "instr", "")], shows_result=True))
        self._walk(element)
        ended = self._end_field()
        if ended is not None and self._shows_text:
            look = self._cascade.look(self._start, ())
            self._content.runs.append(Run("", "", look.blank, ended.name))

    def _run(self, element: Element) -> None:
        """Read one run; letters of several fields, or of a symbol's font, become several."""
        properties = own(element, _PROPERTIES)
        self._element, self._look = element, self._cascade.look(self._start, properties)
        self._children(element)
        self._flush()

    def _children(self, parent: Iterable[Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                self._pieces.append(_typed(child))
            elif tag == _PROPERTIES:
                continue
            elif tag in _LETTERS:
                self._pieces.append(_LETTERS[tag])
            elif tag == _FIELD_CHARACTER:
                self._field_character(child.get(W + "fldCharType"))
            elif tag == _CODE:
                if self._fields and not self._fields[-1].shows_result:
                    self._fields[-1].code.append(child.text or "")
            elif tag == _BREAK:
                self._break(child)
            elif tag == _SYMBOL:
                self._symbol(child)
            elif tag == _PAGE_BLOCK:
                self._flush()
                self._add("", "", "PAGE")
            elif tag in _DRAWINGS:
                if self._is_shown:
                    self._content.drawings.append(child)
            elif tag == _ALTERNATIVES:
                if (choice := chosen(child)) is not None:
                    self._children(choice)
            elif tag == _RUBY:
                for run in child.iterfind(f"{W}rubyBase/{W}r"):
                    self._children(run)

    def _break(self, element: Element) -> None:
        self._pieces.append("\n")
        if element.get(W + "type") == "page" and not self._look.is_hidden:
            self._content.has_page_break = True

    def _symbol(self, element: Element) -> None:
        self._flush()
        font = element.get(W + "font")
        letter = symbol(whole(element.get(W + "char"), 0, 16), font)
        if letter and self._is_shown:
            self._note_result()
            self._add(letter, letter, self._field_name, font)

    def _field_character(self, kind: str | None) -> None:
        self._flush()
        if kind == "begin":  # what follows is its code
            self._fields.append(_Field())
        elif kind == "separate":  # what follows is its result
            if self._fields:
                self._fields[-1].shows_result = True
        elif kind == "end":
            ended = self._end_field()
            if ended is not None and self._is_shown:
                self._add("", "", ended.name)

    def _end_field(self) -> _Field | None:
        """End a field; return it if it shows a result the file does not hold."""
        ended = self._fields.pop() if self._fields else None
        is_missing = ended is not None and not ended.has_result and ended.name in _LAID_OUT
        return ended if is_missing else None

    def _note_result(self) -> None:
        """Take down that the fields being read have a result."""
        for one in self._fields:
            one.has_result = True

    @property
    def _field_name(self) -> str | None:
        """The innermost field whose result is being read, None outside fields."""
        return self._fields[-1].name if self._fields else None

    @property
    def _shows_text(self) -> bool:
        """Whether no code of a field is being read."""
        return not self._fields or all(one.shows_result for one in self._fields)

    @property
    def _is_shown(self) -> bool:
        return not self._look.is_hidden and self._shows_text

    def _flush(self) -> None:
        typed = "".join(self._pieces)
        self._pieces.clear()
        if not typed or not self._is_shown:
            return
        if self._fields:
            self._note_result()
        shown = typed if typed.isascii() else unicodedata.normalize("NFC", shown_in(typed, None))
        if self._look.shows_capitals:
            shown = shown.upper()
        self._add(shown, typed, self._field_name)

    def _add(self, shown: str, typed: str, name: str | None, font: str | None = None) -> None:
        face = self._look.with_fonts((font,)) if font else self._look.face(shown)
        self._content.runs.append(Run(shown, typed, face, name, self._element))


def _typed(element: Element) -> str:
    """The text of ``w:t``: blanks at its ends go unless kept, line ends are blanks to Word."""
    text = "".join(element.itertext()) if len(element) else element.text or ""
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        keeps = element.get(XML_SPACE)
        if keeps is None:
            keeps = next(
                (e.get(XML_SPACE) for e in element.iterancestors() if e.get(XML_SPACE)), ""
            )
        if keeps != "preserve":
            text = text.strip(_BLANKS)
    return _BREAKS.sub(" ", text) if "\n" in text or "\r" in text else text
