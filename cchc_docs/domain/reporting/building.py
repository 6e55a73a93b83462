"""A report from a plan and its log: the outline of the form filled for one period."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.domain.names import names_of
from cchc_docs.domain.periods import earliest_sending
from cchc_docs.domain.reporting.annexes import charts, dossier_annex, progress_annex, statistics
from cchc_docs.domain.reporting.comparison import LastYear
from cchc_docs.domain.reporting.figures import Figures
from cchc_docs.domain.reporting.gaps import Gap
from cchc_docs.domain.reporting.lists import Lists
from cchc_docs.domain.reporting.sentences import Composer, Passage
from cchc_docs.domain.reporting.targets import target_states
from cchc_docs.findings import Path
from cchc_docs.model.agency import Agency, Recipients
from cchc_docs.model.document import Block, BlockKind
from cchc_docs.model.issue import IssueDate
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.model.report import (
    PrintedFigure,
    Report,
    ReportAnnexes,
    ReportingPeriod,
    TypedText,
)
from cchc_docs.model.report_form import Heading, ReportForm, StatisticsForm
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import fold


def build_report(
    plan: Plan,
    records: Records,
    period: ReportingPeriod,
    form: ReportForm,
    *,
    statistics_form: StatisticsForm | None = None,
    with_charts: bool = False,
    next_plan: Plan | None = None,
    comparable: bool = True,
) -> Report:
    """Return the report of a period: every figure computed, every gap an open question.

    `statistics_form` and `with_charts` add their annexes; `next_plan` is next year's plan, for
    the tasks that come first after the year's report. Not `comparable` means that last year's
    figures are those of another territory.
    """
    figures = Figures(plan, records, form, period.window)
    annexes = ReportAnnexes(
        dossiers=dossier_annex(figures),
        progress=progress_annex(plan, figures, period),
        statistics=statistics(statistics_form, figures) if statistics_form else None,
        charts=charts(figures) if with_charts else None,
    )
    body = _body(plan)
    words = {
        "body": body,
        "plan": _short_plan(records),
        "period": period.in_sentence,
        "last_day": short_date(period.window.last),
        **{f"annex:{name}": printed for name, printed in names_of(annexes).items()},
    }
    last_year = LastYear.of(records, period.kind) if comparable else LastYear.none(records.year)
    outline = _Outline(
        Composer(form, figures, last_year, words),
        Lists(plan, period, figures, target_states(plan, records, figures), next_plan),
        _texts(records, period),
    )
    sections = outline.sections(form.sections)
    addressees = _addressees(plan.agency)
    closing_day = earliest_sending(period)
    return Report(
        agency=plan.agency,
        year=period.year,
        issue_date=IssueDate(closing_day.year, closing_day.month),
        subject=f"Kết quả công tác cải cách hành chính {period.named}",
        opening=(_opening(plan, records, period, body),),
        sections=sections,
        closing=(
            f"Trên đây là báo cáo kết quả công tác cải cách hành chính {period.in_sentence} của "
            f"{body}",
        ),
        annexes=annexes,
        recipients=_recipients(plan.agency, addressees),
        signatory=records.signatory,
        period=period,
        addressees=addressees,
        invented=records.invented,
        printed=tuple(outline.printed),
        typed=tuple(outline.typed),
        form_version=form.version,
    )


def _body(plan: Plan) -> str:
    return f"{plan.agency.abbreviation} {plan.agency.unit.in_sentence}"


def _short_plan(records: Records) -> str:
    return f"Kế hoạch số {records.plan_number}" if records.plan_number else "kế hoạch năm"


def _opening(plan: Plan, records: Records, period: ReportingPeriod, body: str) -> str:
    """Cite the plan in its full form once (NĐ 30/2020, PL I, II.6.b); later the number does."""
    number = records.plan_number or "[[cần bổ sung: số, ký hiệu của kế hoạch]]"
    day = short_date(records.plan_date) if records.plan_date else "[[cần bổ sung: ngày kế hoạch]]"
    subject = plan.subject[:1].lower() + plan.subject[1:]
    window = period.window
    return (
        f"Thực hiện Kế hoạch số {number} ngày {day} của {plan.agency.body} "
        f"({plan.agency.abbreviation}) {plan.agency.unit.in_sentence} về {subject}, {body} báo cáo "
        f"kết quả công tác cải cách hành chính {period.in_sentence} (số liệu tính từ ngày "
        f"{short_date(window.first)} đến ngày {short_date(window.last)}) như sau:"
    )


def _addressees(agency: Agency) -> tuple[str, ...]:
    if not agency.reports.upward:
        return ()
    named = agency.reports.addressees or agency.superiors[:1]
    short = f"{agency.abbreviation} "
    in_full = [
        f"{agency.body} {one.removeprefix(short)}" if one.startswith(short) else one
        for one in named
    ]  # the addressee is not abbreviated
    return tuple(in_full) or ("[[cần bổ sung: cơ quan nhận báo cáo]]",)


def _recipients(agency: Agency, addressees: tuple[str, ...]) -> Recipients | None:
    """Return the usual recipients; those the report is addressed to stand as "Như trên"."""
    usual = agency.recipients
    if usual is None or not addressees:
        return usual
    above = [fold(one.replace(agency.body, agency.abbreviation)) for one in addressees]

    def others(names: tuple[str, ...]) -> tuple[str, ...]:
        bare = {one: fold(_PURPOSE.sub("", one)) for one in names}
        return tuple(one for one in names if not any(a.startswith(bare[one]) for a in above))

    return usual.model_copy(
        update={"acting": others(usual.acting), "informed": others(usual.informed)}
    )


def _texts(records: Records, period: ReportingPeriod) -> dict[str, list[Passage]]:
    """Return the officer's paragraphs for this kind of report, by heading."""
    return {
        one.heading: [
            Passage(line.strip(), source=("texts", position, "text"))
            for line in one.text.splitlines()
            if line.strip()
        ]
        for position, one in enumerate(records.texts)
        if one.period is period.kind
    }


