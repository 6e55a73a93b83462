"""Slips of the pen in a text, in the order of the text, and the marks at the end of siblings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from cchc_docs.domain import slips_of_capitals, slips_of_grammar, slips_of_spelling
from cchc_docs.domain.slip import Slip
from cchc_docs.model.base import REFERENCE, find_questions

__all__ = ["Slip", "final_marks", "find_slips"]

_BLOT = "\ufffc"  # stands where nobody looks: neither a letter nor a blank nor a mark

_RULES: tuple[Callable[[str], Iterator[Slip]], ...] = (
    *slips_of_spelling.RULES,
    *slips_of_capitals.RULES,
    *slips_of_grammar.RULES,
)


def find_slips(text: str, exempt: Sequence[tuple[int, int]] = ()) -> list[Slip]:
    """Return the slips of `text` in its order; none overlaps another.

    `exempt` are spans (start, end) to be left alone, such as citations; open questions
    ``[[…]]`` and references ``{office:…}``, ``{annex:…}`` are never looked at.
    """
    visible = _blotted(text, [*exempt, *_hidden(text)])
    found = (slip for rule in _RULES for slip in rule(visible) if _BLOT not in slip.wrong)
    return _first_of_each_place(found)


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    for found in (*find_questions(text), *REFERENCE.finditer(text)):
        yield found.span()


def _blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = _BLOT * len(letters[start:end])
    return "".join(letters)


def _first_of_each_place(slips: Iterable[Slip]) -> list[Slip]:
    """Where two slips overlap, that of the earlier rule stays."""
    kept: list[Slip] = []
    taken: set[int] = set()
    for slip in slips:
        place = range(slip.start, slip.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(slip)
    return sorted(kept, key=lambda slip: slip.start)


_UNFINISHED = re.compile(r"(?<!\w)\w+[)”]?(?: ?[;,])?(?=\s*\Z)")


def final_marks(texts: Sequence[str]) -> list[tuple[int, Slip]]:
    """Return, with its position in `texts`, each sibling without the full stop most of them have.

    Siblings that end with a colon, an open question or any other mark are left alone; so are
    all of them where the full stop is not the custom, as in a list of lines that end with ``;``.
    """
    stopped = sum(text.rstrip().endswith(".") for text in texts)
    if stopped < 2 or stopped * 2 <= len(texts):
        return []
    return [
        (position, _without_stop(last))
        for position, text in enumerate(texts)
        if (last := _UNFINISHED.search(text))
    ]


def _without_stop(last: re.Match[str]) -> Slip:
    wrong = last.group()
    return Slip(
        *last.span(),
        "final-mark",
        wrong,
        wrong.rstrip(" ;,") + ".",
        f'Kết thúc bằng "{wrong}", không có dấu chấm như các điểm cùng cấp.',
        "Các điểm cùng cấp trong một mục dùng chung một dấu kết thúc.",
    )
