"""Lists a report draws up by itself: tasks done, late, due next; targets and what they reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_docs.domain.names import office_list
from cchc_docs.domain.periods import coming, window_of
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.sentences import Passage
from cchc_docs.domain.reporting.targets import TargetState, with_judgement
from cchc_docs.domain.reporting.tasks import TaskState, task_states
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import Judgement, TaskStatus
from cchc_docs.model.records import Records
from cchc_docs.model.report import Figure, ReportingPeriod
from cchc_docs.model.report_form import TaskList
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import lowered

_JUDGED = {
    Judgement.EXCEEDED: "vượt",
    Judgement.MET: "đạt",
    Judgement.MISSED: "chưa đạt",
    None: "chưa đánh giá được",
}

Lines = tuple[Passage, list[Passage]]
"""The words over a list and its lines; a list that is empty says so in its words."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists of one report are drawn up from.

    `next_plan` is next year's plan, of which the year's report lists what is due first.
    """

    plan: Plan
    period: ReportingPeriod
    figures: Figures
    targets: Sequence[TargetState]
    next_plan: Plan | None = None

    def lines(self, kind: TaskList) -> list[Lines]:
        """Return the lists of a kind, each with the words over it."""
        match kind:
            case TaskList.DONE:
                return self._done()
            case TaskList.LATE:
                return [self._late()]
            case TaskList.NEXT:
                return self._next()
            case TaskList.CANCELLED:
                return self._cancelled()
            case TaskList.TARGETS:
                return self._all_targets()
            case TaskList.MISSED:
                return self._missed()

    def _done(self) -> list[Lines]:
        """List what was done in the window, with the document issued."""
        window = self.period.window
        done = [
            one
            for one in self.figures.tasks
            if one.status is TaskStatus.DONE and one.done_on and one.done_on in window
        ]
        if not done:
            return []
        head = _counted("Nhiệm vụ hoàn thành trong kỳ", done, "nhiem-vu-xong-trong-ky")
        return [(head, [_plain(self._with_document(one)) for one in done])]

    def _late(self) -> Lines:
        late = [one for one in self.figures.tasks if one.late]
        day = short_date(self.period.window.last)
        if not late:
            return _plain(f"Đến hết ngày {day} không có nhiệm vụ quá hạn mà chưa hoàn thành."), []
        head = _counted("Nhiệm vụ quá hạn, chưa hoàn thành", late, "nhiem-vu-qua-han")
        return head, [_plain(self._with_deadline(one)) for one in late]

    def _next(self) -> list[Lines]:
        window = coming(self.period)
        due = [one for one in self.figures.tasks if one.falls_due(window)]
        days = f"từ ngày {short_date(window.first)} đến ngày {short_date(window.last)}"
        lists: list[Lines] = []
        if due:
            head = _counted(f"Nhiệm vụ có thời hạn {days}", due, "nhiem-vu-den-han")
            lists.append((head, [_plain(self._with_deadline(one)) for one in due]))
        else:
            lists.append((_plain(f"Không có nhiệm vụ có thời hạn {days}."), []))
        lasting = [one for one in self.figures.tasks if one.open and _lasts(one, window.last)]
        if lasting:
            head = _counted("Nhiệm vụ khác tiếp tục thực hiện", lasting, "nhiem-vu-tiep-tuc")
            lists.append((head, [_plain(self._with_deadline(one)) for one in lasting]))
        return lists + self._of_next_plan()

    def _of_next_plan(self) -> list[Lines]:
        """List the tasks of next year's plan that are due by the end of its first window."""
        if self.next_plan is None:
            return []
        plan = self.next_plan
        window = window_of(PeriodKind.Q1, plan.year)
        states = task_states(plan, Records(unit="?", year=plan.year), window.first)
        due = [one for one in states if one.due and one.due <= window.last]
        if not due:
            return []
        head = _counted(f"Nhiệm vụ đầu tiên của kế hoạch năm {plan.year}", due, "nhiem-vu-nam-sau")
        return [(head, [_plain(self._with_deadline(one)) for one in due])]

    def _cancelled(self) -> list[Lines]:
        gone = [one for one in self.figures.tasks if one.status is TaskStatus.CANCELLED]
        if not gone:
            return []
        head = _counted("Nhiệm vụ không tiếp tục thực hiện", gone, "nhiem-vu-thoi")
        return [(head, [_plain(_with_note(one)) for one in gone])]

    def _all_targets(self) -> list[Lines]:
        if not self.targets:
            return []
        known = any(one.reached for one in self.targets)
        head = Passage("Kết quả thực hiện ")
        head.show(_target_count(self.targets, "chi-tieu", "Chỉ tiêu của kế hoạch"))
        whole_year = self.period.kind is PeriodKind.YEAR
        head.say(f" chỉ tiêu của kế hoạch{'' if whole_year else ' so với mức của cả năm'}: ")
        groups = {words: list(with_judgement(self.targets, one)) for one, words in _JUDGED.items()}
        groups = {words: states for words, states in groups.items() if states}
        for position, (words, states) in enumerate(groups.items()):
            head.say(f"{'; ' if position else ''}{words} ")
            head.show(_target_count(states, "chi-tieu-nhom", f"Chỉ tiêu {words}"))
            head.say(" chỉ tiêu")
        head.say(":" if known else ".")
        return [(head, [_reached(one) for one in self.targets] if known else [])]

    def _missed(self) -> list[Lines]:
        missed = with_judgement(self.targets, Judgement.MISSED)
        if not missed:
            return []
        head = Passage()
        head.say("Chỉ tiêu chưa đạt (")
        head.show(_target_count(missed, "chi-tieu-chua-dat", "Chỉ tiêu chưa đạt"))
        head.say(" chỉ tiêu):")
        return [(head, [_reached(one) for one in missed])]

    def _with_document(self, state: TaskState) -> str:
        document = document_text(state)
        late = "; hoàn thành sau thời hạn" if state.done_late else ""
        return f"{_name(state)} ({document})" + late if document else _name(state) + late

    def _with_deadline(self, state: TaskState) -> str:
        lead = office_list(state.task.lead, self.plan)
        led = f"chủ trì: {lead}; " if lead else ""
        return f"{_name(state)} ({led}thời hạn: {state.task.deadline})"


