"""What a file is by what it holds, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from typing import Final


class FileKind(StrEnum):
    """A kind of file that is taken for another; the value is what an officer calls it."""

    WORKBOOK = "sổ Excel"
    OLD_WORKBOOK = "sổ Excel dạng cũ (.xls)"
    OPEN_WORKBOOK = "bảng tính OpenDocument (.ods)"
    DOCUMENT = "tệp Word"
    OLD_DOCUMENT = "tệp Word dạng cũ (.doc)"
    OPEN_DOCUMENT = "văn bản OpenDocument (.odt)"
    ENCRYPTED = "tệp Office có mật khẩu"
    PDF = "tệp PDF"
    ARCHIVE = "tệp nén hoặc tệp Office bị hỏng"


TABLES: Final = frozenset(
    {FileKind.WORKBOOK, FileKind.OLD_WORKBOOK, FileKind.OPEN_WORKBOOK, FileKind.ENCRYPTED}
)
"""What an officer may mean by a workbook, though only the first of them can be read."""

_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")  # [MS-CFB] 2.2: .xls, .doc, all encrypted
_ZIP: Final = b"PK\x03\x04"
_OPEN: Final = b"mimetypeapplication/vnd.oasis.opendocument."  # ODF 1.2, part 3, §3.3
_OPEN_AT: Final = 30  # bytes of the first local header of a zip


def file_kind(content: bytes) -> FileKind | None:
    """Return what a file is; None for text and for what is none of these kinds."""
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(_COMPOUND):
        return _compound(content)
    return _zipped(content) if content.startswith(_ZIP) else None


def _compound(content: bytes) -> FileKind:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return FileKind.ENCRYPTED
    is_text = "WordDocument".encode("utf-16-le") in content
    return FileKind.OLD_DOCUMENT if is_text else FileKind.OLD_WORKBOOK


def _zipped(content: bytes) -> FileKind:
    if content.startswith(_OPEN, _OPEN_AT):
        is_table = content.startswith(b"spreadsheet", _OPEN_AT + len(_OPEN))
        return FileKind.OPEN_WORKBOOK if is_table else FileKind.OPEN_DOCUMENT
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            folders = {name.partition("/")[0] for name in archive.namelist()}
    except Exception:  # zipfile answers damage with a dozen kinds of exceptions
        return FileKind.ARCHIVE
    if "xl" in folders:
        return FileKind.WORKBOOK
    return FileKind.DOCUMENT if "word" in folders else FileKind.ARCHIVE
