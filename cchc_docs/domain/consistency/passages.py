"""What a reader of the printed plan reads, text by text, and where several remarks are found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cchc_docs.decree.abbreviations import LONG_FORMS
from cchc_docs.domain.citations import find_citations
from cchc_docs.domain.names import annex_names
from cchc_docs.domain.phrases import Phrases, keys
from cchc_docs.domain.places import printed_place, printed_places
from cchc_docs.domain.walking import values
from cchc_docs.findings import Path
from cchc_docs.model.base import REFERENCE, find_questions
from cchc_docs.model.plan import Plan

_READ = {"subject", "legal_bases", "opening", "closing", "title", "text", "product"}
_SYMBOL = re.compile(r"\d[^\W\d]?(?:/\d{4})?[/-](?=[A-ZĐ])[\w&]+(?:\s?[-&/]\s?[A-ZĐ][\w&]*)*")
_MASK = "|"  # no letter, no blank: no word and no phrase reaches over it
_LONG_FORMS = Phrases((long, short) for short, long in LONG_FORMS.items())
_SHOWN = 5  # places named in one remark; more are counted
_REMINDER = 90  # letters


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the plan: its path, its words, and whether it is a heading.

    Open questions, computed names and symbols of papers are masked; `text` is as long as `typed`,
    the text of the plan.
    """

    path: Path
    text: str
    heading: bool
    typed: str

    @property
    def papers(self) -> tuple[tuple[int, int], ...]:
        """The spans (start, end) of the papers cited, whose words are not those of the plan."""
        return _citations(self.typed)

    @property
    def own(self) -> str:
        """The words of the plan itself: the papers are masked too."""
        return _masked(self.text, list(self.papers))

    def cites(self, position: int) -> bool:
        """Tell whether a position lies within a citation."""
        return any(start <= position < end for start, end in self.papers)


def passages(plan: Plan) -> Iterator[Passage]:
    """Yield the texts of body and annexes in printed order, recipients and columns of names not."""
    for path, value in values(plan):
        field = next(step for step in reversed(path) if isinstance(step, str))
        if path[0] != "agency" and field in _READ:
            yield Passage(path, _readable(value), field == "title", value)


def _readable(text: str) -> str:
    found = (*find_questions(text), *REFERENCE.finditer(text), *_SYMBOL.finditer(text))
    return _masked(text, [one.span() for one in found])


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = _MASK * (end - start)
    return "".join(letters)


def shortened(text: str) -> list[str]:
    """Return the folded words of a text, what offices abbreviate as one word: long or short."""
    return keys(_LONG_FORMS.replaced(text, str))


@lru_cache(maxsize=256)  # several words of one text may be asked about
def _citations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in find_citations(text))


def told(plan: Plan, paths: Sequence[Path]) -> str:
    """Return the printed places of paths, as `Places` tells them."""
    return Places(plan).told(paths)


class Places:
    """Says where values stand in the printed plan; built once for all findings of a rule."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def told(self, paths: Sequence[Path]) -> str:
        """Return the places of paths, each once: the first ones by name, the others counted."""
        names = list(dict.fromkeys(map(self._name, paths)))
        more = len(names) - _SHOWN
        return "; ".join(names[:_SHOWN]) + (f" và {more} chỗ khác" if more > 0 else "")

    def _name(self, path: Path) -> str:
        if place := printed_place(self._printed, path)[0]:
            return place
        if path[0] == "annexes" and len(path) > 1:
            return annex_names(self._plan)[str(path[1])]
        return type(self._plan).model_fields[str(path[0])].title or str(path[0])

    @cached_property
    def _printed(self) -> dict[Path, str]:
        return printed_places(self._plan)


def beginning(text: str) -> str:
    """Return the first words of a text, to remind a reader of it."""
    text = " ".join(text.split()).strip(" ,")
    return text if len(text) <= _REMINDER else f"{text[:_REMINDER].rsplit(' ', 1)[0]} …"
