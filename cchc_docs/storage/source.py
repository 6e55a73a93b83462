"""One YAML file as plain values with the line of each: what every loader starts from."""

from __future__ import annotations

import os
import pathlib
from dataclasses import dataclass
from typing import Any

from cchc_docs.errors import DataError, Place, Problem
from cchc_docs.ooxml.kinds import file_kind
from cchc_docs.storage.files import read_bytes
from cchc_docs.storage.yaml_tree import Lines, read_yaml

_KINDS_OF_DATA = (
    "Kế hoạch, hồ sơ đơn vị, quy tắc riêng là tệp .yaml; sổ số liệu là tệp .xlsx hoặc .yaml."
)


@dataclass(frozen=True, slots=True)
class Source:
    """The values of one file; `lines` holds the line of each."""

    file: str
    data: dict[str, Any]
    lines: Lines

    @property
    def folder(self) -> pathlib.Path:
        """The folder from which paths in the file are meant."""
        return pathlib.Path(self.file).parent


DataFile = str | os.PathLike[str] | Source
"""A data file by its path, or what was read of it already."""


def read_source(file: DataFile) -> Source:
    """Read a YAML file whose root holds named fields.

    Raises:
        FileAccessError: the file is not there or cannot be read.
        DataError: it is a file of Office, not UTF-8, no YAML, or holds no named fields.
    """
    if isinstance(file, Source):
        return file
    file = os.fspath(file)
    content = read_bytes(pathlib.Path(file))
    if kind := file_kind(content):
        what = f"Đây là {kind}, không phải kế hoạch hoặc tệp dữ liệu khác."
        raise DataError(Problem(Place(file), what, _KINDS_OF_DATA))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError(
            Problem(
                Place(file, line),
                "Tệp không phải mã UTF-8.",
                'Mở bằng trình soạn thảo, chọn "Lưu thành…" với mã UTF-8, rồi chạy lại.',
            )
        ) from error
    data, lines = read_yaml(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    if not isinstance(data, dict):
        raise DataError(
            Problem(
                Place(file, 1),
                "Tệp để trống hoặc không phải các trường dữ liệu.",
                'Mỗi trường một dòng, dạng "tên: nội dung"; lệnh "cchc init" tạo sẵn tệp mẫu.',
            )
        )
    return Source(file, data, lines)
