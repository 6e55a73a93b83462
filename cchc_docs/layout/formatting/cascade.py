"""The effective formatting of paragraphs and runs (ECMA-376-1, 17.7.2 and 17.7.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from cchc_docs.layout.formatting.look import Look
from cchc_docs.layout.formatting.properties import (
    TOGGLES,
    Flat,
    paragraph_properties,
    run_properties,
)
from cchc_docs.layout.formatting.settings import setting
from cchc_docs.layout.formatting.styles import LEVEL, SIZED_BY, Layers, Styles
from cchc_docs.layout.formatting.tables import NO_TABLE, TableLevel, TableLook
from cchc_docs.layout.looks import Setting
from cchc_docs.layout.numbering import Level
from cchc_docs.layout.wordml import VAL, Element, Properties, W, children, said

_STYLE_NAMED: Final = W + "pStyle"
_CHARACTER_STYLE: Final = W + "rStyle"
_MARK: Final = W + "rPr"
_OVERRIDE: Final = "overrideTableStyleFontSizeAndJustification"
_YIELDING_SIZES: Final = (11.0, 12.0)

_Key = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Start:
    """What the runs of a paragraph start from; one for each style in each kind of place.

    `flat` is all that is said below the run; `levels` what each level says, for toggles.
    """

    flat: Flat
    levels: tuple[Flat, Flat]
    looks: dict[object, Look] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class ParagraphLook:
    """How a paragraph is set, the name of its style, its list level, what its runs start from."""

    setting: Setting
    style: str
    level: Level | None
    start: Start


@dataclass(frozen=True, eq=False)
class _Base:
    """A paragraph style in one kind of place, before the paragraph's own properties."""

    layers: Layers
    flat: Flat
    plain: ParagraphLook


class Cascade:
    """Computes the formatting of one document; what was computed once is kept."""

    def __init__(self, styles: Styles, settings: Element | None) -> None:
        self._styles = styles
        self._theme = styles.theme
        self._size_overrides = _overrides_table_size(settings)
        self._toggled = {name: bool(styles.default_run.get(name)) for name in TOGGLES}
        self._bases: dict[tuple[str, TableLevel], _Base] = {}
        self._paragraphs: dict[tuple[TableLevel, _Key], ParagraphLook] = {}
        self._table_levels: dict[object, TableLevel] = {}

    def table(self, table: Element) -> TableLook:
        """Return what the style of a table says in its places."""
        return TableLook(self._styles, table, self._table_levels)

    def paragraph(self, ppr: Iterable[Element], place: TableLevel = NO_TABLE) -> ParagraphLook:
        """Return the formatting of a paragraph with these properties in a kind of place."""
        key = (place, _paragraph_key(ppr))
        look = self._paragraphs.get(key)
        if look is None:
            look = self._paragraphs[key] = self._paragraph(children(ppr), place)
        return look

    def _paragraph(self, ppr: Properties, place: TableLevel) -> ParagraphLook:
        base = self._base(self._styles.paragraph_style(said(ppr, _STYLE_NAMED)), place)
        own = paragraph_properties(ppr, self._theme)
        if not own:
            return base.plain
        if "numId" in own or "ilvl" in own:
            layers = self._styles.with_layer(base.layers, ppr)
            flat = self._merged(place, layers)
        else:
            flat = base.flat | own
        return self._paragraph_look(flat, base.plain.style, base.plain.start)

    def look(self, start: Start, rpr: Iterable[Element]) -> Look:
        """Return how a run with these properties looks."""
        key = _key(rpr)
        look = start.looks.get(key)
        if look is None:
            known = children(rpr)
            look = start.looks[key] = self._look(start, known, run_properties(known, self._theme))
        return look

    def label_look(self, start: Start, mark: Iterable[Element], level: Level) -> Look:
        """Return how a list label looks: as the paragraph mark, but for what its level says."""
        key = (level, _key(mark))
        look = start.looks.get(key)
        if look is None:
            of_level = run_properties(children(level.element.find(W + "rPr")), self._theme)
            known = children(mark)
            direct = run_properties(known, self._theme) | of_level
            look = start.looks[key] = self._look(start, known, direct)
        return look

    def _look(self, start: Start, rpr: Properties, direct: Flat) -> Look:
        style = said(rpr, _CHARACTER_STYLE)
        of_style = self._styles.level(style, "character").run if style else {}
        flat = start.flat | of_style | direct
        for name, default in self._toggled.items():
            if name not in direct:
                stated = (level.get(name, default) for level in (*start.levels, of_style))
                flips = sum(on != default for on in stated)
                flat[name] = default ^ (flips % 2 == 1)
        return Look(flat)

    def _base(self, style: str, place: TableLevel) -> _Base:
        base = self._bases.get((style, place))
        if base is None:
            level = self._styles.level(style, "paragraph")
            run = self._yielding(level.run, place.run)
            start = Start(self._styles.default_run | place.run | run, (place.run, run))
            flat = self._merged(place, level.layers)
            plain = self._paragraph_look(flat, self._styles.name(style), start)
            base = self._bases[style, place] = _Base(level.layers, flat, plain)
        return base

    def _merged(self, place: TableLevel, layers: Layers) -> Flat:
        return self._styles.default_paragraph | place.paragraph | layers.merged

    def _yielding(self, run: Flat, table: Flat) -> Flat:
        """Word before 2010 lets 11 or 12 points of the default style give way to the table's.

        [MS-DOCX] 2.5.1, compatSetting overrideTableStyleFontSizeAndJustification.
        """
        is_default = run.get(SIZED_BY) == self._styles.default
        if self._size_overrides or "sz" not in table or not is_default:
            return run
        if run.get("sz") not in _YIELDING_SIZES:
            return run
        return {key: said for key, said in run.items() if key != "sz"}

    @staticmethod
    def _paragraph_look(flat: Flat, style: str, start: Start) -> ParagraphLook:
        return ParagraphLook(setting(flat, start.flat.get("sz")), style, flat.get(LEVEL), start)


def _key(properties: Iterable[Element]) -> _Key:
    """Equal properties have equal keys: every name and value in them, in their order."""
    return tuple([(one.tag, *one.items()) for one in properties])


def _paragraph_key(ppr: Iterable[Element]) -> _Key:
    """The same for those of a paragraph but for its mark: lists and borders are told inside."""
    return tuple(
        [
            (name, *one.items(), *_key(one)) if len(one) else (name, *one.items())
            for one in ppr
            if (name := one.tag) != _MARK
        ]
    )


def _overrides_table_size(settings: Element | None) -> bool:
    known = () if settings is None else settings.iter(W + "compatSetting")
    found = [one.get(VAL) for one in known if one.get(W + "name") == _OVERRIDE]
    return bool(found) and found[-1] in ("1", "true")
