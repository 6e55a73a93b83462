"""Documents for the truth of the checker: described in YAML, changed by one thing, made into Word.

A description (`forms/*.yaml`) is a list of sections; a section a list of blocks; a block names the
component it is (`quoc_hieu`, `body` …) and its text. How the component is set when it is right
stands in `forms/looks.py`; every property a block gives itself goes before. The looks are written
on every run (``dress: direct``, as most files have it) or as styles of their own
(``dress: styles``).

Blocks::

    - Chỉ có chữ                                     a paragraph of the body
    - {quoc_hieu: CỘNG HÒA …, size: 12}              a component and what is different about it
    - {dieu: [{text: Điều 1., bold: true}, " Nay …"]}    runs of different looks
    - {grid: [[[block …], [block …]]], widths: [65, 100]}    a table without lines
    - {table: [[STT, Tên], ["1", A]], widths: [15, 140]}     a table with lines
    - {line: 60.5, of: tieu_ngu, how: wps|straight|vml|underscores|dashes|border}
    - {sdt: [block …]}                               a content control

Runs: ``{text}``, ``{field: PAGE}``, ``{line: mm}``, ``{box: {width, height, blocks}}``,
``{image: {format, width, height, x}}``, ``{note: text}``, ``{break: page}``, and the properties
of letters; ``inserted`` and ``deleted`` mark tracked changes.

Changes::

    {element: quoc_hieu, nth: 1, having: CỘNG, size: 15}     set properties, `text` or `runs`
    {element: so_ky_hieu, replace: ["Số:", "Số"]}
    {remove: line, of: tieu_ngu}
    {insert: [block …], after: can_cu, nth: -1}              or before
    {swap: [ten_loai, trich_yeu]}
    {section: 1, margins: [20, 20, 30, 15]}
    {element: grid, nth: 1, mirrored: true}                  the columns change places
    {whole: {normal: {font: .VnTime}}}                       properties of the document
    {repeat: body, nth: 2, times: 200}
    {wrap: grid, nth: 1}                                     into a content control
    {join: 1}                                                a section into the one before
    {append: to-trinh}                                       the sections of another document
    {decompose: true}                                        all text in NFD

Lengths are millimetres, sizes and gaps points.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import yaml

from tests.checker.forms.looks import LOOKS
from tests.checker.forms.properties import PARAGRAPH_KEYS, RUN_KEYS, Tree
from tests.checker.forms.wordml import Writer

FORMS: Final = Path(__file__).resolve().parent / "forms"
CASES: Final = Path(__file__).resolve().parent / "cases"

_A4: Final = {"size": [210, 297], "margins": [20, 20, 30, 15]}
_HEADERS: Final = {
    "default": [{"page_number": [{"field": "PAGE", "text": "2"}]}],
    "first": [],
}
_SELECTING: Final = frozenset({"nth", "having", "of"})
_BLOCK_KEYS: Final = (
    RUN_KEYS | PARAGRAPH_KEYS | {"runs", "of", "how", "length", "around", "widths", "head", "rows"}
)
_SECTION_KEYS: Final = frozenset(
    {
        *("size", "twips", "margins", "gutter", "start", "number_start", "number_format"),
        *("title_page", "headers", "footers"),
    }
)
_WHOLE_KEYS: Final = frozenset({"dress", "defaults", "normal", "theme", "styles"})


# ---------------------------------------------------------------- the good documents


# ---------------------------------------------------------------- description → Word


def built(name: str, changes: Iterable[Tree] = ()) -> bytes:
    """Return the Word file of a description, changed."""
    changes = tuple(changes)
    if not changes:
        return _untouched(name)
    tree = described(name)
    for change in changes:
        apply(change, tree)
    return Writer(tree).write()


@cache
def _untouched(name: str) -> bytes:
    return Writer(described(name)).write()


def described(name: str) -> Tree:
    """Return a description with every shorthand written out; the caller may change it."""
    return deepcopy(_described(name))


@cache
def _described(name: str) -> Tree:
    given: Tree = yaml.load((FORMS / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    if base := given.pop("extends", None):
        tree = described(base)
        for change in given.pop("changes"):
            apply(change, tree)
        return tree | given
    for section in given["sections"]:
        section.setdefault("headers", deepcopy(_HEADERS))
        for key, value in _A4.items():
            section.setdefault(key, list(value))
        for place in ("headers", "footers"):
            for kind, blocks in section.get(place, {}).items():
                section[place][kind] = _blocks(blocks)
        section["blocks"] = _blocks(section["blocks"])
    return given


def _blocks(shorthands: Iterable[Any]) -> list[Tree]:
    return [_block(one) for one in shorthands]


def _block(given: Any) -> Tree:
    if isinstance(given, str):
        return {"is": "body", "runs": [{"text": given}]}
    kinds = [key for key in given if key not in _BLOCK_KEYS]
    if "line" in given and not kinds:  # a paragraph has `line`, its spacing, too
        length = given["line"]
        return {"is": "line", "length": length} | {k: v for k, v in given.items() if k != "line"}
    (kind,) = kinds
    assert kind in LOOKS or kind in ("grid", "table", "sdt"), kind
    content = given[kind]
    rest = {key: value for key, value in given.items() if key != kind}
    if kind == "sdt":
        return {"is": kind, "blocks": _blocks(content)} | rest
    if kind == "grid":
        return {
            "is": kind,
            "rows": [[{"blocks": _blocks(cell)} for cell in row] for row in content],
        } | rest
    if kind == "table":
        head = rest.get("head", 1)
        rows = [[_cell(cell, number < head) for cell in row] for number, row in enumerate(content)]
        return {"is": kind, "rows": rows} | rest
    return {"is": kind, "runs": _runs(content)} | rest


def _cell(given: Any, is_head: bool) -> Tree:
    if isinstance(given, list):
        return {"blocks": _blocks(given)}
    return {"blocks": [{"is": "head_cell" if is_head else "cell", "runs": _runs(given)}]}


def _runs(given: Any) -> list[Tree]:
    runs = given if isinstance(given, list) else [given]
    found = [deepcopy(run) if isinstance(run, dict) else {"text": str(run)} for run in runs]
    for run in found:
        if "box" in run:
            run["box"]["blocks"] = _blocks(run["box"]["blocks"])
    return found


# ---------------------------------------------------------------- changes

Place = tuple[list[Tree], int]


def apply(change: Tree, tree: Tree) -> None:
    """Change a description in place.

    Raises:
        AssertionError: nothing is there to change, or a word is none of the vocabulary.
    """
    change = deepcopy(change)
    if "element" in change:
        for blocks, index in _found(tree, change.pop("element"), change):
            _set(blocks[index], change)
    elif "remove" in change:
        for blocks, index in reversed(list(_found(tree, change.pop("remove"), change))):
            del blocks[index]
    elif "insert" in change:
        side = "after" if "after" in change else "before"
        new = _blocks(change.pop("insert"))
        blocks, index = _found(tree, change.pop(side), {"nth": 1} | change)[0]
        at = index + (side == "after")
        blocks[at:at] = new
    elif "swap" in change:
        (one, i), (other, j) = (_found(tree, name, {"nth": 1})[0] for name in change["swap"])
        one[i], other[j] = other[j], one[i]
    elif "section" in change:
        section = tree["sections"][change.pop("section")]
        assert change.keys() <= _SECTION_KEYS, change
        for place in ("headers", "footers"):
            if place in change:
                change[place] = {kind: _blocks(new) for kind, new in change[place].items()}
        section.update(change)
    elif "whole" in change:
        assert change["whole"].keys() <= _WHOLE_KEYS, change
        tree.update(change["whole"])
    else:
        _rearrange(change, tree)


def _rearrange(change: Tree, tree: Tree) -> None:
    """Change a description as a whole."""
    sections = tree["sections"]
    if "repeat" in change:
        blocks, index = _found(tree, change["repeat"], {"nth": 1} | change)[0]
        blocks[index:index] = [deepcopy(blocks[index]) for _ in range(change["times"] - 1)]
    elif "wrap" in change:
        blocks, index = _found(tree, change["wrap"], {"nth": 1} | change)[0]
        blocks[index] = {"is": "sdt", "blocks": [blocks[index]]}
    elif "join" in change:
        joined = sections.pop(change["join"])
        sections[change["join"] - 1]["blocks"] += joined["blocks"]
    elif "append" in change:
        sections += described(change["append"])["sections"]
    else:
        assert change == {"decompose": True}, change
        for block in walk(tree):
            for run in block.get("runs", ()):
                if "text" in run:
                    run["text"] = normalize("NFD", run["text"])


def _found(tree: Tree, element: str, selection: Tree) -> list[Place]:
    """The places of the blocks a change means; at least one."""
    having, of, nth = (selection.get(key) for key in ("having", "of", "nth"))
    places = [
        (blocks, index)
        for blocks, index in _places(tree)
        if blocks[index]["is"] == element
        and (having is None or having in text_of(blocks[index]))
        and (of is None or blocks[index].get("of") == of)
    ]
    if nth is not None:
        places = [places[nth - 1 if nth > 0 else nth]]
    assert places, f"no {element} {selection}"
    return places


def _set(block: Tree, change: Tree) -> None:
    new = {key: value for key, value in change.items() if key not in _SELECTING}
    if "replace" in new:
        old, fresh = new.pop("replace")
        touched = [run for run in block["runs"] if old in run.get("text", "")]
        assert touched, f"no {old!r} in {text_of(block)!r}"
        for run in touched:
            run["text"] = run["text"].replace(old, fresh)
    if "text" in new:
        block["runs"] = [{"text": new.pop("text")}]
    if "runs" in new:
        block["runs"] = _runs(new.pop("runs"))
    if new.pop("mirrored", False):
        for row in block["rows"]:
            row.reverse()
        block["widths"].reverse()
    if "fill" in new:
        for row in block["rows"]:
            for cell in row:
                cell["fill"] = new["fill"]
        del new["fill"]
    assert new.keys() <= _BLOCK_KEYS, new
    for run in block.get("runs", ()):
        for key in new.keys() & run.keys() & RUN_KEYS:
            del run[key]
    block.update(new)


def walk(tree: Tree) -> Iterator[Tree]:
    """Yield every block: of headers, footers, cells, controls and boxes too."""
    for blocks, index in _places(tree):
        yield blocks[index]


def text_of(block: Tree) -> str:
    """Return the text of a paragraph."""
    return "".join(run.get("text", "") for run in block.get("runs", ()))


def _places(tree: Tree) -> Iterator[Place]:
    for section in tree["sections"]:
        for place in ("headers", "footers"):
            for blocks in section.get(place, {}).values():
                yield from _inside(blocks)
        yield from _inside(section["blocks"])


def _inside(blocks: list[Tree]) -> Iterator[Place]:
    for index, block in enumerate(blocks):
        yield blocks, index
        for row in block.get("rows", ()):
            for cell in row:
                yield from _inside(cell["blocks"])
        yield from _inside(block.get("blocks", []))
        for run in block.get("runs", ()):
            if "box" in run:
                yield from _inside(run["box"]["blocks"])
