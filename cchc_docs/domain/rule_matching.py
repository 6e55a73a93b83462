"""Whether a measured value is allowed, and whether a place lies in the scope of a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final

from cchc_docs.model.allowed import (
    Allowed,
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
from cchc_docs.model.rule import Scope

_SLACK: Final = 1e-6
"""Of binary fractions; no tolerance of a rule is near it."""

_LONGEST: Final = 5000
"""Letters of one place that are searched, of longer ones the beginning, and the end for what must
be there: some patterns take time by the square of the length. No paragraph of an office is longer.
"""

_CODES: Final = re.compile(r"\b(?:QyĐ|CTr|TTr|TrS)\b")
"""Official codes with small letters, which stand in capitals unchanged (PL III, Mục I)."""

_SYLLABLE: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def matches(allowed: Allowed, value: object) -> bool:
    """Tell whether a value, in the unit of the property, is what a rule allows.

    Lists are compared item by item; a value of another kind than the rule speaks of never matches.
    """
    match allowed:
        case Pattern():
            return isinstance(value, str) and _finds(allowed, value) is not allowed.forbids
        case Equals():
            return _equal(allowed.equals, value, allowed.tolerance)
        case Range():
            slack = allowed.tolerance + _SLACK
            return _within(allowed.min, value, -1, slack) and _within(allowed.max, value, 1, slack)
        case OneOf():
            return any(_equal(one, value, allowed.tolerance) for one in allowed.enum)
        case Case():
            return isinstance(value, str) and _CASES[allowed.case](value)
        case RatioOfText():
            least, most = allowed.ratio_of_text
            slack = allowed.tolerance + _SLACK
            return _within(least, value, -1, slack) and _within(most, value, 1, slack)
        case Includes():
            return isinstance(value, Iterable) and set(allowed.includes) <= set(value)
        case Order():
            return isinstance(value, Iterable) and _in_order(allowed, value)
        case Required():
            return value is True


def _finds(pattern: Pattern, text: str) -> bool:
    words = pattern.only_with or pattern.opens_with
    if words and not any(one in text for one in words):
        return False
    pieces = [text[:_LONGEST]]
    if len(text) > _LONGEST and not pattern.forbids:
        pieces.append(text[-_LONGEST:])
    return any(pattern.regex.search(piece) for piece in pieces)


def stands_in_lines(pattern: Pattern, lines: str) -> bool:
    """Tell whether a pattern may stand in one of several lines; a no is certain, a yes is not.

    A blank of the pattern may be found in a line break.
    """
    if pattern.opens_with:
        return any(_opens(word, pattern.regex, lines) for word in pattern.opens_with)
    if pattern.only_with:
        return any(_stands_beside(word, pattern.regex, lines) for word in pattern.only_with)
    by_line = _by_line(pattern.regex)
    written = pattern.regex.pattern
    if written.startswith("^") and "|" not in written:  # what follows a bar may begin anywhere
        return _begins_line(by_line, lines)
    return by_line.search(lines) is not None


def _begins_line(regex: re.Pattern[str], lines: str) -> bool:
    """Tell whether a pattern is found where a line begins: a search tries every letter."""
    start = 0
    while start >= 0:
        if regex.match(lines, start):
            return True
        start = lines.find("\n", start) + 1 or -1
    return False


def _opens(word: str, regex: re.Pattern[str], lines: str) -> bool:
    """Tell whether a pattern is found where a word stands; it may look back to what is before."""
    place = lines.find(word)
    while place >= 0:
        if regex.match(lines, place):
            return True
        place = lines.find(word, place + 1)
    return False


def _stands_beside(word: str, regex: re.Pattern[str], lines: str) -> bool:
    """Tell whether a pattern is found in a line that holds a word."""
    place = lines.find(word)
    while place >= 0:
        end = lines.find("\n", place)
        line = lines[lines.rfind("\n", 0, place) + 1 : end if end >= 0 else len(lines)]
        if regex.search(line):
            return True
        place = lines.find(word, end) if end >= 0 else -1
    return False


@cache
def _by_line(regex: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(regex.pattern, regex.flags | re.MULTILINE)


def _within(bound: Any, value: Any, sign: int, slack: float) -> bool:
    """Tell whether a value is not beyond a bound: above it where `sign` is 1, below it where -1."""
    if bound is None:
        return True
    if isinstance(bound, tuple):
        return _has_items(value, len(bound)) and all(
            _within(one, other, sign, slack) for one, other in zip(bound, value, strict=True)
        )
    return _is_number(value) and sign * (value - bound) <= slack


def _equal(wanted: Any, value: Any, tolerance: float) -> bool:
    if isinstance(wanted, tuple):
        return _has_items(value, len(wanted)) and all(
            _equal(one, other, tolerance) for one, other in zip(wanted, value, strict=True)
        )
    if isinstance(wanted, bool):
        return value is wanted
    if _is_number(wanted):
        return _is_number(value) and abs(value - wanted) <= tolerance + _SLACK
    return bool(wanted == value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has_items(value: object, count: int) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) == count


def _in_order(allowed: Order, names: Iterable[str]) -> bool:
    """Tell whether places never go back; names the rule does not speak of may stand anywhere."""
    place = {
        name: number
        for number, step in enumerate(allowed.order)
        for name in ((step,) if isinstance(step, str) else step)
    }
    found = [place[name] for name in names if name in place]
    return found == sorted(found)


def _is_upper(text: str) -> bool:
    bare = _CODES.sub("", text)
    return bare == bare.upper()


def _is_sentence(text: str) -> bool:
    first = next(filter(str.isalpha, text), "")
    return first.isupper() and text != text.upper()


def _is_syllable_title(text: str) -> bool:
    syllables = _SYLLABLE.findall(text)
    shouted = any(len(one) > 1 and one.isupper() for one in syllables) and text == text.upper()
    return not shouted and all(one[0].isupper() or one[0].isdigit() for one in syllables)


_CASES: Final[dict[LetterCase, Callable[[str], bool]]] = {
    LetterCase.UPPER: _is_upper,
    LetterCase.SENTENCE: _is_sentence,
    LetterCase.SYLLABLE_TITLE: _is_syllable_title,
}

Test = tuple[str, Callable[[Any], bool]]
"""A fact by its name, and what it must be."""


def scope_test(scope: Scope) -> Callable[[Mapping[str, Any]], bool | None]:
    """Return the function that tells of the facts of a place whether it lies in a scope.

    It returns None where a fact that would tell is not given. Facts: ``text``, ``prev_text``,
    ``elements`` (what the place is and lies in), ``prev_element``, ``next_element`` (None: nothing
    stands there), ``type`` (of the document), ``where`` and ``setting`` (mappings by name),
    ``value`` (the measured one), ``position`` (``first``, ``middle``, ``last``, ``only``),
    ``count`` (``one``, ``many``).
    """
    simple = tuple(_simple_tests(scope))
    named = tuple(_named_tests(scope))

    def holds(facts: Mapping[str, Any]) -> bool | None:
        answer: bool | None = True
        for fact, test in simple:
            try:
                value = facts[fact]
            except KeyError:
                answer = None
                continue
            if not test(value):
                return False
        for group, (fact, test) in named:
            try:
                value = facts[group][fact]
            except KeyError:
                answer = None
                continue
            if not test(value):
                return False
        return answer

    return holds


def _simple_tests(scope: Scope) -> Iterator[Test]:
    if (wanted := scope.in_element) is not None:
        yield "elements", _meets(wanted)
    if (barred := scope.not_element) is not None:
        yield "elements", _not(_meets(barred))
    if scope.prev_element is not None:
        yield "prev_element", frozenset(scope.prev_element).__contains__
    if scope.not_next_element is not None:
        yield "next_element", _not(frozenset(scope.not_next_element).__contains__)
    if scope.of_type is not None:
        yield "type", frozenset(scope.of_type).__contains__
    if scope.not_type is not None:
        yield "type", _not(frozenset(scope.not_type).__contains__)
    if scope.count is not None:
        yield "count", frozenset([scope.count]).__contains__
    if scope.position is not None:
        yield "position", _POSITIONS[scope.position].__contains__
    if scope.text_regex is not None:
        yield "text", _found(scope.text_regex)
    if scope.not_text_regex is not None:
        yield "text", _not(_found(scope.not_text_regex))
    if scope.prev_text_regex is not None:
        yield "prev_text", _found(scope.prev_text_regex)
    if scope.value is not None:
        yield "value", partial(matches, scope.value)
    if scope.not_value is not None:
        yield "value", _not(partial(matches, scope.not_value))


def _named_tests(scope: Scope) -> Iterator[tuple[str, Test]]:
    for name, allowed in scope.where.items():
        yield "where", (name, partial(matches, allowed))
    for name, values in scope.setting.items():
        yield "setting", (name, frozenset(values).__contains__)


def _found(regex: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: regex.search(text) is not None


def _meets(names: Iterable[str]) -> Callable[[Iterable[str]], bool]:
    wanted = frozenset(names)
    return lambda elements: not wanted.isdisjoint(elements)


def _not(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: not test(value)


_POSITIONS: Final = {
    "first": frozenset({"first", "only"}),
    "last": frozenset({"last", "only"}),
    "not_first": frozenset({"middle", "last"}),
    "not_last": frozenset({"first", "middle"}),
    "only": frozenset({"only"}),
}
"""The positions that meet each key `position`."""
