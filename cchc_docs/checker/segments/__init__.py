"""Finds the components of a document by fixed words and by place.

One module per region; each takes the lines it knows and leaves the others. What is not certain is
left out: a component that is guessed would be judged by the wrong rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cchc_docs.checker.components import Components, Document, Group
from cchc_docs.checker.segments.collecting import Collector, Part
from cchc_docs.checker.segments.conditions import (
    PrintedType,
    conditions,
    of_annex_alone,
    printed_type,
)
from cchc_docs.checker.segments.lines import Chunk, Line, read_chunks, release
from cchc_docs.checker.segments.mentions import find_mentions
from cchc_docs.checker.segments.pages import find_pages
from cchc_docs.checker.segments.reading import FileReader
from cchc_docs.layout.picture import Paragraph, Picture, paragraphs_and_boxes

__all__ = ["find_components"]


def find_components(picture: Picture) -> Components:
    """Return the components of a document, found in its picture."""
    chunks = read_chunks(picture)
    into = Collector()
    reader = FileReader(chunks, into)
    reader.read()
    parts = reader.parts
    find_pages(picture, chunks, parts, into)
    for part in parts:
        if part.group.kind in ("main", "issued"):
            find_mentions(_running(part), part.group, into)
    judged = [part for part in parts if part.group.kind != "foreign"]
    _add_text(picture, judged, into)
    _add_documents(picture, chunks, judged, into)
    documents, instances = _documents(parts, into), into.instances()
    release(chunks)
    return Components(picture, documents, instances, tuple(reader.remarks))


def _documents(parts: Sequence[Part], into: Collector) -> dict[Group, Document | None]:
    """Return what each group's document says of itself, in the order of the groups."""
    found: dict[Group, Document | None] = {}
    for main in dict.fromkeys(part.main for part in parts):
        own = [part for part in parts if part.main is main]
        found |= dict.fromkeys((part.group for part in own), _document(main, own, into))
    return {part.group: found[part.group] for part in parts}


def _document(main: Group, own: Sequence[Part], into: Collector) -> Document | None:
    if main.kind == "foreign":
        return None
    text = next((part for part in own if part.group is main), None)
    tables = [group for group in into.groups_of("table") if any(one.group is group for one in own)]
    kind = printed_type(text) if text else PrintedType()
    told = conditions(text, kind, own, into) if text else of_annex_alone(own)
    told |= {
        "has_table": bool(tables),
        "body_table": any(group.kind != "annex" for group in tables),
    }
    return Document(kind.name, kind.code, told)


def _running(part: Part) -> Iterator[Line]:
    """Yield the lines of a text that may mention other documents."""
    for chunk in part.chunks:
        for line in chunk.lines:
            if line.table is None and line.chain and line.chain[0] in ("body", "can_cu"):
                yield line


def _lines(chunk: Chunk) -> Iterator[Line]:
    for lines in (*chunk.boxes, chunk.lines):
        yield from lines


def _add_text(picture: Picture, parts: Sequence[Part], into: Collector) -> None:
    """Take every paragraph that shows letters as a text, notes as footnotes too."""
    for part in parts:
        lines = (line for chunk in part.chunks for line in _lines(chunk) if line.text)
        into.add_texts(part.group, lines)
    if parts:
        for note in picture.notes:
            if note.text:
                group = parts[0].group
                into.add_plain("footnote", group, [note])
                into.add_plain("text", group, [note], within=("footnote",))


def _add_documents(
    picture: Picture, chunks: Sequence[Chunk], parts: Sequence[Part], into: Collector
) -> None:
    """Take the file for one document, or each of several, with the order of its components."""
    for main in dict.fromkeys(part.main for part in parts):
        own = [part for part in parts if part.main is main]
        lines = [line for part in own for chunk in part.chunks for line in _lines(chunk)]
        shown = {line.whole: line.element for line in lines}
        if main is parts[0].main:
            known = {
                line.whole for part in parts for chunk in part.chunks for line in _lines(chunk)
            }
            rest = [line.whole for chunk in chunks for line in _lines(chunk)]
            shown |= {one: None for one in rest if one not in known}
            shown |= dict.fromkeys(_margins(picture), None) | dict.fromkeys(
                picture.notes, "footnote"
            )
        facts: dict[str, Any] = {"element_of": {one: name for one, name in shown.items() if name}}
        text = own[0]
        group = main if text.group is main else text.group
        if text.group is main:
            facts["component_order"] = tuple(_order(text, into))
            facts["components_present"] = tuple(_present(text, into))
        into.add_plain("document", group, shown, facts, section=picture.sections[0])


def _margins(picture: Picture) -> Iterator[Paragraph]:
    for section in picture.sections:
        for blocks in (*section.headers.values(), *section.footers.values()):
            yield from paragraphs_and_boxes(blocks)


def _order(part: Part, into: Collector) -> list[str]:
    """Return the components of a text in the order they come in."""
    found: dict[str, None] = {}
    for chunk in part.chunks:
        for line in _lines(chunk):
            found |= dict.fromkeys(line.chain)
    if "chuc_vu" not in found and into.has("chuc_vu", part.group):
        found["chuc_vu"] = None  # the line of the power tells the post too
    return list(found)


def _present(part: Part, into: Collector) -> list[str]:
    found = [name for name in into.elements() if into.has(name, part.group)]
    if "body" not in found and any(chunk.has_text for chunk in part.text):
        found.append("body")  # a text of nothing but tables is a text
    return found
