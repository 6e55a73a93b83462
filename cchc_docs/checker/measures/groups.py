"""What all instances of a text show together: one size, one indent, an unbroken count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.checker.measures.settings import first_line_mm, is_indented_by_hand
from cchc_docs.vietnamese.numerals import POINT_LETTERS, from_roman

_END_MARK: Final = re.compile(r"\./\.")
_RUNNING: Final = frozenset({"body", "heading", "muc_la_ma", "dieu", "khoan", "diem"})
_NEAR: Final = 0.1  # mm; indents as near as this count as one
_ROMAN: Final = re.compile(r"\s*([IVXLC]+)\b")
_NUMBER: Final = re.compile(r"\s*(\d{1,3})\b")
_LETTER: Final = re.compile(r"\s*([a-zđA-ZĐ])\b")


def _distinct_sizes(instances: Sequence[Instance], _: Components) -> Iterator[Sample]:
    first: dict[float, Sample] = {}
    for instance in instances:
        for paragraph, run in instance.shown_runs:
            size = run.face.size
            if size is not None and not run.face.raised:
                first.setdefault(size, Sample(None, paragraph, run))
    if first:
        last = list(first.values())[-1]
        yield Sample(len(first), last.paragraph, last.run)


def _distinct_indents(instances: Sequence[Instance], _: Components) -> Iterator[Sample]:
    found: list[tuple[float, Sample]] = []
    for instance in instances:
        for paragraph in instance.paragraphs:
            indent = first_line_mm(paragraph)
            known = any(abs(indent - other) <= _NEAR for other, _ in found)
            if not (known or is_indented_by_hand(paragraph)):
                found.append((indent, Sample(None, paragraph)))
    yield Sample(len(found) or UNKNOWN, found[-1][1].paragraph if found else None)


def _count_end_mark(instances: Sequence[Instance], _: Components) -> Iterator[Sample]:
    found = [one for one in instances if _END_MARK.search(one.text)]
    count = sum(len(_END_MARK.findall(one.text)) for one in found)
    last = (found or list(instances))[-1]
    yield Sample(count, last.paragraphs[-1] if last.paragraphs else None)


def _empty_paragraphs(instances: Sequence[Instance], _: Components) -> Iterator[Sample]:
    """Count the empty paragraphs between paragraphs of the body, at the first that follows one."""
    below = []
    for instance in instances:
        before, element = instance.before
        if before is None or element not in _RUNNING:
            continue
        if not before.raw_text.strip() and _is_bare(before):
            below.append(instance.paragraphs[0])
    yield Sample(len(below), below[0] if below else None)


def _is_bare(paragraph: Any) -> bool:
    return not (
        paragraph.images
        or paragraph.boxes
        or paragraph.lines
        or paragraph.has_page_break
        or any(run.field for run in paragraph.runs)
        or paragraph.setting.top_line
        or paragraph.setting.bottom_line
    )


def _counted(read: Callable[[str], int | None], name: str) -> Callable[..., Iterator[Sample]]:
    """Return the measure that is `name` where labels count on from one inside each parent."""

    def measure(instances: Sequence[Instance], _: Components) -> Iterator[Sample]:
        for _key, children in groupby(instances, key=_parent):
            expected = 1
            for child in children:
                value = read(child.text)
                paragraph = child.paragraphs[0] if child.paragraphs else None
                if value is None:
                    yield Sample(UNKNOWN, paragraph)
                    break
                if value != expected:
                    yield Sample(
                        f"{_written(value, name)} sau {_written(expected - 1, name)}", paragraph
                    )
                    break
                expected += 1
            else:
                yield Sample(name)

    return measure


def _parent(instance: Instance) -> Any:
    return instance.facts.get("parent")


def _written(value: int, name: str) -> str:
    return POINT_LETTERS[value - 1] if name.endswith("a") and value else str(value)


def _roman(text: str) -> int | None:
    found = _ROMAN.match(text)
    return from_roman(found[1]) if found else None


def _number(text: str) -> int | None:
    found = _NUMBER.match(text)
    return int(found[1]) if found else None


def _letter(text: str) -> int | None:
    found = _LETTER.match(text)
    letter = found[1].lower() if found else ""
    return POINT_LETTERS.index(letter) + 1 if letter in POINT_LETTERS and letter else None


def _size_trio(instances: Sequence[Instance], components: Components) -> Iterable[Sample]:
    """Compare the sizes of quốc hiệu, tiêu ngữ and the day of a document."""
    sizes = []
    paragraph = None
    for element in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay"):
        found = (one for one in components.of(element) if one.group is instances[0].group)
        first = next(found, None)
        runs = first.shown_runs if first else ()
        different = {run.face.size for _, run in runs}
        if len(different) != 1 or None in different:
            return [Sample(UNKNOWN)]
        sizes.append(different.pop())
        paragraph = runs[0][0]
    return [Sample(sizes, paragraph)]


MEASURES: Final = {
    "distinct_sizes": _distinct_sizes,
    "distinct_first_line_indents": _distinct_indents,
    "count_end_mark": _count_end_mark,
    "empty_paragraphs": _empty_paragraphs,
    "size_qh_tn_date": _size_trio,
}

SEQUENCES: Final = {
    "consecutive_from_I": _counted(_roman, "consecutive_from_I"),
    "consecutive_from_1": _counted(_number, "consecutive_from_1"),
    "consecutive_from_a": _counted(_letter, "consecutive_from_a"),
}
"""Measures of the property ``sequence`` by what the rule asks for."""
