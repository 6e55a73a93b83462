"""Bytes from and to files: read up to a limit, checked early, written whole or not at all."""

from __future__ import annotations

import difflib
import errno
import os
import stat
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cchc_docs.errors import FileAccessError, Place, Problem
from cchc_docs.vietnamese.text import one_of, sentence

MAX_INPUT_BYTES = 100 * 1024 * 1024
HIDDEN = (".", "~$")
"""What names of hidden files begin with; Word lays a lock file "~$…" beside an open document."""

_NO_SPACE = ("ổ đĩa đã hết chỗ", "xóa bớt tệp không dùng hoặc chọn ổ đĩa khác")
_NO_PERMISSION = (
    "không có quyền truy cập, hoặc tệp đang mở ở chương trình khác",
    "đóng tệp nếu đang mở trong Word, Excel; xem lại quyền của thư mục hoặc chọn thư mục khác",
)
_IS_FOLDER = ("đây là thư mục, không phải tệp", "ghi thêm tên tệp vào sau tên thư mục")
_NOT_A_FOLDER = ("đường dẫn đi qua một tệp, không phải thư mục", "xem lại từng phần của đường dẫn")
_CAUSES = {
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EISDIR: _IS_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.EEXIST: _NOT_A_FOLDER,  # mkdir(exist_ok=True) raises it only where a file stands
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EROFS: ("ổ đĩa chỉ cho phép đọc", "chọn thư mục ở ổ đĩa khác"),
    errno.ENAMETOOLONG: ("tên tệp hoặc đường dẫn quá dài", "đặt tên tệp, thư mục ngắn hơn"),
    errno.ENOENT: ("không tìm thấy tệp hoặc thư mục", "xem lại đường dẫn"),
}


def read_bytes(path: Path, max_bytes: int = MAX_INPUT_BYTES) -> bytes:
    """Return the whole content of a file of at most `max_bytes` bytes.

    Raises:
        FileAccessError: The file is missing (near names are suggested), is a folder, is too
            large or cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise _refusal(path, "không tìm thấy tệp", _hint_for_missing(path)) from error
    except OSError as error:
        raise _translated(path, error) from error
    if len(content) > max_bytes:
        limit = f"{max_bytes / 1024**2:.1f}".replace(".", ",")
        fix = "xem lại có chọn nhầm tệp không; nén hoặc bỏ bớt ảnh trong tệp"
        raise _refusal(path, f"tệp lớn hơn mức cho phép ({limit} MB)", fix)
    return content


def check_output(path: Path, *, overwrite: bool) -> None:
    """Make sure, before long work starts, that `path` can be written later; writes nothing.

    Raises:
        FileAccessError: The output exists and `overwrite` is false, is not an ordinary file or
            is write-protected, or its folder cannot be written or created.
    """
    try:
        target = _real(path)
        if target.exists():
            _check_replaceable(path, target, overwrite=overwrite)
        _check_folder(path, target.parent)
    except OSError as error:
        raise _translated(path, error) from error


def write_atomically(
    path: Path, content: bytes, verify: Callable[[Path], None] | None = None
) -> None:
    """Write `content` beside `path`, verify it there, then move it into place in one step.

    Missing parent folders are made. Whatever goes wrong, an earlier file at `path` stays as it
    was and nothing half-written remains. A link is followed; an overwritten file keeps its mode.

    `verify` is called with the temporary file, which has the suffix of `path`; whatever it
    raises stops the move and comes out. None means that nothing is verified.

    Raises:
        FileAccessError: The operating system refused one of the steps.
    """
    try:
        target = _real(path)
        # Not made from the whole name: that may already be as long as the file system allows.
        mark = f".cchc-{os.getpid()}-{os.urandom(4).hex()}"
        temporary = target.with_name(mark + target.suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_new(temporary, content, like=target)
            if verify is not None:
                verify(temporary)
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise _translated(path, error) from error


def _write_new(path: Path, content: bytes, like: Path) -> None:
    with path.open("xb") as file:
        if like.exists():  # before the content: a private document is never open to others
            path.chmod(stat.S_IMODE(like.stat().st_mode))
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _real(path: Path) -> Path:
    # Path.resolve() raises RuntimeError on a loop of links; realpath leaves it to the next step.
    return Path(os.path.realpath(path))


def _check_replaceable(path: Path, target: Path, *, overwrite: bool) -> None:
    if target.is_dir():
        raise _refusal(path, *_IS_FOLDER)
    if not target.is_file():
        raise _refusal(path, "đây không phải tệp thông thường", "chọn tên tệp khác")
    if not overwrite:
        raise _refusal(path, "tệp đã có", "dùng --overwrite để ghi đè, hoặc chọn tên tệp khác")
    if not os.access(target, os.W_OK):
        raise _refusal(path, "tệp đã có và được đặt chỉ đọc", "bỏ chế độ chỉ đọc hoặc đổi tên tệp")


def _check_folder(path: Path, folder: Path) -> None:
    nearest = next((place for place in (folder, *folder.parents) if place.exists()), None)
    if nearest is None:
        raise _refusal(path, "không có ổ đĩa này", "xem lại tên ổ đĩa, kết nối mạng")
    if not nearest.is_dir():
        raise _refusal(path, *_NOT_A_FOLDER)
    if not os.access(nearest, os.W_OK | os.X_OK):
        what = f'không có quyền ghi vào thư mục "{nearest}"'
        raise _refusal(path, what, "chọn thư mục khác hoặc xin cấp quyền")


def _hint_for_missing(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f'không có thư mục "{folder}"; xem lại đường dẫn'
    names: dict[str, str] = {}
    with suppress(OSError):
        files = (entry.name for entry in folder.iterdir() if entry.is_file())
        names = {_comparable(name): name for name in files if not name.startswith(HIDDEN)}
    near = [names[key] for key in difflib.get_close_matches(_comparable(path.name), names)]
    return f"có phải là {one_of(near)}?" if near else f'xem lại tên tệp trong "{folder}"'


def _comparable(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _translated(path: Path, error: OSError) -> FileAccessError:
    reason = f"lỗi của hệ điều hành: {error.strerror or error}"
    unknown = (reason, "xem lại ổ đĩa, kết nối mạng rồi chạy lại")
    with suppress(OSError):
        if path.is_dir():  # Windows answers "no permission" where others say "is a folder"
            return _refusal(path, *_IS_FOLDER)
    return _refusal(path, *_CAUSES.get(error.errno or 0, unknown))


def _refusal(path: Path, what: str, fix: str) -> FileAccessError:
    return FileAccessError(Problem(Place(file=str(path)), sentence(what), sentence(fix)))
