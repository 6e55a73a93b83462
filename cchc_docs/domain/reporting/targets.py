"""The targets of a plan at the end of a window: what was reached, and how it stands (R22)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.walking import target_parts
from cchc_docs.findings import Path
from cchc_docs.model.annexes import SharedColumn, Target, TargetPart
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Judgement, TargetResult, judged, judged_value
from cchc_docs.model.records import Records, TargetRecord
from cchc_docs.model.report import Figure
from cchc_docs.model.threshold import Operator, Threshold
from cchc_docs.vietnamese.numbers import SHARE_DIGITS, count_text, rounded, share_text


@dataclass(frozen=True, slots=True)
class TargetState:
    """A target and what it reached.

    `reached` is the result as printed, None where there is no figure. `judgement` None means it
    cannot be judged. `figure` is what measures it, `entry` the position of the typed result.
    """

    path: Path
    target: Target | TargetPart
    threshold: Threshold
    reached: str | None
    judgement: Judgement | None
    figure: Figure | None
    entry: int | None
    differs: bool = False
    """Whether a typed result contradicts the computed one."""


def target_states(plan: Plan, records: Records, figures: Figures) -> list[TargetState]:
    """Return every target with a threshold, its own or that of the row above, in printed order."""
    typed = _latest(records, figures)
    return [
        _state(path, target, threshold, typed.get(target.id), figures)
        for path, target, threshold in _thresholds(plan)
    ]


def _thresholds(plan: Plan) -> Iterator[tuple[Path, Target | TargetPart, Threshold]]:
    above: Threshold | None = None
    for path, target in target_parts(plan):
        shared = isinstance(target, Target) and SharedColumn.THRESHOLD in target.shares
        threshold = above if shared else target.threshold
        if isinstance(target, Target):
            above = threshold
        if threshold:
            yield path, target, threshold


def _latest(records: Records, figures: Figures) -> dict[str, tuple[int, TargetRecord]]:
    dated = [
        (position, one)
        for position, one in enumerate(records.targets)
        if one.date <= figures.window.last
    ]
    return {one.id: (position, one) for position, one in sorted(dated, key=lambda e: e[1].date)}


def _state(
    path: Path,
    target: Target | TargetPart,
    threshold: Threshold,
    typed: tuple[int, TargetRecord] | None,
    figures: Figures,
) -> TargetState:
    figure = figures.get(target.measured_by) if target.measured_by else None
    entry, record = typed or (None, None)
    if figure:
        is_share = figure.unit == "%"
        value = figure.value * 100 if is_share else figure.value
        text = share_text(figure.value) if is_share else f"{count_text(value)} {figure.unit}"
        judgement = judged_value(threshold, value, figure.unit)
        differs = record is not None and _differs(record, value)
        return TargetState(path, target, threshold, text, judgement, figure, entry, differs)
    if record is None:
        return TargetState(path, target, threshold, None, None, None, None)
    result = TargetResult(id=target.id, result=record.result, met=record.met)
    judgement = judged(threshold, result)
    return TargetState(path, target, threshold, str(record.result), judgement, None, entry)


def _differs(record: TargetRecord, value: Fraction) -> bool:
    """Tell whether a typed figure is another than the computed one at the typed precision."""
    typed = record.result
    if typed.value is None or typed.operator is not Operator.AT_LEAST:
        return False
    exponent = typed.value.as_tuple().exponent
    digits = min(-exponent, SHARE_DIGITS) if isinstance(exponent, int) and exponent < 0 else 0
    return rounded(value, digits) != rounded(typed.value, digits)


def with_judgement(states: Sequence[TargetState], wanted: Judgement | None) -> list[TargetState]:
    """Return the targets that were judged so; None wants those that cannot be judged."""
    return [one for one in states if one.judgement is wanted]
