"""What is known of the instances of a document, put together once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from cchc_docs.checker.circumstances import Circumstances, unmet
from cchc_docs.checker.components import Beside, Components, Group, Instance
from cchc_docs.checker.measures import Looks, looks_of
from cchc_docs.checker.measures.pages import orientation
from cchc_docs.model.rule import Condition

_PAGE: Final = 4000
"""Letters that are searched together."""


_IS_BODY: Final[dict[str | None, str]] = dict.fromkeys(("dieu", "khoan", "diem"), "body")
"""Innermost elements that are paragraphs of the body, too."""


class Facts:
    """The facts of instances that scopes ask for, the instances by text, and their words.

    `settings` are the facts of the ward that are known, by name.
    """

    def __init__(self, components: Components, circumstances: Circumstances) -> None:
        settings = circumstances.house.settings
        self.components = components
        self.circumstances = circumstances
        self.settings = {name: str(one) for name, one in settings if one is not None}
        self._meeting: dict[tuple[Condition, ...], tuple[frozenset[Group], Condition | None]] = {}
        self._pages: dict[str, list[str]] = {}
        self._looks: dict[str, Looks] = {}
        self._groups: dict[str, list[tuple[Group, list[Instance]]]] = {}
        self._given = _Given(components, circumstances.printed or {})
        self._known: dict[Instance, _Known] = {}

    def meeting(self, when: tuple[Condition, ...]) -> tuple[frozenset[Group], Condition | None]:
        """Return the texts whose document meets conditions, and a condition that nobody can tell.

        The condition is None where all can be told of every document.
        """
        if when not in self._meeting:
            documents = self.components.documents
            told = {
                one: unmet(when, one, self.circumstances)
                for one in documents.values()
                if one is not None
            }
            groups = frozenset(
                group for group, one in documents.items() if one and told[one] is False
            )
            unknown = next((one for one in told.values() if isinstance(one, Condition)), None)
            self._meeting[when] = groups, unknown
        return self._meeting[when]

    def of(self, instance: Instance) -> Mapping[str, Any]:
        """Return the facts of an instance; each is put together when it is first asked for."""
        known = self._known.get(instance)
        if known is None:
            known = self._known[instance] = _Known(self._given, instance)
        return known

    def of_document(self, instance: Instance) -> Mapping[str, Any]:
        """Return what is known of the document an instance belongs to."""
        return {"type": _type_of(self._given, instance)}

    def by_group(self, element: str) -> list[tuple[Group, list[Instance]]]:
        """Return the instances of an element by the text they are in; none of foreign texts.

        Mentions of one cited document are a group of their own.
        """
        if element not in self._groups:
            found: dict[tuple[Group, Any], list[Instance]] = {}
            for instance in self.components.of(element):
                if instance.group.kind == "foreign":
                    continue
                cited = instance.facts.get("parent") if element == "vien_dan" else None
                found.setdefault((instance.group, cited), []).append(instance)
            self._groups[element] = [(group, one) for (group, _), one in found.items()]
        return self._groups[element]

    def pages_of(self, group: Group) -> Mapping[str, int]:
        """Return how many pages a text takes in print, by the name rules use; none if not known."""
        for page in self.components.of("page"):
            if page.group is group and "pages" in self._given.printed.get(page, {}):
                return {"pages": self._given.printed[page]["pages"]}
        return {}

    def looks(self, element: str) -> Looks:
        """Return the different looks of the letters and the paragraphs that are judged."""
        if element not in self._looks:
            groups = self.by_group(element)
            paragraphs = [one for _, found in groups for each in found for one in each.paragraphs]
            self._looks[element] = looks_of(paragraphs)
        return self._looks[element]

    def pages(self, element: str) -> list[str]:
        """Return the texts of all judged instances, one a line, some thousand letters each."""
        if element not in self._pages:
            pages: list[str] = []
            lines: list[str] = []
            letters = 0
            for instance in self.components.of(element):
                if instance.group.kind == "foreign":
                    continue
                lines.append(instance.text)
                letters += len(lines[-1])
                if letters > _PAGE:
                    pages.append("\n".join(lines))
                    lines, letters = [], 0
            self._pages[element] = [*pages, *(["\n".join(lines)] if lines else [])]
        return self._pages[element]


class _Given(NamedTuple):
    """What facts are read from; apart from `Facts`, which holds them."""

    components: Components
    printed: Mapping[Instance, Mapping[str, Any]]


class _Known(dict[str, Any]):
    """The facts of one instance by the names scopes use."""

    def __init__(self, given: _Given, instance: Instance) -> None:
        self._given = given
        self._instance = instance

    def __missing__(self, name: str) -> Any:
        value = self[name] = _READERS[name](self._given, self._instance)
        return value


def _type_of(given: _Given, instance: Instance) -> str:
    """The printed type of an instance's document, blank where it is not known."""
    return given.components.document_of(instance).type_name or ""


def _text_before(_: _Given, instance: Instance) -> str:
    before = instance.before.paragraph
    return before.text if before else ""


def _element(beside: Beside) -> str | None:
    return _IS_BODY.get(beside.element, beside.element)


def _where(given: _Given, instance: Instance) -> Mapping[str, Any]:
    """What is known of an instance by the names of properties."""
    told = {**instance.facts, **given.printed.get(instance, {})}
    if instance.section is not None:
        told["orientation"] = orientation(instance.section)
    if instance.paragraphs:
        told["line_rule"] = str(instance.paragraphs[0].setting.line_rule)
    return told


_READERS: Final[Mapping[str, Callable[[_Given, Instance], Any]]] = {
    "text": lambda _, instance: instance.text,
    "prev_text": _text_before,
    "elements": lambda _, instance: (instance.element, *instance.within),
    "prev_element": lambda _, instance: _element(instance.before),
    "next_element": lambda _, instance: _element(instance.after),
    "type": _type_of,
    "where": _where,
}
