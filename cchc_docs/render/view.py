"""What a template of a plan may name: ready strings and lists, nothing left to compute.

`cchc template check` compares the tags of a template with these classes; the page for template
authors (docs/mau-word.md) lists them. Every string may be `Markup` that holds its own runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

Words = str | Markup
"""Text inside a run: `{{ name }}`."""

Line = Markup
"""A drawn line as a run of its own: `{{r name }}`."""


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
    """A paragraph of the body; `kind` is section, item, note, text, or last (kept with the end)."""

    kind: str
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
    span: Words


@dataclass(frozen=True, slots=True)
class TargetRowView:
    """A row of targets; `kind` is group, target, or part (a dashed sub-row)."""

    kind: str
    number: CellView
    text: Words
    threshold: CellView
    monitor: CellView
    executors: CellView


@dataclass(frozen=True, slots=True)
class TargetAnnexView:
    """The annex of targets."""

    label: Words
    title: Words
    reference: Words
    line: Line
    letterhead: LetterheadView | None
    rows: tuple[TargetRowView, ...]


@dataclass(frozen=True, slots=True)
class TaskRowView:
    """A row of tasks; `kind` is group or task."""

    kind: str
    number: Words
    text: Words
    product: Words = ""
    lead: Words = ""
    partners: Words = ""
    deadline: Words = ""


@dataclass(frozen=True, slots=True)
class TaskAnnexView:
    """The annex of tasks."""

    label: Words
    title: Words
    reference: Words
    line: Line
    letterhead: LetterheadView | None
    rows: tuple[TaskRowView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """All a template of a plan may name."""

    draft: bool
    year: str
    letterhead: LetterheadView
    subject: Words
    subject_line: Line
    legal_bases: tuple[Words, ...]
    body: tuple[BlockView, ...]
    recipients: tuple[Words, ...]
    signature: SignatureView
    targets: TargetAnnexView | None
    tasks: TaskAnnexView | None
