"""Where something was found, in the words of an officer who has the document before him."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.checker.components import Group, Instance
from cchc_docs.checker.measures.sample import Sample
from cchc_docs.domain.rule_wording import value_text
from cchc_docs.layout.lazily import lazily
from cchc_docs.layout.picture import Paragraph, Run
from cchc_docs.model.allowed import Includes, Order
from cchc_docs.model.rule import Rule, RuleBook

_QUOTED: Final = 60  # letters of a place that is quoted
_OWN_WORDS: Final = ("text", "raw_text", "text_case", "rule_kind", "last_text")
"""Properties whose value is the text itself: the quotation says it already."""


@dataclass(eq=False)  # frozen ones take three times as long to make
class Hit:
    """One place that breaks a rule.

    `found` says what was measured there, `value` is it. `instance` is what was judged, the first of
    those judged together, `title` what its element is called. `paragraph` and `run` are where a
    remark belongs, None where it is of the page or of something that is missing.
    """

    title: str
    found: str
    value: Any
    instance: Instance
    paragraph: Paragraph | None = None
    run: Run | None = None

    @lazily
    def place(self) -> str:
        """Its name, as `place_text` tells."""
        return _in_text(self.instance.group, self.title)

    @lazily
    def quote(self) -> str:
        """Its first words, blank where it has none."""
        if self.instance.element == "page_number":
            return ""  # what the field showed when the file was saved
        if self.run and any(map(str.isalnum, self.run.text)):
            return quoted(self.run.text)
        return quoted(self.paragraph.text) if self.paragraph else ""


def hit(sample: Sample, instance: Instance, found: str, book: RuleBook) -> Hit:
    """Return a place that breaks a rule; `found` says what is there."""
    paragraph = sample.paragraph or next(iter(instance.paragraphs), None)
    title = book.elements[instance.element]
    return Hit(title, found, sample.value, instance, paragraph, sample.run)


def place_text(instance: Instance, book: RuleBook) -> str:
    """Return ``Phụ lục II, Tên phụ lục``; the main text needs no name."""
    return _in_text(instance.group, book.elements[instance.element])


def _in_text(group: Group, title: str) -> str:
    return title if group.kind == "main" and group.number <= 1 else f"{group.name}, {title}"


def quoted(text: str) -> str:
    """Return the first words of a text on one line."""
    line = " ".join(text[: 2 * _QUOTED].split())
    if not line.isprintable():
        line = "".join(one for one in line if one.isprintable())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rsplit(' ', 1)[0]} …"


def found_text(value: Any, rule: Rule, book: RuleBook) -> str:
    """Return what was found: ``cỡ chữ: 15 pt``, ``sát lề trái``."""
    words = book.properties[rule.property]
    if isinstance(rule.allowed, Includes):
        missing = [name for name in rule.allowed.includes if name not in value]
        return f"thiếu: {_titles(missing, book)}"
    if isinstance(rule.allowed, Order):
        return f"thứ tự: {_titles(value, book)}"
    if value is None or value == "":
        return f"{words.title}: không có"
    if rule.property in _OWN_WORDS:
        return quoted(str(value))
    said = value_text(value, words)
    return said if said in words.words.values() else f"{words.title}: {said}"


def _titles(elements: Iterable[str], book: RuleBook) -> str:
    return ", ".join(book.elements[one] for one in elements)
