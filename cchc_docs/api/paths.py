"""Files as every use case writes them: checked before the work, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cchc_docs.storage.files import check_output, write_atomically

StrPath = str | os.PathLike[str]


def check_outputs(paths: Iterable[StrPath], *, overwrite: bool) -> None:
    """Check, before long work, that every output can be written.

    Raises:
        FileAccessError: one exists and `overwrite` is false, or its folder cannot be written.
    """
    for path in paths:
        check_output(Path(path), overwrite=overwrite)


def write_file(path: StrPath, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        FileAccessError: it cannot be written; an older file stays as it was.
    """
    write_atomically(Path(path), content)


def write_docx(path: StrPath, content: bytes) -> None:
    """Write a .docx beside its place, open it again, and only then put it there.

    Raises:
        FileAccessError: it cannot be written; an older file stays as it was.
    """
    write_atomically(Path(path), content, verify=_reopen)


def _reopen(path: Path) -> None:
    from cchc_docs.ooxml.package import read_package

    read_package(path.read_bytes())  # checks the sum of every part
