"""A rule in words for an officer: what is allowed, when, what is right and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from cchc_docs.domain.rule_matching import matches
from cchc_docs.model.allowed import (
    Case,
    Equals,
    Includes,
    LetterCase,
    OneOf,
    Order,
    Pattern,
    Range,
    RatioOfText,
    Required,
)
from cchc_docs.model.rule import PropertyWords, Rule, RuleBook
from cchc_docs.vietnamese.numbers import number_text
from cchc_docs.vietnamese.text import nearest, one_of

_UNITS: Final = {
    None: "",
    "ratio": "%",
    "pt": " pt",
    "mm": " mm",
    "lines": " dòng",
    "chars": " ký tự",
    "dpi": " dpi",
}
_CASES: Final = {
    LetterCase.UPPER: "viết in hoa",
    LetterCase.SENTENCE: "viết in thường, chữ cái đầu viết hoa",
    LetterCase.SYLLABLE_TITLE: "viết hoa chữ cái đầu mỗi âm tiết",
}
_STEP: Final = 2
"""How far beyond a bound a wrong example lies: 15 for "12 đến 13"."""

_SIDES: Final = 2
"""Figures of an area: ``210 × 297``; others are told one after the other."""

_ABSURD: Final = 1e9
"""Figures from here on, and those that are none, are written as they are."""

MIXED: Final = "mixed"
"""The measured value of letters that are partly so, partly not."""


@dataclass(frozen=True, slots=True)
class ExplainedRule:
    """A rule in words: what it looks at and wants, when, a right and a wrong example."""

    rule: Rule
    element: str
    wanted: str
    condition: str
    right: str
    wrong: str


def explain(rule: Rule, book: RuleBook) -> ExplainedRule:
    """Return a rule in words."""
    right, wrong = _examples(rule, book)
    return ExplainedRule(
        rule, book.elements[rule.element], wanted(rule, book), condition(rule, book), right, wrong
    )


def unknown_rule(id: str, known: Iterable[str]) -> tuple[str, str]:
    """Return what to say of an id no rule has: what is wrong, how to fix it."""
    close = nearest(id, known)
    fix = f"Có phải là {one_of(close)}?" if close else 'Lệnh "cchc rules" liệt kê các quy tắc.'
    return f'Không có quy tắc "{id}".', fix


def wanted(rule: Rule, book: RuleBook) -> str:
    """Return what a rule allows, for the end of "yêu cầu: …": ``từ 20 đến 25 mm``."""
    if rule.wanted:
        return rule.wanted
    words = book.properties[rule.property]
    match rule.allowed:
        case Range(min=None, max=most):
            return f"không quá {value_text(most, words)}"
        case Range(min=least, max=None):
            return f"từ {value_text(least, words)} trở lên"
        case Range(min=least, max=most):
            return f"từ {_bare(least, words)} đến {value_text(most, words)}"
        case Equals(equals=value):
            return value_text(value, words)
        case OneOf(enum=values):
            *others, last = [value_text(one, words) for one in values]
            return " hoặc ".join(filter(None, [", ".join(others), last]))
        case Case(case=case):
            return _CASES[case]
        case Required():
            return value_text(True, words)
        case Includes(includes=names):
            return "có đủ " + "; ".join(book.elements[one] for one in names)
        case Order(order=steps):
            return "theo thứ tự " + "; ".join(_step(step, book) for step in steps)
        case Pattern() | RatioOfText():
            return rule.title


def value_text(value: Any, words: PropertyWords) -> str:
    """Return a measured value as an officer says it: ``12,7 mm``, ``in đậm``, ``210 × 297 mm``."""
    return _bare(value, words) + (_UNITS[words.unit] if _is_figure(value) else "")


def _bare(value: Any, words: PropertyWords) -> str:
    if isinstance(value, tuple | list):
        said = [_bare(one, words) for one in value]
        several = "; " if any("," in one for one in said) else ", "
        return (" × " if len(said) == _SIDES else several).join(said)
    name = _named(100 * value if words.unit == "ratio" and _is_figure(value) else value)
    return words.words.get(name, name)


def _named(value: Any) -> str:
    """Return a value as the words of a property name it."""
    if value == MIXED:
        return "nơi có nơi không"
    if isinstance(value, bool):
        return str(value).lower()
    if _is_figure(value) and abs(value) < _ABSURD:
        return number_text(Decimal(str(round(value, 2))))
    return str(value)


def _is_figure(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return all(map(_is_figure, value))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _step(step: str | tuple[str, ...], book: RuleBook) -> str:
    names = (step,) if isinstance(step, str) else step
    return "; ".join(book.elements[one] for one in names)


def condition(rule: Rule, book: RuleBook) -> str:
    """Return when a rule is run: ``văn bản có tên loại, đã có số và ngày``."""
    said = []
    for one in rule.when:
        words = book.conditions[one.name]
        said.append(words.title if one.holds else words.negated or f"không phải: {words.title}")
    return "; ".join(said) or "mọi văn bản"


def _examples(rule: Rule, book: RuleBook) -> tuple[str, str]:
    """Return what is right and what is wrong: from the data, else the nearest values."""
    words = book.properties[rule.property]
    right = rule.right or next(iter(rule.ok), None) or _right(rule, book)
    wrong = rule.wrong or next(iter(rule.bad), None) or value_text(_wrong(rule, words), words)
    return right, wrong


def _right(rule: Rule, book: RuleBook) -> str:
    match rule.allowed:
        case Range(min=least, max=most):
            value = least if most is None else most
            return value_text(value, book.properties[rule.property])
        case _:
            return wanted(rule, book)


def _wrong(rule: Rule, words: PropertyWords) -> Any:
    """Return a value that is not allowed: just beyond the bounds, or another of the known words."""
    match rule.allowed:
        case Range(min=float(least), max=None):
            return least - _STEP
        case Range(max=float(bound)) | Equals(equals=float(bound)):
            return bound + _STEP
    known = ({"true": True, "false": False}.get(name, name) for name in words.words)
    return next((one for one in known if not matches(rule.allowed, one)), "")
