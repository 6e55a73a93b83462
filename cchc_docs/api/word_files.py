"""A Word file as its parts; of any other file, what it is and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cchc_docs.errors import DataError, Place, Problem

if TYPE_CHECKING:
    from cchc_docs.ooxml.kinds import FileKind
    from cchc_docs.ooxml.package import Parts

_SAVE_AS: Final = 'Mở tệp, chọn "Lưu thành…" dạng Word (.docx) rồi kiểm tra lại.'
_TOO_LARGE: Final = "Tệp giải nén ra quá lớn, không văn bản nào như vậy, nên không đọc."
_SMALLER: Final = "Xem lại tệp có đúng là văn bản không; nếu đúng thì nén ảnh trong Word, lưu lại."
_WORD_ITSELF: Final = "Kiểm tra tệp Word gốc của văn bản."


def document_parts(content: bytes, name: str) -> Parts:
    """Return the parts of a .docx.

    Raises:
        DataError: it is no .docx, damaged, or larger than any document.
    """
    from cchc_docs.ooxml.kinds import FileKind, file_kind
    from cchc_docs.ooxml.package import NotAPackage, TooLarge, unpack

    if not content:
        fix = "Xem lại bản gốc, chép hoặc tải lại tệp rồi kiểm tra."
        raise DataError(Problem(Place(name), "Tệp rỗng, không có nội dung.", fix))
    kind = file_kind(content)
    if kind is not FileKind.DOCUMENT:
        raise DataError(Problem(Place(name), *_other_file(kind)))
    try:
        return unpack(content)
    except TooLarge as error:
        raise DataError(Problem(Place(name), _TOO_LARGE, _SMALLER)) from error
    except NotAPackage as error:
        raise damaged(name) from error


def damaged(name: str) -> DataError:
    """Return what to raise where a Word file cannot be read."""
    fix = "Mở bằng Word, lưu lại dạng .docx rồi kiểm tra lại."
    return DataError(Problem(Place(name), "Tệp Word bị hỏng, không đọc được.", fix))


def _other_file(kind: FileKind | None) -> tuple[str, str]:
    """Return what a file is, and what to do."""
    from cchc_docs.ooxml.kinds import TABLES, FileKind

    what = f"Đây là {kind}, không phải tệp Word .docx."
    match kind:
        case None:
            return "Đây không phải tệp Word.", _SAVE_AS
        case FileKind.ENCRYPTED:
            fix = "Mở bằng Word, bỏ mật khẩu, lưu lại rồi kiểm tra."
            return "Tệp có mật khẩu nên không đọc được.", fix
        case FileKind.ARCHIVE:
            fix = "Tệp nén thì giải nén trước; tệp Word hỏng thì mở bằng Word để sửa, lưu lại."
            return what, fix
        case FileKind.PDF:
            return what, _WORD_ITSELF
        case _:
            return what, _WORD_ITSELF if kind in TABLES else _SAVE_AS
