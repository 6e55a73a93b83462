"""Letters that are written otherwise, never other words: composed marks, the two fixed lines.

What is replaced in quốc hiệu and tiêu ngữ is the place of a mark, blanks and dashes (NĐ 30/2020,
Phụ lục I, Phần I, II.1).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Final

from cchc_docs.checker.mending.repairs import Bench, Edit, Repair
from cchc_docs.layout.wordml import Element, W

_NATIONAL: Final = re.compile(
    r"(cộng)\s+(h)(òa|oà)\s+(xã)\s+(hội)\s+(chủ)\s+(nghĩa)\s+(việt)\s+(nam)", re.I
)
_REPUBLIC: Final = re.compile(r"(?<=cộng h)oà|(?<=\bh)oà(?=\s+xã\b)", re.I)
_DASH: Final = "[-\u2010-\u2015\u2212\u00ad]"
_MOTTO: Final = re.compile(
    rf"(độc)\s+(lập)\s*{_DASH}\s*(tự)\s+(do)\s*{_DASH}\s*(hạnh)\s+(phúc)", re.I
)
_PIECE: Final = re.compile(rf"(?:độc|lập|tự|do|hạnh|phúc|{_DASH}|\s)*", re.I)
_INNER_DASH: Final = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_LONG_DASH: Final = re.compile("[\u2010\u2012-\u2015\u2212]")

OTHER_WORDS: Final = "phải gõ lại chữ; công cụ chỉ sửa dấu cách, dấu gạch nối và HOÀ thành HÒA"


def plan_forms(bench: Bench) -> Iterator[Repair]:
    """Write marks in composed form."""
    for outcome in bench.failing("normal_form"):
        for hit in outcome.hits:
            if hit.paragraph is not None:
                runs = dict.fromkeys(run.element for run in hit.paragraph.runs)
                edits = [edit for run in runs for edit in bench.put(run, compose, None)]
                yield from bench.repair(outcome, [hit], edits, "NFC")


def plan_fixed_lines(bench: Bench) -> Iterator[Repair]:
    """Write quốc hiệu and tiêu ngữ with the blanks, dashes and marks of the decree."""
    for outcome in bench.failing("text"):
        write = _WRITERS.get(outcome.rule.element)
        if write is None:
            continue
        bench.refuse(outcome.rule, OTHER_WORDS)
        for instance, hits in bench.by_instance(outcome):
            edits: list[Edit] = []
            for paragraph in instance.paragraphs:
                for run in paragraph.runs:
                    if write(run.typed) != run.typed:
                        edits += bench.put(run.element, write_text, outcome.rule.element)
            if edits:
                yield from bench.repair(outcome, hits, edits, _RIGHT[outcome.rule.element])


def _national(text: str) -> str:
    """Return a text with quốc hiệu as the decree writes it."""
    text = unicodedata.normalize("NFC", text)
    whole = _NATIONAL.sub(lambda found: _joined(found.groups()), text)
    return _REPUBLIC.sub(lambda found: _moved(found[0]), whole)


def _joined(words: tuple[str, ...]) -> str:
    first, h, oa, *rest = words
    return " ".join([first, h + _moved(oa), *rest])


def _moved(oa: str) -> str:
    """Return the mark on the first letter: ``ÒA``."""
    plain = unicodedata.normalize("NFD", oa).replace("\u0300", "")
    return unicodedata.normalize("NFC", f"{plain[0]}\u0300{plain[1]}")


def _motto(text: str) -> str:
    """Return a text with tiêu ngữ as the decree writes it."""
    text = unicodedata.normalize("NFC", text)
    if _PIECE.fullmatch(text):  # of a line in several runs
        text = _INNER_DASH.sub(" - ", _LONG_DASH.sub("-", text))
    return _MOTTO.sub(r"\1 \2 - \3 \4 - \5 \6", text)


_WRITERS: Final[dict[str, Callable[[str], str]]] = {"quoc_hieu": _national, "tieu_ngu": _motto}
_RIGHT: Final = {
    "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
}


# ---------------------------------------------------------------- setters


def compose(run: Element, _: Any) -> None:
    """Write the texts of a run in composed form."""
    _rewrite(run, lambda text: unicodedata.normalize("NFC", text))


def write_text(run: Element, element: str) -> None:
    """Write the texts of a run as the decree writes an element."""
    _rewrite(run, _WRITERS[element])


def _rewrite(run: Element, write: Callable[[str], str]) -> None:
    for text in run.iterchildren(W + "t"):
        if text.text:
            text.text = write(text.text)
