"""Word documents in, PDF documents out: the one place that knows LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_docs.errors import ConversionError, Place, Problem
from cchc_docs.vietnamese.text import sentence

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)

# Documents may come from anybody. Measured with LibreOffice 7.4: without the third setting a
# linked picture is fetched from the network while the document is being converted.
_SAFE_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""

_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)

_NOISE = ("Warning:", "convert ")
_REPAIR = "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi chạy lại."
_NOT_TRIED = "Chưa chuyển sang PDF vì LibreOffice hỏng nhiều lần liên tiếp."
_MOST_DOCUMENTS = 200  # of one start
_MOST_BROKEN_RUNS = 3  # each may last until its time limit


def find_libreoffice() -> Path | None:
    """Return the LibreOffice program, or None if there is none.

    The environment variable CCHC_SOFFICE (a path or a program name) has the only say if it is
    set; else the search path and the usual places of macOS and Windows are tried.
    """
    wanted = os.environ.get("CCHC_SOFFICE")
    candidates = (wanted,) if wanted else ("soffice", "libreoffice", *_USUAL_PLACES)
    return next((Path(found) for name in candidates if (found := shutil.which(name))), None)


def to_pdf(
    documents: Mapping[str, bytes], *, soffice: Path | None = None, timeout_seconds: float = 120
) -> dict[str, bytes]:
    """Convert .docx documents to PDF with one start of LibreOffice.

    Args:
        documents: The content of each document under the name an officer knows it by.
        soffice: The LibreOffice program; None means the one `find_libreoffice` finds.
        timeout_seconds: Time limit for one document; each further one adds a quarter of it.

    Returns:
        The PDF of each document under the same name and in the same order.

    Raises:
        ConversionError: LibreOffice is missing, hung or crashed, or one of the documents gave no
            usable PDF; the problems name the documents, `converted` holds the PDFs of the others.
    """
    if not documents:
        return {}
    _refuse_strangers(documents)
    program = soffice or find_libreoffice()
    if program is None:
        raise ConversionError(_missing_program())
    done: dict[str, bytes] = {}
    problems: list[Problem] = []
    for batch in _batches(documents):
        converted, faults = _convert_all(program.absolute(), batch, timeout_seconds)
        done |= converted
        problems += faults
    if problems:
        raise ConversionError(problems, converted=done)
    return done


def _batches(documents: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    """Yield documents in numbers LibreOffice takes: of more than 244 files it drops the rest."""
    names = list(documents)
    for start in range(0, len(names), _MOST_DOCUMENTS):
        yield {name: documents[name] for name in names[start : start + _MOST_DOCUMENTS]}


def _convert_all(
    program: Path, documents: Mapping[str, bytes], timeout_seconds: float
) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the PDFs that could be made and what is wrong with the others."""
    done: dict[str, bytes] = {}
    problems: list[Problem] = []
    waiting = dict(documents)
    while waiting:
        limit = timeout_seconds * (1 + (len(waiting) - 1) / 4)
        exit_code, outputs, log = _convert(program, waiting, limit)
        done |= {name: content for name, content in outputs.items() if _fault(content) is None}
        missing = [name for name in waiting if name not in done]
        if exit_code == 0 or not missing:
            problems += _faulty(outputs, log)
            break
        problems.append(_broken_run(exit_code, limit, outputs, log))
        # The first one without a PDF broke the run; those after it deserve a run without it.
        rest = missing[1:]
        if len(problems) == _MOST_BROKEN_RUNS:
            problems += [Problem(Place(file=name), _NOT_TRIED, _REPAIR) for name in rest]
            break
        waiting = {name: documents[name] for name in rest}
    return done, problems


def _refuse_strangers(documents: Mapping[str, bytes]) -> None:
    # LibreOffice would make a blank page of an empty file.
    what = "Đây không phải tệp Word (.docx) nên không chuyển được sang PDF."
    strangers = [name for name, content in documents.items() if not content.startswith(b"PK")]
    if strangers:
        raise ConversionError([Problem(Place(file=name), what, _REPAIR) for name in strangers])


def _convert(
    program: Path, documents: Mapping[str, bytes], limit: float
) -> tuple[int | None, dict[str, bytes], str]:
    """Return what `_run` returns, the PDF of each document (empty if none), and the log."""
    try:
        with TemporaryDirectory(prefix="cchc-pdf-", ignore_cleanup_errors=True) as folder:
            room = Path(folder)
            inputs = _lay_out(room, documents)
            exit_code = _run(program, room, inputs.values(), limit)
            outputs = {name: _read_output(room, inputs[name]) for name in documents}
            return exit_code, outputs, (room / "log").read_text("utf-8", errors="replace")
    except OSError as error:
        what = f"Không dùng được thư mục tạm của hệ điều hành: {error.strerror or error}."
        fix = "Dành thêm chỗ trống trên ổ đĩa, xem lại quyền ghi vào thư mục tạm."
        raise ConversionError(Problem(Place(), what, fix)) from error