_PURPOSE: Final = re.compile(r"\s*\([^()]*\)\s*\Z")
"""``(để b/c)`` behind a recipient."""

_POINTS: Final = 2  # section, item, point


@dataclass(slots=True)
class _Outline:
    """Fills the outline; remembers where every figure and every typed text was printed."""

    composer: Composer
    lists: Lists
    texts: dict[str, list[Passage]]
    printed: list[PrintedFigure] = field(default_factory=list)
    typed: list[TypedText] = field(default_factory=list)

    def sections(self, headings: tuple[Heading, ...]) -> tuple[Block, ...]:
        """Return the blocks of the whole outline: sections, items below them, then points."""
        return self._below(headings, ("sections",), 0, 0)

    def _titled(self, heading: Heading, path: Path, depth: int) -> Block:
        """Return a section or an item: its title, what is said, the headings below it."""
        inside = (*path, "content")
        said = self._said(heading)
        if not said and not heading.headings:
            said = [(BlockKind.PARAGRAPH, _question(heading))]
        content = self._placed(said, inside)
        below = self._below(heading.headings, inside, len(content), depth + 1)
        return Block(title=heading.title, content=(*content, *below))

    def _below(
        self, headings: tuple[Heading, ...], path: Path, before: int, depth: int
    ) -> tuple[Block, ...]:
        """Return the blocks of headings of one level that follow `before` other blocks."""
        build = self._titled if depth < _POINTS else self._point
        return tuple(
            build(one, (*path, before + position), depth) for position, one in enumerate(headings)
        )

    def _point(self, heading: Heading, path: Path, depth: int) -> Block:
        """Return a point; its letter stands before the first words, the rest follows below."""
        said = self._said(heading) or [(BlockKind.PARAGRAPH, _question(heading))]
        (_, first), *rest = said
        self._note(first, (*path, "text"))
        return Block(text=first.text, content=self._placed(rest, (*path, "content")))

    def _placed(self, said: list[tuple[BlockKind, Passage]], path: Path) -> tuple[Block, ...]:
        for position, (_, passage) in enumerate(said):
            self._note(passage, (*path, position, "text"))
        return tuple(Block(kind=kind, text=passage.text) for kind, passage in said)

    def _note(self, passage: Passage, path: Path) -> None:
        self.printed += passage.at(path)
        if passage.source:
            self.typed.append(TypedText(path, passage.source))

    def _said(self, heading: Heading) -> list[tuple[BlockKind, Passage]]:
        """Return the paragraphs under a heading: sentences, lists, then the officer's words."""
        said: list[tuple[BlockKind, Passage]] = []
        whole = Passage()
        for sentence in heading.sentences:
            if passage := self.composer.compose(sentence):
                whole.add(passage)
        if whole.text:
            said.append((BlockKind.PARAGRAPH, whole))
        for kind in heading.lists:
            for head, lines in self.lists.lines(kind):
                said.append((BlockKind.PARAGRAPH, head))
                said += [(BlockKind.DASH, _ended(line, line is lines[-1])) for line in lines]
        said += [(BlockKind.PARAGRAPH, text) for text in self.texts.get(heading.id, [])]
        return said


def _ended(line: Passage, last: bool) -> Passage:
    line.say("." if last else ";")
    return line


def _question(heading: Heading) -> Passage:
    title = heading.title.lower() if heading.title.isupper() else heading.title
    return Passage(Gap.CONTENT.ask(title))
