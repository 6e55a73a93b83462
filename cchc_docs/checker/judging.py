"""The rules run on the components of a document, one outcome for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cchc_docs.checker.circumstances import Circumstances
from cchc_docs.checker.components import Components, Group, Instance
from cchc_docs.checker.facts import Facts
from cchc_docs.checker.measures import (
    OF_THE_PAGE,
    TOGETHER,
    is_measured,
    is_of_looks,
    measure,
    values_of_looks,
)
from cchc_docs.checker.measures.groups import SEQUENCES
from cchc_docs.checker.measures.sample import UNKNOWN, Sample
from cchc_docs.checker.outcomes import CheckResult, Hit, RuleOutcome, State
from cchc_docs.checker.places import found_text, hit
from cchc_docs.checker.scopes import tests_of
from cchc_docs.domain.rule_matching import matches, stands_in_lines
from cchc_docs.domain.rule_wording import wanted
from cchc_docs.model.allowed import Equals, Pattern
from cchc_docs.model.rule import Rule, RuleBook

_ABSENCE: Final = ("present", "page_field", "components_present")
"""Properties asked of a text that lacks the element, too."""

_NEED_PAGE: Final = "cần bản in của văn bản (LibreOffice) để đo trên trang giấy"
_NO_SETTING: Final = 'chưa biết tên phường được đặt theo gì (mục "settings" của quy tắc riêng)'
_NOT_SEEN: Final = "không nhận ra chỗ này trên bản in"
_TYPED: Final = "đầu đoạn gõ Tab hoặc dấu cách nên không đo được"
_NOT_READ: Final = "không đọc được giá trị này trong tệp"
_NOT_MEASURED: Final = "công cụ chưa đo được điều này"


def judge(book: RuleBook, components: Components, circumstances: Circumstances) -> CheckResult:
    """Run every rule on a document."""
    facts = Facts(components, circumstances)
    judges = (_Judge(rule, book, components, circumstances, facts) for rule in book.rules)
    picture = components.picture
    return CheckResult(
        components.first.type_name,
        tuple(one.outcome() for one in judges if one.level is not None),
        components.remarks,
        not (picture.is_protected or picture.is_signed or picture.has_macros),
    )


def not_measured(book: RuleBook) -> list[Rule]:
    """Return the rules whose property nothing here measures; they are never evaluated."""
    return [rule for rule in book.rules if not is_measured(rule.property)]


class _Judge:
    """One rule on one document."""

    def __init__(
        self,
        rule: Rule,
        book: RuleBook,
        components: Components,
        circumstances: Circumstances,
        facts: Facts,
    ) -> None:
        self.rule = rule
        self.book = book
        self.components = components
        self.circumstances = circumstances
        self.level = circumstances.house.level_of(rule)
        self.facts = facts
        self.scope = tests_of(rule)
        self.unread: str | None = None
        self.open: frozenset[Group] = frozenset()
        self.looks_at_values = rule.element == "document" or self.scope.value is not None

    def outcome(self) -> RuleOutcome:
        state, reason, hits = self._judged()
        house = self.circumstances.house
        change = house.changes.get(self.rule.id)
        waiver = house.waivers.get(self.rule.id)
        return RuleOutcome(
            self.rule,
            state,
            self.level or self.rule.level,
            wanted(self.rule, self.book) if hits else "",
            tuple(hits),
            reason,
            waiver or (change.reason if change else None),
            waived=waiver is not None,
        )

    def _judged(self) -> tuple[State, str | None, Sequence[Hit]]:
        self.open, unknown = self.facts.meeting(self.rule.when)
        if unknown:
            title = self.book.conditions[unknown.name].title
            self.unread = f"chưa biết {title} hay không"
        absent = not self.components.of(self.rule.element) and self.rule.property not in _ABSENCE
        if not self.open or absent:
            return self._nothing_wrong(judged=False)
        looks = self._values_of_looks()
        if looks and self.scope.value and not any(map(self._is_in_scope, looks)):
            return self._nothing_wrong(judged=False)
        right = all(matches(self.rule.allowed, one) for one in looks) if looks else False
        if (right or self._stands_nowhere()) and self._looks_somewhere():
            return State.PASSED, None, ()
        judged = False
        hits = []
        wrong: dict[Any, str | None] = {}  # what is told of each value, None of a right one
        for sample, instance in self._samples():
            value = sample.value
            if value is UNKNOWN:
                self.unread = self.unread or self._why_unread()
                continue
            key = repr(value) if isinstance(value, list) else (type(value), value)
            if key not in wrong:
                right = matches(self.rule.allowed, value)
                wrong[key] = None if right else found_text(value, self.rule, self.book)
            found = wrong[key]
            if found is None:
                judged = True
            else:
                hits.append(hit(sample, instance, found, self.book))
        return (State.FAILED, None, hits) if hits else self._nothing_wrong(judged=judged)

    def _nothing_wrong(self, *, judged: bool) -> tuple[State, str | None, Sequence[Hit]]:
        if self.unread:
            return State.NOT_EVALUATED, self.unread, ()
        return (State.PASSED if judged else State.NOT_APPLICABLE), None, ()

    def _stands_nowhere(self) -> bool:
        """Tell whether a pattern that must not be found is in none of many texts put together.

        One search in a page of text takes the time of one in a line.
        """
        allowed = self.rule.allowed
        if not isinstance(allowed, Pattern) or not allowed.forbids:
            return False
        if self.rule.property not in ("text", "rule_kind"):
            return False
        pages = self.facts.pages(self.rule.element)
        return bool(pages) and not any(stands_in_lines(allowed, page) for page in pages)

    def _values_of_looks(self) -> list[object]:
        """Return what all looks of letters or paragraphs give, in scope or not.

        None are given where looks alone do not decide, or the segmenter has told better.
        """
        name, element = self.rule.property, self.rule.element
        if not is_of_looks(name) or any(name in one.facts for one in self.components.of(element)):
            return []
        values = values_of_looks(name, *self.facts.looks(element))
        return [] if UNKNOWN in values else values

    def _looks_somewhere(self) -> bool:
        """Tell whether anything in scope is measured."""
        if self.scope.place:
            return False  # it looks at all instances together
        instances = (one for _, found in self._groups() for one in found)
        return any(True for one in instances if self._applies(one) for _ in self._values(one))

    def _why_unread(self) -> str:
        name = self.rule.property
        if name in OF_THE_PAGE:
            return self._why_not_on_page()
        if "first_line_indent" in name:
            return _TYPED
        return _NOT_READ if is_measured(name) else _NOT_MEASURED

    def _samples(self) -> Iterator[tuple[Sample, Instance]]:
        """Yield what is measured at every instance in scope, group by group."""
        groups = [
            (group, instances, [one for one in instances if self._applies(one)])
            for group, instances in self._groups()
        ]
        whole = sum(len(left) for _, _, left in groups)
        for group, instances, left in groups:
            if not instances and self.rule.property in _ABSENCE:
                known = {self.rule.property: False, **self.facts.pages_of(group)}
                absent = Instance(self.rule.element, group, facts=known)
                left = [absent] if self._applies(absent) else []
            chosen = self._chosen(left, whole if group.kind == "annex" else len(left))
            if not chosen:
                continue
            together = self._together()
            if together:
                for sample in together(chosen, self.components):
                    yield sample, chosen[0]
                continue
            for instance in chosen:
                for sample in self._values(instance):
                    yield sample, instance

    def _groups(self) -> Iterator[tuple[Group, list[Instance]]]:
        """Yield the texts of the file with their instances of the element; none of foreign ones."""
        have = set()
        for group, instances in self.facts.by_group(self.rule.element):
            if group in self.open:
                have.add(group)
                yield group, instances
        if self.rule.property not in _ABSENCE:
            return
        for group in self.components.groups:
            if group in self.open - have and group.kind == _home(self.rule.element):
                yield group, []

    def _together(self) -> Any:
        if self.rule.property == "sequence" and isinstance(self.rule.allowed, Equals):
            return SEQUENCES.get(str(self.rule.allowed.equals))
        return TOGETHER.get(self.rule.property)

    def _values(self, instance: Instance) -> Iterable[Sample]:
        """Return what is measured at an instance and lies in scope."""
        samples = self._measured(instance)
        if self.looks_at_values:
            return (one for one in samples if self._holds_for(one, instance))
        return samples

    def _measured(self, instance: Instance) -> Iterable[Sample]:
        printed = (self.circumstances.printed or {}).get(instance, {})
        if self.rule.property in printed:
            paragraph = instance.paragraphs[0] if instance.paragraphs else None
            return [Sample(printed[self.rule.property], paragraph)]
        return measure(self.rule.property, instance, self.components)

    def _applies(self, instance: Instance) -> bool:
        """Tell whether an instance is in scope, as far as its own facts say."""
        if instance.element == "document":
            return self._may_apply(instance)  # its runs are looked at one by one
        if self.scope.facts is None:
            return True
        answer = self.scope.facts(self.facts.of(instance))
        if answer is None:
            self.unread = self.unread or self._why_out(instance)
        return answer is True

    def _may_apply(self, instance: Instance) -> bool:
        """Tell whether the scope leaves anything in this type of document."""
        test = self.scope.facts
        return test is None or test(self.facts.of_document(instance)) is not False

    def _why_out(self, instance: Instance) -> str:
        scope = self.rule.scope
        if OF_THE_PAGE & scope.where.keys():
            return self._why_not_on_page()
        return _NO_SETTING if scope.setting else _NOT_READ

    def _why_not_on_page(self) -> str:
        return _NEED_PAGE if self.circumstances.printed is None else _NOT_SEEN

    def _chosen(self, left: list[Instance], count: int) -> list[Instance]:
        """Return the instances that position and count pick among those in scope.

        `count` is how many there are: annexes are counted over the whole file.
        """
        test = self.scope.place
        if test is None:
            return left
        many = "one" if count == 1 else "many"
        last = len(left) - 1
        return [
            one
            for place, one in enumerate(left)
            if test({"position": _position(place, last), "count": many}) is True
        ]

    def _is_in_scope(self, value: object) -> bool:
        return self.scope.value is None or self.scope.value({"value": value}) is True

    def _holds_for(self, sample: Sample, instance: Instance) -> bool:
        """Tell whether a single value, or a single run of the file, is in scope."""
        if not self._is_in_scope(sample.value):
            return False
        test = self.scope.facts
        if instance.element != "document" or sample.run is None or test is None:
            return True
        place = instance.facts.get("element_of", {}).get(sample.paragraph, "text")
        return test({"text": sample.run.text, "elements": (place,)}) is True


def _position(place: int, last: int) -> str:
    if last == 0:
        return "only"
    return "first" if place == 0 else "last" if place == last else "middle"


def _home(element: str) -> str:
    """Return the kind of text that must have an element: the main one, or an annex."""
    return "annex" if element in ("kem_theo", "phu_luc_label", "phu_luc_title") else "main"
