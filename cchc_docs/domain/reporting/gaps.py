"""What a report lacks, as the questions printed in its place."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cchc_docs.domain.reporting.built_in import BUILT_IN


class Gap(StrEnum):
    """A kind of thing that is missing; the value opens the question."""

    FIGURE = "cần số liệu"
    LAST_YEAR = "cần số liệu cùng kỳ năm trước"
    CONTENT = "cần bổ sung nội dung"

    def ask(self, what: str) -> str:
        """Return the question for one thing: ``[[cần số liệu: Văn bản đi]]``."""
        return f"[[{self}: {what}]]"


_OF_DOSSIERS: Final = {one.title for one in BUILT_IN.values() if one.columns}


def gap_of(question: str) -> tuple[Gap | None, str]:
    """Return what a question (without its brackets) asks for, and of what.

    None where it is not one of a report's own.
    """
    kind, _, what = question.partition(": ")
    return (Gap(kind), what) if kind in set(Gap) else (None, question)


def is_of_dossiers(title: str) -> bool:
    """Tell whether a figure is counted from the dossiers, not typed by itself."""
    return title in _OF_DOSSIERS
