"""What a rule looks at in one document: the places in scope and what is measured there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, Final

from cchc_docs.checker.components import Group, Instance
from cchc_docs.checker.facts import Facts
from cchc_docs.checker.measures import (
    OF_THE_PAGE,
    TOGETHER,
    has_look,
    is_measured,
    is_of_looks,
    measure,
    values_of_looks,
)
from cchc_docs.checker.measures.groups import SEQUENCES
from cchc_docs.checker.measures.sample import Sample
from cchc_docs.checker.scopes import tests_of
from cchc_docs.model.allowed import Equals
from cchc_docs.model.rule import Rule

ABSENCE: Final = ("present", "page_field", "components_present")
"""Properties asked of a text that lacks the element, too."""

_NEED_PAGE: Final = "cần bản in của văn bản (LibreOffice) để đo trên trang giấy"
_NO_SETTING: Final = 'chưa biết tên phường được đặt theo gì (mục "settings" của quy tắc riêng)'
_NOT_SEEN: Final = "không nhận ra chỗ này trên bản in"
_TYPED: Final = "đầu đoạn gõ Tab hoặc dấu cách nên không đo được"
_NOT_READ: Final = "không đọc được giá trị này trong tệp"
_NOT_MEASURED: Final = "công cụ chưa đo được điều này"


class Sampler:
    """Takes the samples of one rule from one document.

    `texts` are those the rule is for. `unread` becomes the reason, in Vietnamese, why a place
    could not be judged. `doubtful` are looks that may be wrong: what has none of them is right and
    passed over; None looks at everything.
    """

    def __init__(self, rule: Rule, facts: Facts, texts: Set[Group], unread: str | None) -> None:
        self.unread = unread
        self.doubtful: Set[Hashable] | None = None
        self.scope = tests_of(rule)
        self._rule = rule
        self._facts = facts
        self._texts = texts
        self._components = facts.components
        self._printed = facts.circumstances.printed
        self._looks_at_values = rule.element == "document" or self.scope.value is not None

    def is_for_ward(self) -> bool:
        """Tell whether the ward is one the rule is for; unread where something hangs on that."""
        if self.scope.ward is None:
            return True
        answer = self.scope.ward({"setting": self._facts.settings})
        if answer is None and any(self._applies(one) for one in self._instances()):
            self.unread = self.unread or _NO_SETTING
        return answer is True

    def values_of_looks(self) -> Mapping[Hashable, list[object]]:
        """Return what all looks of letters or paragraphs give, in scope or not.

        None are given where looks alone do not decide, or the segmenter has told better.
        """
        name, element = self._rule.property, self._rule.element
        if not is_of_looks(name) or any(name in one.facts for one in self._components.of(element)):
            return {}
        return values_of_looks(name, self._facts.looks(element))

    def is_in_scope(self, value: object) -> bool:
        """Tell whether a measured value is one the rule speaks of."""
        return self.scope.value is None or self.scope.value({"value": value}) is True

    def measures_anything(self) -> bool:
        """Tell whether there is a value in scope, be it right or wrong."""
        self.doubtful = None
        measured = (self._values(one) for one in self._instances() if self._applies(one))
        return any(True for values in measured for _ in values)

    def samples(self) -> Iterator[tuple[Sample, Instance]]:
        """Yield what is measured at every instance in scope, group by group."""
        groups = [(group, instances, self._left(instances)) for group, instances in self._groups()]
        whole = sum(len(left) for _, _, left in groups)
        for group, instances, left in groups:
            if not instances and self._rule.property in ABSENCE:
                known = {self._rule.property: False, **self._facts.pages_of(group)}
                absent = Instance(self._rule.element, group, facts=known)
                left = [absent] if self._applies(absent) else []
            chosen = self._chosen(left, whole if group.kind == "annex" else len(left))
            if not chosen:
                continue
            together = self._together()
            if together:
                for sample in together(chosen, self._components):
                    yield sample, chosen[0]
                continue
            for instance in chosen:
                for sample in self._values(instance):
                    yield sample, instance

    def leave_unread(self) -> None:
        """Take down that a place in scope gives no value."""
        self.unread = self.unread or self._why_unread()

    def _left(self, instances: list[Instance]) -> list[Instance]:
        """Return the instances in scope, without those that cannot be wrong."""
        left = [one for one in instances if self._applies(one)]
        return [one for one in left if self._in_doubt(one)] if self.doubtful is not None else left

    def _instances(self) -> Iterator[Instance]:
        return (one for _, instances in self._groups() for one in instances)

    def _groups(self) -> Iterator[tuple[Group, list[Instance]]]:
        """Yield the texts of the file with their instances of the element; none of foreign ones."""
        have = set()
        for group, instances in self._facts.by_group(self._rule.element):
            if group in self._texts:
                have.add(group)
                yield group, instances
        if self._rule.property not in ABSENCE:
            return
        for group in self._components.groups:
            if group in self._texts - have and group.kind == _home(self._rule.element):
                yield group, []

    def _together(self) -> Any:
        if self._rule.property == "sequence" and isinstance(self._rule.allowed, Equals):
            return SEQUENCES.get(str(self._rule.allowed.equals))
        return TOGETHER.get(self._rule.property)

    def _values(self, instance: Instance) -> Iterable[Sample]:
        """Return what is measured at an instance and lies in scope."""
        samples = self._measured(instance)
        if self._looks_at_values:
            return (one for one in samples if self._holds_for(one, instance))
        return samples

    def _in_doubt(self, instance: Instance) -> bool:
        """Tell whether an instance has looks that may be wrong."""
        name, doubtful = self._rule.property, self.doubtful or ()
        return any(has_look(name, one, doubtful) for one in instance.paragraphs)

    def _measured(self, instance: Instance) -> Iterable[Sample]:
        printed = (self._printed or {}).get(instance, {})
        if self._rule.property in printed:
            paragraph = instance.paragraphs[0] if instance.paragraphs else None
            return [Sample(printed[self._rule.property], paragraph)]
        if self.doubtful is not None and instance.element == "document":
            instance = self._without_right_looks(instance)
        return measure(self._rule.property, instance, self._components)

    def _without_right_looks(self, instance: Instance) -> Instance:
        """Leave out paragraphs whose letters are right: those of a file are judged one by one."""
        name, doubtful = self._rule.property, self.doubtful or ()
        left = [one for one in instance.paragraphs if has_look(name, one, doubtful)]
        return replace(instance, paragraphs=tuple(left))

    def _applies(self, instance: Instance) -> bool:
        """Tell whether an instance is in scope, as far as its own facts say."""
        if instance.element == "document":
            return self._may_apply(instance)  # its runs are looked at one by one
        if self.scope.facts is None:
            return True
        answer = self.scope.facts(self._facts.of(instance))
        if answer is None:
            on_page = OF_THE_PAGE & self._rule.scope.where.keys()
            self.unread = self.unread or (self._why_not_on_page() if on_page else _NOT_READ)
        return answer is True

    def _may_apply(self, instance: Instance) -> bool:
        """Tell whether the scope leaves anything in this type of document."""
        test = self.scope.facts
        return test is None or test(self._facts.of_document(instance)) is not False

    def _chosen(self, left: list[Instance], count: int) -> list[Instance]:
        """Return the instances that position and count pick among those in scope.

        `count` is how many there are: annexes are counted over the whole file.
        """
        test = self.scope.place
        if test is None:
            return left
        many = "one" if count == 1 else "many"
        positions = _positions(len(left))
        meets = {at: test({"position": at, "count": many}) is True for at in set(positions)}
        return [one for one, at in zip(left, positions, strict=True) if meets[at]]

    def _holds_for(self, sample: Sample, instance: Instance) -> bool:
        """Tell whether a single value, or a single run of the file, is in scope."""
        if not self.is_in_scope(sample.value):
            return False
        test = self.scope.facts
        if instance.element != "document" or sample.run is None or test is None:
            return True
        place = instance.facts.get("element_of", {}).get(sample.paragraph, "text")
        return test({"text": sample.run.text, "elements": (place,)}) is True

    def _why_unread(self) -> str:
        name = self._rule.property
        if name in OF_THE_PAGE:
            return self._why_not_on_page()
        if "first_line_indent" in name:
            return _TYPED
        return _NOT_READ if is_measured(name) else _NOT_MEASURED

    def _why_not_on_page(self) -> str:
        return _NEED_PAGE if self._printed is None else _NOT_SEEN


def _positions(count: int) -> list[str]:
    return ["only"] if count == 1 else ["first", *["middle"] * (count - 2), "last"][:count]


def _home(element: str) -> str:
    """Return the kind of text that must have an element: the main one, or an annex."""
    return "annex" if element in ("kem_theo", "phu_luc_label", "phu_luc_title") else "main"
