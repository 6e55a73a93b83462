"""Files as every use case writes them: checked before the work, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cchc_docs.errors import FileAccessError, Place, Problem
from cchc_docs.storage.files import check_output, write_atomically

StrPath = str | os.PathLike[str]


def check_outputs(
    paths: Iterable[StrPath], *, overwrite: bool, inputs: Iterable[StrPath | None] = ()
) -> None:
    """Check, before long work, that every output can be written, is no input and no other output.

    None among `inputs` stands for a file that was not given.

    Raises:
        FileAccessError: one is an input or named twice, exists and `overwrite` is false, or its
            folder cannot be written.
    """
    read = [Path(one) for one in inputs if one is not None]
    targets = [Path(one) for one in paths]
    for path in targets:
        if targets.count(path) > 1:
            what = "Hai kết quả cùng ghi vào một tệp."
            raise FileAccessError(Problem(Place(str(path)), what, "Đặt cho mỗi kết quả một tên."))
        if any(_same(path, one) for one in read):
            what = "Tệp này là đầu vào của chính lệnh này, không được ghi đè."
            fix = "Chọn tên khác hoặc thư mục khác cho kết quả."
            raise FileAccessError(Problem(Place(str(path)), what, fix))
        check_output(path, overwrite=overwrite)


def check_ending(path: StrPath, ending: str) -> None:
    """Check that a file is named for what is written into it (``.docx``).

    Raises:
        FileAccessError: its name ends otherwise: Word and Excel would not open it.
    """
    if Path(path).suffix.lower() != ending:
        what = f"Kết quả này chỉ ghi được ở dạng {ending}."
        stem = Path(path).stem.strip(".") or "ket-qua"
        fix = f'Ghi tên tệp kết thúc bằng {ending}, ví dụ "{stem}{ending}".'
        raise FileAccessError(Problem(Place(str(path)), what, fix))


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False


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
