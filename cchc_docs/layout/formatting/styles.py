"""Styles with those they are based on: the levels between a document's defaults and the direct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Final

from cchc_docs.layout.formatting.properties import Flat, paragraph_properties, run_properties
from cchc_docs.layout.formatting.theme import Theme
from cchc_docs.layout.numbering import Numbering
from cchc_docs.layout.wordml import Element, Properties, W, child_value, children, is_on, value

_DEEPEST: Final = 100  # real chains have under ten; a hostile one must not cost its square

SIZED_BY: Final = "sz.by"
LEVEL: Final = "level"
"""Keys we add: the style that gave the size, the list level (`Level`) of a paragraph."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The cascade of a paragraph so far: a list level with what lies below and above it."""

    below: Flat = field(default_factory=dict)
    level: Flat = field(default_factory=dict)
    above: Flat = field(default_factory=dict)

    @property
    def merged(self) -> Flat:
        """All that is said, the higher over the lower."""
        return self.below | self.level | self.above


@dataclass(frozen=True, slots=True)
class StyleLevel:
    """All a style says together with its bases, of paragraphs and of letters."""

    layers: Layers = field(default_factory=Layers)
    run: Flat = field(default_factory=dict)


class Styles:
    """The styles of a document; without a part for them, or for its lists, there are none."""

    def __init__(self, root: Element | None, numbering: Element | None, theme: Theme) -> None:
        self.theme = theme
        known = () if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId"): style for style in known}
        self.numbering = Numbering(numbering, partial(_style_number, self._styles))
        defaults = [style for style in known if _kind(style) == "paragraph" and _is_default(style)]
        self.default = defaults[-1].get(W + "styleId", "") if defaults else "Normal"
        said = None if root is None else root.find(W + "docDefaults")
        self.default_paragraph = paragraph_properties(_found(said, "pPr"), theme)
        self.default_run = run_properties(_found(said, "rPr"), theme)
        self._levels: dict[tuple[str, str], StyleLevel] = {}

    def paragraph_style(self, identifier: str | None) -> str:
        """Return the style a paragraph has: a missing one, or another kind's, counts as none."""
        style = self._styles.get(identifier)
        return (
            identifier or "" if style is not None and _kind(style) == "paragraph" else self.default
        )

    def name(self, identifier: str) -> str:
        """Return the name of a style; its identifier where it has none."""
        return child_value(self._styles.get(identifier), "name") or identifier

    def level(self, identifier: str, kind: str) -> StyleLevel:
        """Return what a ``paragraph`` or ``character`` style says; nothing if it is missing."""
        level = StyleLevel()
        waiting = []
        for style in self._bases(identifier, kind):
            if (known := self._levels.get((style.get(W + "styleId"), kind))) is not None:
                level = known
                break
            waiting.append(style)
        for style in reversed(waiting):
            level = self._levels[style.get(W + "styleId"), kind] = self._based(level, style)
        return level

    def _based(self, base: StyleLevel, style: Element) -> StyleLevel:
        identifier = style.get(W + "styleId")
        layers = self.with_layer(base.layers, children(style.find(W + "pPr")), identifier)
        own = run_properties(children(style.find(W + "rPr")), self.theme)
        if "sz" in own:
            own[SIZED_BY] = identifier
        return StyleLevel(layers, base.run | own)

    def chain(self, identifier: str | None, kind: str) -> list[Element]:
        """Return a style after those it is based on; a loop or another kind ends it."""
        return list(islice(self._bases(identifier, kind), _DEEPEST))[::-1]

    def _bases(self, identifier: str | None, kind: str) -> Iterator[Element]:
        """Yield a style and those it is based on, the root last."""
        seen: set[str | None] = set()
        style = self._styles.get(identifier)
        while style is not None and identifier not in seen and _kind(style) == kind:
            seen.add(identifier)
            yield style
            identifier = child_value(style, "basedOn")
            style = self._styles.get(identifier)

    def with_layer(self, layers: Layers, ppr: Properties, style: str | None = None) -> Layers:
        """Return layers with one more on top.

        If it speaks of a list, the list level comes right beneath it, in the place of any other:
        so the indents of a style that names its own list win over the level's (17.9.23).
        """
        own = paragraph_properties(ppr, self.theme)
        if "numId" not in own and "ilvl" not in own:
            return Layers(layers.below, layers.level, layers.above | own) if own else layers
        below = layers.below | layers.above
        known = below | own
        level = self.numbering.level(known.get("numId", ""), known.get("ilvl"), style)
        if level is None:
            return Layers(below, {}, own)
        said = paragraph_properties(children(level.element.find(W + "pPr")), self.theme)
        return Layers(below, said | {LEVEL: level}, own)


def _style_number(styles: Mapping[str, Element], identifier: str) -> str | None:
    style = styles.get(identifier)
    numbers = None if style is None else style.find(f"{W}pPr/{W}numPr/{W}numId")
    return value(numbers)


def _kind(style: Element) -> str:
    kind: str = style.get(W + "type", "paragraph")
    return kind


def _is_default(style: Element) -> bool:
    marked = style.get(W + "default")
    return marked is not None and is_on(marked)


def _found(defaults: Element | None, name: str) -> Properties:
    return children(None if defaults is None else defaults.find(f"{W}{name}Default/{W}{name}"))
