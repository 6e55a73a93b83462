"""The documents in folders: those that can be checked, and those of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cchc_docs.storage.files import HIDDEN

_WORD: Final = ".docx"
_OTHERS: Final = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".pdf", ".rtf", ".wps")
"""What else an officer keeps documents in."""


@dataclass(frozen=True, slots=True)
class FoundDocuments:
    """The files to check, and by folder those that look like documents but are no .docx."""

    files: list[Path]
    passed_over: dict[Path, list[Path]]


def find_documents(paths: Iterable[Path]) -> FoundDocuments:
    """Return files as they are given, and of folders the .docx in them, at any depth.

    Passed over are files of other formats of documents, but a PDF beside its own .docx. What
    programs hide is left out.
    """
    files: dict[Path, None] = {}
    passed_over: dict[Path, list[Path]] = {}
    known: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(filter(Path.is_file, _documents_in(path)))
        found = [one for one in inside if one.suffix.lower() == _WORD]
        files |= dict.fromkeys(found)
        known |= {one.with_suffix(".pdf") for one in found}
        others = [one for one in inside if one.suffix.lower() in _OTHERS and one not in known]
        known.update(others)
        if others:
            passed_over[path] = others
    return FoundDocuments(list(files), passed_over)


def _documents_in(folder: Path) -> Iterator[Path]:
    """Yield what is named like a document; nothing hidden, nothing in a hidden folder."""
    for one in folder.rglob("*"):
        named = one.suffix.lower() in (_WORD, *_OTHERS)
        if named and not any(part.startswith(HIDDEN) for part in one.relative_to(folder).parts):
            yield one
