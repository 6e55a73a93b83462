"""Edits to the text of a YAML file: what is not edited stays as it is, to the last blank.

ruamel.yaml is not used: on the example plan it lost the comment of the task after a removed one and
kept that of the removed one, and it reads an unquoted ``[[…]]`` as a list in a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from cchc_docs.domain.edits import Edit
from cchc_docs.storage.splicing import Splice, splices
from cchc_docs.storage.written_edits import WrittenEdits
from cchc_docs.storage.yaml_spans import read_spans
from cchc_docs.storage.yaml_tree import read_yaml

_BOM: Final = "\ufeff"
_BREAK: Final = re.compile(r"\r\n|\r|\n")


def with_heading(text: str, lines: Sequence[str]) -> str:
    """Return the text of a file with comment lines and a blank line before all else but a BOM."""
    bom, body = _without_bom(text)
    rows = [f"# {row}".rstrip() for row in "\n".join(lines).splitlines()]
    return bom + "".join(row + _line_end(text) for row in (*rows, "")) + body


def edited_yaml(text: str, file: str, edits: Sequence[Edit]) -> str:
    """Return the text of a plan's YAML file with all edits made; all else stays as it is.

    Paths are those of the plan before any edit, also where the file has a single text for a list
    of one or for a paragraph. What lies inside a removed or replaced value is not edited. With an
    entry go the comment lines right above it that are indented as it is, or deeper.

    Raises:
        DataError: the text cannot be read, or a path leads to what cannot be edited by itself,
            as inside a list that is used again by a reference `*`.
    """
    bom, body = _without_bom(text)
    source = _BREAK.sub("\n", body)
    data, tree = read_spans(source, file)
    written = WrittenEdits.of(edits, data, tree)
    changed = _spliced(body, source, splices(written, tree))
    written.apply(data)
    if read_yaml(_BREAK.sub("\n", changed), file)[0] != data:
        raise AssertionError(f"edits of {file} did not give the data they stand for")
    return bom + changed


def _without_bom(text: str) -> tuple[str, str]:
    bom = _BOM if text.startswith(_BOM) else ""
    return bom, text[len(bom) :]


def _line_end(text: str) -> str:
    found = _BREAK.search(text)
    return found.group() if found else "\n"


def _spliced(body: str, source: str, changes: Iterable[Splice]) -> str:
    """Replace parts of `body` at offsets of `source`, which has single line feeds."""
    two_long = [found.start() - number for number, found in enumerate(re.finditer("\r\n", body))]
    line_end = _line_end(body)
    pieces, done = [], 0
    for start, end, new in changes:
        pieces += [
            body[done : start + bisect_left(two_long, start)],
            new.replace("\n", line_end),
        ]
        done = end + bisect_left(two_long, end)
    return "".join([*pieces, body[done:]])
