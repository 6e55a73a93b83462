"""Sentences of a form filled with figures; each figure knows the letters it is printed on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.reporting.comparison import LastYear
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.gaps import Gap
from cchc_docs.findings import Path
from cchc_docs.model.report import Figure, PrintedFigure
from cchc_docs.model.report_form import ReportForm, Sentence
from cchc_docs.vietnamese.numbers import (
    POINTS,
    count_text,
    number_text,
    points_text,
    share_text,
)

SLOT: Final = re.compile(
    r"\{(?P<kind>parts:|change:|annex:)?(?P<name>[a-z0-9_-]+)(?:/(?P<whole>[a-z0-9-]+))?\}"
)
"""`{figure}`, `{part/whole}`, `{parts:sum}`, `{change:figure}`, `{annex:dossiers}`, `{body}`."""


@dataclass(slots=True)
class Passage:
    """A text being put together, and the figures printed in it so far.

    `source` is the path in the log of a text the officer typed; None for one of ours.
    """

    text: str = ""
    printed: list[tuple[int, int, Figure]] = field(default_factory=list)
    source: Path | None = None

    def say(self, words: str) -> None:
        """Add words."""
        self.text += words

    def show(self, figure: Figure, words: str | None = None) -> None:
        """Add a figure; `words` None prints it as `figure_text` does."""
        start = len(self.text)
        self.text += words or figure_text(figure)
        self.printed.append((start, len(self.text), figure))

    def add(self, other: Passage) -> None:
        """Add another passage behind a blank."""
        if self.text:
            self.text += " "
        moved = len(self.text)
        self.text += other.text
        self.printed += [(start + moved, end + moved, one) for start, end, one in other.printed]

    def at(self, path: Path) -> list[PrintedFigure]:
        """Return the figures with the path of the text they are in."""
        return [PrintedFigure(path, start, end, one) for start, end, one in self.printed]


def figure_text(figure: Figure) -> str:
    """Return a figure as it is printed in a sentence."""
    if figure.unit == "%":
        return share_text(figure.value)
    if figure.unit == POINTS:
        return points_text(figure.value)
    return count_text(figure.value) if figure.value.denominator == 1 else number_text(figure.value)


@dataclass(frozen=True, slots=True)
class Composer:
    """Fills sentences; `words` are the names that are no figures (`body`, `annex:dossiers`)."""

    form: ReportForm
    figures: Figures
    last_year: LastYear
    words: Mapping[str, str]

    def compose(self, sentence: Sentence) -> Passage | None:
        """Return the sentence filled in; None where there is nothing to say.

        A figure that is missing beside known ones is asked for in its place: `[[…]]`.
        """
        slots = [match for match in SLOT.finditer(sentence.text) if not self._is_word(match)]
        if any(one["kind"] == "annex:" for one in slots):
            return None  # the annex is not there
        names = [name for one in slots for name in (one["name"], one["whole"]) if name]
        if slots and not any(self._known(one) for one in slots):
            return None
        if any(self.figures.is_over_nothing(name) for name in names):
            return self._filled(sentence.zero) if sentence.zero else None
        decisive = self.figures.get(sentence.when or names[0]) if names else None
        if decisive is not None and decisive.value == 0:
            if sentence.zero is None and sentence.quiet:
                return None
            return self._filled(sentence.zero or sentence.text)
        return self._filled(sentence.text)

    def _is_word(self, slot: re.Match[str]) -> bool:
        return (slot["kind"] or "") + slot["name"] in self.words

    def _known(self, slot: re.Match[str]) -> bool:
        if slot["kind"] == "change:":
            return self.last_year.change(slot["name"], self.figures) is not None
        return any(self.figures.get(one) for one in (slot["name"], slot["whole"]) if one)

    def _filled(self, pattern: str) -> Passage:
        passage = Passage()
        position = 0
        for slot in SLOT.finditer(pattern):
            passage.say(pattern[position : slot.start()])
            self._fill(slot, passage)
            position = slot.end()
        passage.say(pattern[position:])
        return passage

    def _fill(self, slot: re.Match[str], passage: Passage) -> None:
        if self._is_word(slot):
            passage.say(self.words[(slot["kind"] or "") + slot["name"]])
        elif slot["kind"] == "parts:":
            self._fill_parts(slot["name"], passage)
        elif slot["kind"] == "change:":
            self._fill_change(slot["name"], passage)
        else:
            self._show(slot["name"], passage)
            if slot["whole"]:
                passage.say("/")
                self._show(slot["whole"], passage)

    def _show(self, name: str, passage: Passage) -> None:
        if figure := self.figures.get(name):
            passage.show(figure)
        else:
            passage.say(Gap.FIGURE.ask(self._title(name)))

    def _fill_parts(self, name: str, passage: Passage) -> None:
        """List the addends that are not 0, each with its unit: ``02 kế hoạch, 01 báo cáo``."""
        shown = [one for one in self.figures.parts(name) if one.value]
        for position, figure in enumerate(shown):
            passage.say(", " if position else "")
            passage.show(figure)
            passage.say(f" {figure.unit}")

    def _fill_change(self, name: str, passage: Passage) -> None:
        change = self.last_year.change(name, self.figures)
        if change is None:
            passage.say(Gap.LAST_YEAR.ask(self._title(name)))
        else:
            passage.show(change.figure, change.text)

    def _title(self, name: str) -> str:
        built_in = BUILT_IN.get(name)
        return built_in.title if built_in else self.form.titles.get(name, name)
