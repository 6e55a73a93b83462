"""The inside of a paragraph: its words with their formatting, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, NamedTuple

from lxml import etree

from cchc_docs.ooxml.revisions import Change, Element, Revisions, word

_RUN: Final = word("r")
_RUN_PROPERTIES: Final = word("rPr")
_PROPERTIES: Final = word("pPr")
_TEXT: Final = word("t")
_COMMENT: Final = word("commentReference")
_RANGE: Final = (word("commentRangeStart"), word("commentRangeEnd"))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final = {
    word("br"): "\n",
    word("cr"): "\n",
    word("tab"): "\t",
    word("noBreakHyphen"): "\u2011",
    word("softHyphen"): "\u00ad",
}
_OPPOSITE: Final = {Change.DELETED: Change.INSERTED, Change.INSERTED: Change.DELETED}
_TOKEN: Final = re.compile(r"\w+|\s|[^\w\s]")


class _Item(NamedTuple):
    """One word, blank or sign; without text, something that is carried along uncompared.

    `content` is the child of the run, None for plain text; `properties` are those of the run.
    An uncompared item that is no run has `loose` set, and stands in the paragraph itself.
    """

    text: str
    content: Element | None
    properties: Element | None
    loose: bool = False


def text_of(paragraph: Element) -> str:
    """Return the compared text of a paragraph; a line break is a newline."""
    return "".join(
        _text(child) if child.tag == _TEXT else _SIGNS.get(child.tag, "")
        for run in paragraph.iterchildren(_RUN)
        for child in run
    )


def merge(
    old: Element,
    new: Element,
    revisions: Revisions,
    *,
    first: Change | None = None,
    last: Change | None = None,
) -> None:
    """Turn the paragraph `new` into the changes, word by word, that lead to it from `old`.

    A change at the very start begins with `first`, one at the very end ends with `last`; None
    means any. For that a neighbouring word may be deleted and inserted again.
    """
    before = [item for item in _items(old) if item.text]
    after = list(_items(new))
    for child in [child for child in new if child.tag != _PROPERTIES]:
        new.remove(child)
    words = [place for place, item in enumerate(after) if item.text]
    starts = [0, *words[1:], len(after)]
    spans = _spans([item.text for item in before], [after[place].text for place in words])
    for change, at_old, at_new in _ordered(spans, first, last):
        if change is Change.DELETED:
            new.extend(_written(before[at_old.start : at_old.stop], change, revisions))
        else:
            places = slice(starts[at_new.start], starts[at_new.stop])
            new.extend(_written(after[places], change, revisions))
    if not words:
        new.extend(_written(after, None, revisions))


def mark(paragraph: Element, change: Change, revisions: Revisions) -> None:
    """Turn all of a paragraph but its mark into inserted or deleted text.

    Of a deleted one only the text is kept: drawings and comments belong to the old package.
    """
    items = list(_items(paragraph))
    for child in [child for child in paragraph if child.tag != _PROPERTIES]:
        paragraph.remove(child)
    if change is Change.DELETED:
        items = [item for item in items if item.text]
    else:
        # LibreOffice keeps an inserted row, rejected, in which a comment has a range.
        items = [item for item in items if item.content is None or item.content.tag not in _RANGE]
    paragraph.extend(_written(items, change, revisions))


class _Span(NamedTuple):
    """A stretch of the tokens of both paragraphs that is equal in both or exchanged."""

    equal: bool
    old: range
    new: range


def _spans(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    """Return the stretches of two lists of tokens; blanks between two changes belong to them.

    Blanks count as tokens: were they junk, every word would stand alone and a single equal year
    could be taken for the best match.
    """
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans: list[_Span] = []
    for place, (code, i, k, j, m) in enumerate(codes):
        inner = 0 < place < len(codes) - 1
        equal = code == "equal" and not (inner and all(map(_is_no_word, old[i:k])))
        span = _Span(equal, range(i, k), range(j, m))
        if spans and not spans[-1].equal and not equal:
            last = spans.pop()
            span = _Span(False, _over(last.old, span.old), _over(last.new, span.new))
        spans.append(span)
    return spans


def _ordered(
    spans: list[_Span], first: Change | None, last: Change | None
) -> Iterator[tuple[Change | None, range, range]]:
    """Yield what is to be written, one after the other; without a change for equal tokens."""
    if len(spans) > 1 and first and _lacks(spans[0], first):
        changed, equal = spans[:2]
        wider = _Span(False, _over(changed.old, equal.old[:1]), _over(changed.new, equal.new[:1]))
        spans[:2] = [wider, _Span(True, equal.old[1:], equal.new[1:])]
    if len(spans) > 1 and last and _lacks(spans[-1], last):
        equal, changed = spans[-2:]
        wider = _Span(False, _over(equal.old[-1:], changed.old), _over(equal.new[-1:], changed.new))
        spans[-2:] = [_Span(True, equal.old[:-1], equal.new[:-1]), wider]
    end = len(spans) - 1
    for place, span in enumerate(spans):
        if span.equal:
            yield None, span.old, span.new
        else:
            yield from _exchange(
                span, first if place == 0 else None, last if place == end else None
            )


def _lacks(span: _Span, change: Change) -> bool:
    return not span.equal and not (span.old if change is Change.DELETED else span.new)


def _over(one: range, next_one: range) -> range:
    return range(one.start, next_one.stop)


def _exchange(
    span: _Span, first: Change | None, last: Change | None
) -> Iterator[tuple[Change, range, range]]:
    """Yield the two halves of an exchange; one of them in two pieces to stand at both ends."""
    _, old, new = span
    if first and first is last:
        one, other = (old, new[:0]) if first is Change.DELETED else (old[:0], new)
        yield first, one[:1], other[:1]
        yield _OPPOSITE[first], old, new
        yield first, one[1:], other[1:]
    else:
        opening = first or (_OPPOSITE[last] if last else Change.DELETED)
        yield opening, old, new
        yield _OPPOSITE[opening], old, new


def _is_comment(item: _Item) -> bool:
    return item.content is not None and item.content.tag == _COMMENT


def _is_no_word(token: str) -> bool:
    return not token[0].isalnum()


def _items(paragraph: Element) -> Iterator[_Item]:
    """Yield what stands in a paragraph; a word that is cut into runs of one look is one word."""
    for (plain, _), group in groupby(_pieces(paragraph), key=lambda one: (_plain(one), _look(one))):
        if plain:
            pieces = list(group)
            for token in _TOKEN.findall("".join(piece.text for piece in pieces)):
                yield _Item(token, None, pieces[0].properties)
        else:
            yield from group


def _pieces(paragraph: Element) -> Iterator[_Item]:
    for child in paragraph:
        if child.tag == _RUN:
            yield from _pieces_of_run(child)
        elif child.tag != _PROPERTIES:
            yield _Item("", child, None, loose=True)


def _pieces_of_run(run: Element) -> Iterator[_Item]:
    properties = run.find(_RUN_PROPERTIES)
    for child in run:
        if child.tag == _TEXT:
            yield _Item(_text(child), None, properties)
        elif child.tag != _RUN_PROPERTIES:
            yield _Item(_SIGNS.get(child.tag, ""), child, properties)


def _plain(item: _Item) -> bool:
    return item.content is None


def _text(element: Element) -> str:
    text = str(element.text or "")
    return text if element.get(_SPACE) == "preserve" else text.strip()


def _written(
    items: Sequence[_Item], change: Change | None, revisions: Revisions
) -> Iterator[Element]:
    """Yield runs and other elements; what is not compared stands outside of every change.

    But the sign of a comment goes with the words: LibreOffice keeps a row that has one.
    """
    for tracked, group in groupby(items, key=lambda item: item.text != "" or _is_comment(item)):
        runs = _runs(group)
        if tracked and change:
            yield revisions.wrap(change, runs)
        else:
            yield from runs


def _runs(items: Iterable[_Item]) -> Iterator[Element]:
    """Yield as few runs as the formatting allows, and the loose elements."""
    for (loose, _), group in groupby(items, key=lambda item: (item.loose, _look(item))):
        if loose:
            yield from (item.content for item in group)
        else:
            yield _run(list(group))


def _look(item: _Item) -> bytes:
    return b"" if item.properties is None else etree.tostring(item.properties)


def _run(items: list[_Item]) -> Element:
    run = etree.Element(_RUN)
    if items[0].properties is not None:
        run.append(deepcopy(items[0].properties))
    for plain, group in groupby(items, key=_plain):
        if plain:
            text = etree.SubElement(run, _TEXT)
            text.set(_SPACE, "preserve")
            text.text = "".join(item.text for item in group)
        else:
            run.extend(item.content for item in group)
    return run
