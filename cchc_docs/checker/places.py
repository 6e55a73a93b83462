"""Where something was found, in the words of an officer who has the document before him."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.measures.sample import Sample
from cchc_docs.checker.outcomes import Hit
from cchc_docs.domain.rule_wording import value_text
from cchc_docs.model.allowed import Includes, Order
from cchc_docs.model.rule import Rule, RuleBook

_QUOTED: Final = 60  # letters of a place that is quoted
_OWN_WORDS: Final = ("text", "raw_text", "text_case", "rule_kind", "last_text")
"""Properties whose value is the text itself: the quotation says it already."""


def hit(sample: Sample, instance: Instance, found: str, book: RuleBook) -> Hit:
    """Return a place that breaks a rule, ready to be told; `found` says what is there."""
    paragraph = sample.paragraph or next(iter(instance.paragraphs), None)
    text = paragraph.text if paragraph else ""
    if instance.element == "page_number":
        text = ""  # what the field showed when the file was saved
    elif sample.run and any(map(str.isalnum, sample.run.text)):
        text = sample.run.text
    place = place_text(instance, book)
    return Hit(place, quoted(text), found, sample.value, instance, paragraph, sample.run)


def place_text(instance: Instance, book: RuleBook) -> str:
    """Return ``Phụ lục II, Tên phụ lục``; the main text needs no name."""
    title = book.elements[instance.element]
    if instance.group.kind == "main" and instance.group.number <= 1:
        return title
    return f"{instance.group.name}, {title}"


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