def _lay_out(room: Path, documents: Mapping[str, bytes]) -> dict[str, str]:
    """Write the profile and the inputs; return the file name of each document's input."""
    profile = room / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SAFE_PROFILE, encoding="utf-8")
    inputs = {name: f"{number:04}.docx" for number, name in enumerate(documents, start=1)}
    for name, file_name in inputs.items():
        (room / file_name).write_bytes(documents[name])
    return inputs


def _run(program: Path, room: Path, inputs: Iterable[str], limit: float) -> int | None:
    """Run LibreOffice in `room`, its output going to the file "log".

    Returns the exit code, or None if `limit` seconds were not enough.
    """
    command = [
        str(program),
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck"),
        # Without a named filter LibreOffice takes rubbish for plain text and prints that.
        "--infilter=MS Word 2007 XML",
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(room / "out")),
        *inputs,
    ]
    # LibreOffice leaves its own temporary files behind when it is killed: they go with the room.
    surroundings = os.environ | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(room))
    # A file, not a pipe: a grandchild that holds a pipe open would keep us waiting for its end.
    with (room / "log").open("wb") as log:
        try:
            process = subprocess.Popen(
                command,
                cwd=room,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise ConversionError(_missing_program(program)) from error
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _kill_group(process)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    # `soffice` is a starter: the work is done by its grandchildren, which outlive it.
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read_output(room: Path, input_name: str) -> bytes:
    path = (room / "out" / input_name).with_suffix(".pdf")
    return path.read_bytes() if path.is_file() else b""


def _broken_run(
    exit_code: int | None, limit: float, outputs: Mapping[str, bytes], log: str
) -> Problem:
    # Documents are converted in order: the first one without a PDF is the one that broke it.
    place = Place(file=next((name for name, content in outputs.items() if not content), None))
    if exit_code is None:
        what = f"LibreOffice không chuyển xong sang PDF trong {limit:.0f} giây nên đã bị dừng"
    else:
        what = f"LibreOffice dừng đột ngột khi chuyển sang PDF (mã thoát {exit_code})"
    return Problem(
        place,
        sentence(what + _complaint(log)),
        f"Chạy lại với --overwrite. Nếu vẫn vậy thì làm như sau. {_REPAIR}",
    )


def _faulty(outputs: Mapping[str, bytes], log: str) -> list[Problem]:
    faults = {name: _fault(content) for name, content in outputs.items()}
    return [
        Problem(Place(file=name), sentence(fault + _complaint(log)), _REPAIR)
        for name, fault in faults.items()
        if fault
    ]


def _fault(content: bytes) -> str | None:
    if not content:
        return "LibreOffice không tạo ra tệp PDF, hoặc tạo ra tệp rỗng"
    return None if _is_pdf(content) else "LibreOffice tạo ra tệp không phải PDF dùng được"


def _is_pdf(content: bytes) -> bool:
    whole = content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]
    return whole and any(_PAGE.search(part) for part in _readable_parts(content))


def _readable_parts(content: bytes) -> Iterable[bytes]:
    """Yield the file itself, then its unpacked object streams: PDF 1.5 may keep pages there."""
    yield content
    for packed in _OBJECT_STREAM.findall(content):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(packed)


def _complaint(log: str) -> str:
    lines = (line.strip() for line in log.splitlines())
    first = next((line for line in lines if line and not line.startswith(_NOISE)), None)
    return f'; LibreOffice báo: "{first[:200]}"' if first else ""


def _missing_program(tried: Path | None = None) -> Problem:
    wanted = tried or os.environ.get("CCHC_SOFFICE")
    named = f' theo đường dẫn "{wanted}"' if wanted else ""
    return Problem(
        Place(),
        f"Không chạy được LibreOffice{named} nên không tạo được PDF.",
        "Cài LibreOffice: trên Debian, Ubuntu chạy "
        '"sudo apt install libreoffice-writer-nogui fonts-liberation2", trên Windows, macOS tải ở '
        "libreoffice.org. Nếu đã cài, đặt biến môi trường CCHC_SOFFICE là đường dẫn tới soffice.",
    )
