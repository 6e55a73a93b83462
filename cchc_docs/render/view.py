"""What a template may name: ready strings and lists, nothing left to compute.

`cchc template check` compares the tags of a template with these classes; the page for template
authors (docs/mau-word.md) lists them. Every string may be `Markup` that holds its own runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

from markupsafe import Markup

Words = str | Markup
"""Text inside a run: `{{ name }}`."""

Line = NewType("Line", Markup)
"""A drawn line as a run of its own: `{{r name }}`."""

Picture = NewType("Picture", Markup)
"""A picture as a run of its own: `{{r name }}`."""

Span = NewType("Span", Markup)
"""How a cell merges downwards: `{% colspan name %}`."""


BlockName = Literal["section", "item", "note", "text", "last"]


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """Issuer on the left, national header on the right, number and place-date below."""

    superior: tuple[Words, ...]
    issuer: tuple[Words, ...]
    issuer_line: Line
    motto_line: Line
    number: Words
    place_date: Words


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph of the body; `last` is a text that stays on the page of what follows."""

    kind: BlockName
    text: Words


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Authority and post, a line each, and the name."""

    lines: tuple[Words, ...]
    name: Words


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell that may be merged downwards: `{% colspan cell.span %}{{ cell.text }}`."""

    text: Words
    span: Span


@dataclass(frozen=True)
class AnnexView:
    """The lines over an annex; the letterhead is there only for a ward that repeats it."""

    label: Words
    title: Words
    reference: Words
    line: Line
    letterhead: LetterheadView | None


@dataclass(frozen=True, slots=True)
class TargetRowView:
    """A row of targets; a `part` is a dashed sub-row, `keep` holds it to the row below."""

    kind: Literal["group", "target", "part"]
    number: CellView
    text: Words
    threshold: CellView
    monitor: CellView
    executors: CellView
    keep: bool = False


@dataclass(frozen=True)
class TargetAnnexView(AnnexView):
    """The annex of targets."""

    rows: tuple[TargetRowView, ...]


@dataclass(frozen=True, slots=True)
class TaskRowView:
    """A row of tasks; `keep` holds it to the row below."""

    kind: Literal["group", "task"]
    number: Words
    text: Words
    product: Words = ""
    lead: Words = ""
    partners: Words = ""
    deadline: Words = ""
    keep: bool = False


@dataclass(frozen=True)
class TaskAnnexView(AnnexView):
    """The annex of tasks."""

    rows: tuple[TaskRowView, ...]


@dataclass(frozen=True)
class DocumentView:
    """What a template of any document may name."""

    draft: bool
    letterhead: LetterheadView
    subject: Words
    subject_line: Line
    legal_bases: tuple[Words, ...]
    body: tuple[BlockView, ...]
    recipients: tuple[Words, ...]
    signature: SignatureView


@dataclass(frozen=True)
class PlanView(DocumentView):
    """All a template of a plan may name."""

    year: str
    targets: TargetAnnexView | None
    tasks: TaskAnnexView | None
