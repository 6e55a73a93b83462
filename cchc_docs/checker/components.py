"""What the rules speak of: the components of a document, found in its picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from cchc_docs.layout.lazily import lazily
from cchc_docs.layout.picture import Paragraph, Picture, Run, Section, Table


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A text of its own inside the file: the main text, one annex, a text issued by a decision.

    `kind` is ``main``, ``annex``, ``issued`` or ``foreign`` (a party paper: told, never judged).
    `name` says in Vietnamese which one it is: ``văn bản``, ``Phụ lục II``.
    """

    kind: str
    name: str
    number: int = 0


class Beside(NamedTuple):
    """What stands on one side of an instance in the same cell, box or page.

    `paragraph` is the one right there, `element` the innermost element of the next that shows
    letters; None at an end.
    """

    paragraph: Paragraph | None = None
    element: str | None = None


NOTHING: Final = Beside()
"""Nothing stands there, or nobody looked."""


@dataclass(eq=False)  # frozen ones take three times as long to make
class Instance:
    """One place a rule can judge: a component, a paragraph of the body, a section, a table.

    `element` is its name in the rules (``quoc_hieu``); `within` the elements it lies in, outermost
    first (``phu_luc``, ``table``). `paragraphs` are its paragraphs in reading order. `facts` are
    other properties the segmenter knows by the names the rules use (``column``: ``left``;
    ``line_below``: True); a property that is not there was not looked at. `before` and `after` tell
    what stands right beside it.
    """

    element: str
    group: Group
    paragraphs: tuple[Paragraph, ...] = ()
    within: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    section: Section | None = None
    table: Table | None = None
    before: Beside = NOTHING
    after: Beside = NOTHING

    @lazily
    def shown_runs(self) -> tuple[tuple[Paragraph, Run], ...]:
        """The runs that show letters, each with its paragraph."""
        return tuple([(one, run) for one in self.paragraphs for run in one.shown_runs])

    @lazily
    def text(self) -> str:
        """The text rules read; the paragraphs of a component are joined by a line break."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].text
        joint = " " if self.element == "kem_theo" else "\n"
        return joint.join([one.text for one in self.paragraphs if one.text])


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What one document of a file says of itself; its annexes and the text it issues belong to it.

    `type_name` is the printed type (``Kế hoạch``; ``Công văn`` for a letter; None unknown),
    `type_code` its code (``KH``). `conditions` are the conditions of the rules it decides: True or
    False; one that is not there cannot be told from the file.
    """

    type_name: str | None = None
    type_code: str | None = None
    conditions: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """Everything found in a file.

    `documents` holds what is known of the document each group belongs to; foreign groups have
    none. `instances` holds every instance by element, in reading order. `remarks` are sentences in
    Vietnamese on what was not understood (two documents in one file, a party paper).
    """

    picture: Picture
    documents: Mapping[Group, Document | None]
    instances: Mapping[str, tuple[Instance, ...]]
    remarks: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The texts of the file in their order."""
        return tuple(self.documents)

    @property
    def first(self) -> Document:
        """The first document that is judged; one that says nothing where there is none."""
        return next((one for one in self.documents.values() if one), Document())

    def document_of(self, instance: Instance) -> Document:
        """Return the document an instance belongs to."""
        return self.documents.get(instance.group) or Document()

    def of(self, element: str) -> tuple[Instance, ...]:
        """Return the instances of an element, none where it is absent."""
        return self.instances.get(element, ())

    def __iter__(self) -> Iterator[Instance]:
        for found in self.instances.values():
            yield from found
