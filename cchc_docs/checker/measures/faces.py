"""How letters look: size, weight, slant, font, colour."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from cchc_docs.checker.components import Components, Instance
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.layout.looks import Face
from cchc_docs.layout.picture import Paragraph, Run
from cchc_docs.vietnamese.patterns import ARTICLE

_STYLE_WORDS: Final = re.compile(r"(?:[\s-]+(?:bold|italic|regular|bolditalic|mt))+\Z", re.I)
COLUMN_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[A-D])\)?(?:\s*=[\s()\d+=-]+)?")
"""What stands in the row that numbers the columns: ``(3)``, ``(3)=(4)+(5)+(6)``."""

_SENTENCE_END: Final = (".", ";", ":", ",")


def _known(value: object) -> object:
    return UNKNOWN if value is None else value


def _size(instance: Instance, _: Components) -> Iterator[Sample]:
    """Measure every run; the row that numbers the columns of a table may be small."""
    for paragraph, run in instance.shown_runs:
        if instance.table and COLUMN_NUMBER.fullmatch(paragraph.text):
            continue
        yield Sample(_known(run.face.size), paragraph, run)


def _is(test: Callable[[Face], bool]) -> Callable[[Instance, Components], Iterator[Sample]]:
    """Return the measure that is True where all letters are so, False where none is.

    Letters of both kinds give ``mixed``, which is neither, with the first run that differs.
    """

    def measure(instance: Instance, _: Components) -> Iterator[Sample]:
        found = [(paragraph, run, test(run.face)) for paragraph, run in instance.shown_runs]
        if not found:
            return
        paragraph, run, first = found[0]
        other = next((one for one in found if one[2] is not first), None)
        if other:
            yield Sample("mixed", *other[:2])
        else:
            yield Sample(first, paragraph, None if len(found) > 1 else run)

    return measure


def _all(test: Callable[[Face], bool]) -> Callable[[Instance, Components], Iterator[Sample]]:
    """Return the measure that is True where all letters are so, else False."""

    def measure(instance: Instance, _: Components) -> Iterator[Sample]:
        found = [(paragraph, test(run.face)) for paragraph, run in instance.shown_runs]
        if found:
            yield Sample(all(one for _, one in found), found[0][0])

    return measure


def _underline(instance: Instance, _: Components) -> Iterator[Sample]:
    found = [(paragraph, run) for paragraph, run in instance.shown_runs if run.face.underline]
    yield Sample(bool(found), *(found[0] if found else ()))


def _label_bold(instance: Instance, _: Components) -> Iterator[Sample]:
    """Look at "Điều n." and its title."""
    for paragraph in instance.paragraphs:
        end = label_end("".join(run.text for run in paragraph.runs))
        if end is not None:
            bold = {run.face.bold for run in _over(paragraph, end)}
            yield Sample(bold == {True}, paragraph)


def label_end(text: str) -> int | None:
    """Return where "Điều n." with its title ends; None without a number.

    A sentence behind the number is no title.
    """
    label = ARTICLE.match(text)
    if label is None:
        return None
    is_sentence = text.rstrip().endswith(_SENTENCE_END) and text[label.end() :].strip()
    return label.end() if is_sentence else len(text)


def _over(paragraph: Paragraph, end: int) -> Iterator[Run]:
    """Yield the runs that show one of the first `end` letters."""
    start = 0
    for run in paragraph.runs:
        if start < end and run.text[: end - start].strip():
            yield run
        start += len(run.text)


def _font_family(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph, run in instance.shown_runs:
        for font in run.face.fonts:
            yield Sample(family(font), paragraph, run)


@cache
def family(font: str) -> str:
    """Return the family of a face name: ``Times New Roman`` of ``Times New Roman Bold``."""
    return _STYLE_WORDS.sub("", font.strip())


def _font_color(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph, run in instance.shown_runs:
        yield Sample(_known(run.face.color), paragraph, run)


def _normal_form(instance: Instance, _: Components) -> Iterator[Sample]:
    for paragraph in instance.paragraphs:
        # What is shown is NFC: most letters are typed as they are shown.
        composed = all(
            run.typed == run.text or unicodedata.is_normalized("NFC", run.typed)
            for run in paragraph.runs
        )
        yield Sample("NFC" if composed else "NFD", paragraph)


def _only(test: Callable[[Face], bool]) -> Callable[[Face], Iterable[object]]:
    return lambda face: (test(face),)


_IS: Final[dict[str, Callable[[Face], bool]]] = {
    "bold": lambda face: face.bold,
    "italic": lambda face: face.italic,
    "bold_or_italic": lambda face: face.bold or face.italic,
    "bold_and_italic": lambda face: face.bold and face.italic,
}
_ALL: Final = {f"all_{name}": _IS[name] for name in ("bold", "italic", "bold_or_italic")}

OF_FACES: Final[dict[str, Callable[[Face], Iterable[object]]]] = {
    "font_family": lambda face: map(family, face.fonts),
    "legacy_encoding_font": lambda face: map(family, face.fonts),
    "font_color": lambda face: (_known(face.color),),
    "size": lambda face: (_known(face.size),),
    "underline": lambda face: (bool(face.underline),),
    **{name: _only(test) for name, test in (_IS | _ALL).items()},
}
"""Values that the look of letters decides, where all looks give the right ones: thousands of runs
have a dozen looks.
"""

MEASURES: Final = {
    "size": _size,
    **{name: _is(test) for name, test in _IS.items()},
    **{name: _all(test) for name, test in _ALL.items()},
    "underline": _underline,
    "label_bold": _label_bold,
    "font_family": _font_family,
    "legacy_encoding_font": _font_family,
    "font_color": _font_color,
    "normal_form": _normal_form,
}
