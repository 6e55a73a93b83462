"""Weight, slant, underlining, font and colour of letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, Final

from cchc_docs.checker.measures.faces import family, label_end
from cchc_docs.checker.mending.repairs import Bench, Edit, Repair, Setter
from cchc_docs.checker.mending.setters import (
    set_bold,
    set_color,
    set_font,
    set_italic,
    set_underline,
)
from cchc_docs.checker.outcomes import RuleOutcome
from cchc_docs.checker.places import Hit
from cchc_docs.layout.picture import Paragraph, Run
from cchc_docs.layout.wordml import XML_SPACE, Element, W
from cchc_docs.model.allowed import Equals

_SWITCHES: Final[dict[str, tuple[Setter, ...]]] = {
    "bold": (set_bold,),
    "all_bold": (set_bold,),
    "italic": (set_italic,),
    "all_italic": (set_italic,),
    "underline": (set_underline,),
    "bold_or_italic": (set_bold, set_italic),
    "all_bold_or_italic": (set_bold, set_italic),
    "bold_and_italic": (set_bold, set_italic),
}
_FONTS: Final = ("font_family",)
_OLD_CODES: Final = re.compile(r"\.?vn|svn|vps", re.I)
_SYMBOLS: Final = re.compile(r"symbol|wingdings|webdings", re.I)
_BLACK: Final = "auto"  # black on paper, and still to be read on a dark cell
_WHITE: Final = "FFFFFF"

_GARBLED: Final = "chữ theo bảng mã cũ hoặc chữ tượng hình: đổi phông thì chữ sai"
_HIDDEN: Final = "chữ màu trắng: không rõ nền có màu hay chữ cố ý giấu"


def plan_switches(bench: Bench) -> Iterator[Repair]:
    """Make letters bold, italic, underlined, or not."""
    for outcome in bench.failing(*_SWITCHES):
        allowed = outcome.rule.allowed
        if not isinstance(allowed, Equals) or not isinstance(allowed.equals, bool):
            continue
        for instance, hits in bench.by_instance(outcome):
            edits: list[Edit] = []
            for setter in _SWITCHES[outcome.rule.property]:
                edits += letters(bench, instance.shown_runs, setter, allowed.equals)
            yield from bench.repair(outcome, hits, edits, allowed.equals)


def letters(
    bench: Bench, runs: Iterable[tuple[Paragraph, Run]], setter: Setter, value: Any
) -> list[Edit]:
    """Return the edits of runs; the label of a list goes with the whole of its paragraph."""
    edits: dict[Edit, None] = {}
    by_paragraph: dict[Paragraph, list[Run]] = {}
    for paragraph, run in runs:
        by_paragraph.setdefault(paragraph, []).append(run)
        edits |= dict.fromkeys(bench.put(run.element, setter, value))
    for paragraph, own in by_paragraph.items():
        if paragraph.label is not None and len(own) == len(paragraph.shown_runs):
            edits |= dict.fromkeys(bench.put(paragraph.element, setter, value))
    return list(edits)


# ---------------------------------------------------------------- font and colour


def plan_fonts(bench: Bench) -> Iterator[Repair]:
    """Set the font; letters of old code pages would be garbled by it."""
    for outcome in bench.failing(*_FONTS):
        allowed = outcome.rule.allowed
        if isinstance(allowed, Equals):
            for hits in _by_run(outcome):
                if hits[0].run and _is_garbled(hits[0].run):
                    bench.refuse(outcome.rule, _GARBLED)
                else:
                    yield from _of_run(bench, outcome, hits, set_font, allowed.equals)
    for outcome in bench.failing("legacy_encoding_font"):
        if any(hit.run and _is_garbled(hit.run) for hit in outcome.hits):
            bench.refuse(outcome.rule, _GARBLED)


def _is_garbled(run: Run) -> bool:
    """Tell whether another font shows other letters; figures are the same in all code pages."""
    if any(_SYMBOLS.match(family(one)) for one in run.face.fonts):
        return True
    is_plain = run.typed.isascii() and not any(map(str.isalpha, run.typed))
    return not is_plain and any(map(_OLD_CODES.match, run.face.fonts))


def plan_colors(bench: Bench) -> Iterator[Repair]:
    """Make letters black."""
    for outcome in bench.failing("font_color"):
        for hits in _by_run(outcome):
            color = hits[0].run.face.color if hits[0].run else None
            if (color or "").upper() == _WHITE:
                bench.refuse(outcome.rule, _HIDDEN)
            else:
                yield from _of_run(bench, outcome, hits, set_color, _BLACK)


def _by_run(outcome: RuleOutcome) -> list[list[Hit]]:
    """Group places by the element of their run: one may show several runs."""
    found: dict[Any, list[Hit]] = {}
    for hit in outcome.hits:
        if hit.run is not None:
            found.setdefault(hit.run.element, []).append(hit)
    return list(found.values())


def _of_run(
    bench: Bench, outcome: RuleOutcome, hits: list[Hit], setter: Setter, value: Any
) -> Iterator[Repair]:
    paragraph, run = hits[0].paragraph, hits[0].run
    edits: list[Edit] = []
    if paragraph is not None and run is not None:
        edits = letters(bench, [(paragraph, run)], setter, value)
    yield from bench.repair(outcome, hits, edits, value)


# ---------------------------------------------------------------- "Điều n."


def plan_labels(bench: Bench) -> Iterator[Repair]:
    """Make "Điều n." and its title bold; a run that goes on with a sentence is parted."""
    for outcome in bench.failing("label_bold"):
        for instance, hits in bench.by_instance(outcome):
            edits = [edit for one in instance.paragraphs for edit in _label(bench, one)]
            yield from bench.repair(outcome, hits, edits, True)


def _label(bench: Bench, paragraph: Paragraph) -> Iterator[Edit]:
    text = "".join(run.text for run in paragraph.runs)
    end = label_end(text)
    if end is None:
        return
    counts = Counter(run.element for run in paragraph.runs)
    start = 0
    for run in paragraph.runs:
        if start < end and run.text.strip():
            parted = end - start < len(run.text.rstrip())
            if parted and counts[run.element] == 1 and _is_plain(run.element):
                yield from bench.put(run.element, bold_beginning, end - start)
            elif not parted:
                yield from bench.put(run.element, set_bold, True)
        start += len(run.text)


def _is_plain(element: Element | None) -> bool:
    """Tell whether a run holds one text and nothing else, in composed letters."""
    if element is None:
        return False
    content = [one for one in element.iterchildren("*") if one.tag != W + "rPr"]
    return [one.tag for one in content] == [W + "t"]


def bold_beginning(run: Element, count: int) -> None:
    """Make the first letters of a run bold: the rest becomes a run of its own."""
    rest = deepcopy(run)
    for part, piece in ((run, slice(count)), (rest, slice(count, None))):
        text = part.find(W + "t")
        text.text = text.text[piece]
        text.set(XML_SPACE, "preserve")
    run.addnext(rest)
    set_bold(run, True)