def document_text(state: TaskState) -> str:
    """Return the document that was issued: ``Kế hoạch số 12/KH-UBND ngày 05/3/2024``, or blank."""
    record = state.record
    if record is None or record.document is None:
        return ""
    if record.document_date is None:
        return record.document if state.status is TaskStatus.DONE else ""
    if record.document_date > state.day:
        return ""  # the log knows more than the report may
    return f"{record.document} ngày {short_date(record.document_date)}"


def _lasts(state: TaskState, last: dt.date) -> bool:
    """Tell whether a task has no deadline, or one beyond the window that follows."""
    return state.due is None or state.due > last


def _name(state: TaskState) -> str:
    return state.task.text.rstrip(" .;:")


def _with_note(state: TaskState) -> str:
    return f"{_name(state)} ({state.note})" if state.note else _name(state)


def _plain(text: str) -> Passage:
    return Passage(text)


def _counted(words: str, states: Sequence[TaskState], identifier: str) -> Passage:
    """Return ``words (04 nhiệm vụ):`` with the number as a figure."""
    records = tuple(("tasks", one.entry) for one in states if one.entry is not None)
    rule = "đếm các nhiệm vụ liệt kê bên dưới"
    count = Figure(identifier, words, "nhiệm vụ", Fraction(len(states)), rule, records)
    passage = Passage()
    passage.say(f"{words} (")
    passage.show(count)
    passage.say(" nhiệm vụ):")
    return passage


def _target_count(states: Sequence[TargetState], identifier: str, title: str) -> Figure:
    records = tuple(("targets", one.entry) for one in states if one.entry is not None)
    parts = tuple(one.figure for one in states if one.figure)
    value = Fraction(len(states))
    rule = "đếm chỉ tiêu ở phụ lục của kế hoạch"
    return Figure(identifier, title, "chỉ tiêu", value, rule, records, parts)


def _reached(state: TargetState) -> Passage:
    """Return ``text: 92,4% (chỉ tiêu: Trên 90%) - đạt`` with the result as a figure."""
    passage = Passage(f"{state.target.text.rstrip(' .;:')}: ")
    if state.reached is None:
        passage.say("chưa có số liệu")
    elif state.figure:
        passage.show(state.figure)
        if state.figure.unit != "%":
            passage.say(f" {state.figure.unit}")
    else:
        passage.say(state.reached)
    passage.say(f" (chỉ tiêu: {lowered(str(state.threshold))})")
    if state.judgement:
        passage.say(f" - {_JUDGED[state.judgement]}")
    return passage
