import base64
import io
import os
import select
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from pdfminer.high_level import extract_text

from cchc_docs.errors import EXIT_CONVERSION, ConversionError
from cchc_docs.render.pdf import find_libreoffice, to_pdf

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
INPUT = b"PK"
SMALL_PDF = b"%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n%%EOF\n"
PACKED_PDF = (
    b"%%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/Filter/FlateDecode>> stream\n%s\nendstream\n%%%%EOF"
)

FAKE = """\
#!{python}
import os, signal, subprocess, sys, time
from pathlib import Path

SMALL_PDF = {pdf!r}
arguments = sys.argv[1:]
outdir = Path(arguments[arguments.index("--outdir") + 1])
inputs = [Path(argument) for argument in arguments if argument.endswith(".docx")]

def write(content, names=inputs):
    outdir.mkdir(exist_ok=True)
    for name in names:
        (outdir / name.name).with_suffix(".pdf").write_bytes(content)

{body}
"""

Fake = Callable[[str], Path]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Every test starts and ends with an empty folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    def make(body: str) -> Path:
        program = tmp_path / "soffice"
        code = FAKE.format(python=sys.executable, pdf=SMALL_PDF, body=textwrap.dedent(body))
        program.write_text(code, encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def soffice() -> Path:
    program = find_libreoffice()
    if program is None:
        pytest.fail("LibreOffice is missing: install libreoffice-writer-nogui")
    return program


def failure(documents: dict[str, bytes], program: Path, timeout_seconds: float = 20):
    with pytest.raises(ConversionError) as caught:
        to_pdf(documents, soffice=program, timeout_seconds=timeout_seconds)
    assert caught.value.exit_code == EXIT_CONVERSION
    assert all(problem.fix for problem in caught.value.problems)
    return caught.value


def word(*paragraphs: str, picture: bytes | None = None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if picture:
        document.add_picture(io.BytesIO(picture))
    return saved(document)


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class TestFinding:
    def test_environment_variable_comes_first(self, fake, monkeypatch):
        program = fake("")
        monkeypatch.setenv("CCHC_SOFFICE", str(program))
        assert find_libreoffice() == program

    def test_environment_variable_may_be_a_name_on_the_path(self, fake, monkeypatch):
        program = fake("").rename(fake("").with_name("soffice25.2"))
        monkeypatch.setenv("PATH", str(program.parent))
        monkeypatch.setenv("CCHC_SOFFICE", "soffice25.2")
        assert find_libreoffice() == program

    def test_wrong_environment_variable_is_not_passed_over(self, fake, monkeypatch, tmp_path):
        monkeypatch.setenv("PATH", str(fake("").parent))
        monkeypatch.setenv("CCHC_SOFFICE", str(tmp_path / "không có"))
        assert find_libreoffice() is None
        with pytest.raises(ConversionError, match=r'theo đường dẫn ".*không có"'):
            to_pdf({"a": INPUT})

    @pytest.mark.parametrize("name", ["soffice", "libreoffice"])
    def test_search_path(self, fake, monkeypatch, name):
        program = fake("").rename(fake("").with_name(name))
        monkeypatch.delenv("CCHC_SOFFICE", raising=False)
        monkeypatch.setenv("PATH", str(program.parent))
        assert find_libreoffice() == program

    def test_missing_program(self, monkeypatch, tmp_path):
        monkeypatch.delenv("CCHC_SOFFICE", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr("cchc_docs.render.pdf._USUAL_PLACES", ())
        assert find_libreoffice() is None
        remedy = "sudo apt install libreoffice-writer-nogui fonts-liberation2"
        with pytest.raises(ConversionError, match=remedy):
            to_pdf({"a": INPUT})

    def test_given_program_is_missing(self, tmp_path):
        error = failure({"a": INPUT}, tmp_path / "không có")
        assert "Không chạy được LibreOffice" in str(error)

    def test_given_program_is_no_program(self, fake):
        program = fake("")
        program.write_bytes(b"\x00")
        assert "Không chạy được LibreOffice" in str(failure({"a": INPUT}, program))


class TestFakeLibreOffice:
    def test_nothing_to_convert_starts_nothing(self, tmp_path):
        assert to_pdf({}, soffice=tmp_path / "không có") == {}

    def test_arguments_and_surroundings(self, fake, temporary):
        program = fake("""
            import tempfile
            from urllib.parse import urlparse
            from urllib.request import url2pathname
            room = Path.cwd()
            (uri,) = [a.split("=", 1)[1] for a in arguments if a.startswith("-env:UserInst")]
            profile = Path(url2pathname(urlparse(uri).path))
            assert profile.is_relative_to(room)
            assert "BlockUntrustedRefererLinks" in (
                profile / "user" / "registrymodifications.xcu").read_text()
            assert Path(tempfile.gettempdir()) == room
            assert {"--headless", "--norestore", "--nolockcheck"} < set(arguments)
            assert arguments[arguments.index("--convert-to") + 1] == "pdf:writer_pdf_Export"
            assert os.getsid(0) == os.getpid()
            assert all(name.name.isascii() for name in inputs)
            for name in inputs:
                write(SMALL_PDF + name.read_bytes() + b"%%EOF", [name])
        """)
        documents = {"Kế hoạch/2025.docx": b"PK1", "--help": b"PK2", "": b"PK3"}
        pdfs = to_pdf(documents, soffice=program)
        assert list(pdfs) == list(documents)
        assert {name: pdf.removeprefix(SMALL_PDF)[:3] for name, pdf in pdfs.items()} == documents

    @pytest.mark.skipif(
        os.name == "nt", reason="Windows cannot swap standard input by its descriptor"
    )
    def test_standard_input_is_closed(self, fake):
        reader, writer = os.pipe()
        ours = os.dup(0)
        os.dup2(reader, 0)
        try:
            to_pdf({"a": INPUT}, soffice=fake("sys.stdin.read(); write(SMALL_PDF)"))
        finally:
            os.dup2(ours, 0)
            for descriptor in (reader, writer, ours):
                os.close(descriptor)

    def test_program_may_be_a_relative_path(self, fake, monkeypatch):
        program = fake("write(SMALL_PDF)")
        monkeypatch.chdir(program.parent)
        assert to_pdf({"a": INPUT}, soffice=Path("soffice")) == {"a": SMALL_PDF}

    @pytest.mark.parametrize(
        ("body", "cause"),
        [
            ("sys.exit(3)", "mã thoát 3"),
            ("os.kill(os.getpid(), signal.SIGSEGV)", "mã thoát -11"),
            ("sys.exit('Unspecified Application Error')", 'báo: "Unspecified Application Error"'),
        ],
    )
    def test_crash(self, fake, body, cause):
        error = failure({"a.docx": INPUT}, fake(body))
        assert "dừng đột ngột" in str(error)
        assert cause in str(error)

    def test_crash_names_the_document_it_stopped_at(self, fake):
        program = fake("""
            for number, name in enumerate(inputs):
                if (Path.cwd() / name).read_bytes() == b"PK bad":
                    os.abort()
                write(SMALL_PDF, [name])
            """)
        error = failure({"một": INPUT, "hai": b"PK bad", "ba": INPUT}, program)
        assert [problem.place.file for problem in error.problems] == ["hai"]
        assert error.converted == {"một": SMALL_PDF, "ba": SMALL_PDF}

    def test_a_crash_after_the_last_document_costs_nothing(self, fake):
        program = fake("write(SMALL_PDF); sys.exit(134)")
        assert to_pdf({"một": INPUT}, soffice=program) == {"một": SMALL_PDF}

    def test_a_program_that_always_breaks_is_not_tried_for_ever(self, fake, tmp_path):
        runs = tmp_path / "runs"
        program = fake(f"open({str(runs)!r}, 'a').write('x'); os.abort()")
        documents = {f"văn bản {number}": INPUT for number in range(20)}
        error = failure(documents, program)
        assert runs.read_text() == "xxx"
        assert [problem.place.file for problem in error.problems] == list(documents)
        assert error.converted == {}

    @pytest.mark.parametrize(
        ("body", "message"),
        [
            ("", "không tạo ra tệp PDF"),
            ("outdir.mkdir()", "không tạo ra tệp PDF"),
            ("(outdir / '0001.pdf').mkdir(parents=True)", "không tạo ra tệp PDF"),
            ("write(b'')", "tệp rỗng"),
            ("write(b'PK rubbish' * 1000)", "không phải PDF"),
            ("write(SMALL_PDF[1:])", "không phải PDF"),
            ("write(SMALL_PDF.replace(b'%%EOF', b''))", "không phải PDF"),
            ("write(SMALL_PDF + bytes(5000))", "không phải PDF"),
            ("write(SMALL_PDF.replace(b'/Page', b'/Pages'))", "không phải PDF"),
            ("print('convert a -> b\\nError: no export filter')", 'báo: "Error: no export filter"'),
        ],
    )
    def test_no_usable_pdf(self, fake, body, message):
        error = failure({"Kế hoạch 2025": INPUT}, fake(body))
        (problem,) = error.problems
        assert problem.place.file == "Kế hoạch 2025"
        assert message in problem.what

    def test_every_failed_document_is_named(self, fake):
        program = fake("write(SMALL_PDF, inputs[:1]); write(b'rubbish', inputs[1:2])")
        error = failure({"một": INPUT, "hai": INPUT, "ba": INPUT}, program)
        assert [problem.place.file for problem in error.problems] == ["hai", "ba"]

    @pytest.mark.parametrize(
        ("packed", "good"),
        [
            (zlib.compress(b"1 0 <</Type/Page>>"), True),
            (zlib.compress(b"1 0 <</Type/Pages>>"), False),
            (b"rubbish", False),
        ],
    )
    def test_pages_in_an_object_stream(self, fake, packed, good):
        program = fake(f"write({PACKED_PDF % packed!r})")
        if good:
            assert to_pdf({"a": INPUT}, soffice=program) == {"a": PACKED_PDF % packed}
        else:
            failure({"a": INPUT}, program)

    def test_temporary_folder_that_cannot_be_used(self, fake, monkeypatch, temporary):
        monkeypatch.setattr(tempfile, "tempdir", str(temporary / "không có"))
        assert "thư mục tạm" in str(failure({"a": INPUT}, fake("write(SMALL_PDF)")))


@pytest.mark.skipif(
    not hasattr(os, "mkfifo"),
    reason="no process groups or named pipes, by which a child is seen to die",
)
class TestLeftoverProcesses:
    """A child of the fake holds a named pipe open: its end tells that the child is dead."""

    CHILD = """
        child = "import sys, time; f = open(sys.argv[1], 'w'); print('up', file=f, flush=True); "
        child += "open(sys.argv[2], 'w'); time.sleep(60)"
        subprocess.Popen([sys.executable, "-c", child, {pipe!r}, {ready!r}])
        while not Path({ready!r}).exists():
            time.sleep(0.01)
    """

    @pytest.fixture
    def pipe(self, tmp_path) -> Iterator[int]:
        os.mkfifo(tmp_path / "pipe")
        descriptor = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
        yield descriptor
        os.close(descriptor)

    @pytest.fixture
    def child(self, tmp_path) -> str:
        body = textwrap.dedent(self.CHILD)
        return body.format(pipe=str(tmp_path / "pipe"), ready=str(tmp_path / "ready"))

    def assert_dead(self, pipe: int) -> None:
        assert os.read(pipe, 10) == b"up\n"
        assert select.select([pipe], [], [], 5)[0], "the child is still alive"
        assert os.read(pipe, 10) == b""

    def test_hung_program_is_killed_with_its_children(self, fake, child, pipe):
        program = fake(child + "write(SMALL_PDF, inputs[:1])\ntime.sleep(60)")
        began = time.monotonic()
        error = failure({"một": INPUT, "hai": INPUT}, program, timeout_seconds=1.6)
        assert 1.9 < time.monotonic() - began < 10
        (problem,) = error.problems
        assert problem.place.file == "hai"
        assert problem.what.startswith("LibreOffice không chuyển xong sang PDF trong 2 giây")
        self.assert_dead(pipe)

    def test_child_that_outlives_the_program_is_killed(self, fake, child, pipe):
        program = fake(child + "write(SMALL_PDF)")
        assert to_pdf({"một": INPUT}, soffice=program) == {"một": SMALL_PDF}
        self.assert_dead(pipe)

    def test_interruption_kills_too(self, fake, child, pipe, monkeypatch, tmp_path):
        real_wait = subprocess.Popen.wait

        def wait(process, timeout=None):
            if timeout is None:
                return real_wait(process)
            while not (tmp_path / "ready").exists():
                time.sleep(0.01)
            raise KeyboardInterrupt

        monkeypatch.setattr(subprocess.Popen, "wait", wait)
        with pytest.raises(KeyboardInterrupt):
            to_pdf({"một": INPUT}, soffice=fake(child + "time.sleep(60)"))
        self.assert_dead(pipe)


class TestRealLibreOffice:
    def test_two_documents_in_one_run(self, soffice):
        pdfs = to_pdf(
            {
                "Kế hoạch": word("Ủy ban nhân dân phường Đức Thắng", picture=PIXEL),
                "Báo cáo": word("Cải cách hành chính quý Ⅰ: tỷ lệ 98,7% đúng hạn"),
            },
            soffice=soffice,
        )
        texts = {name: extract_text(io.BytesIO(pdf)).strip() for name, pdf in pdfs.items()}
        assert texts == {
            "Kế hoạch": "Ủy ban nhân dân phường Đức Thắng",
            "Báo cáo": "Cải cách hành chính quý Ⅰ: tỷ lệ 98,7% đúng hạn",
        }
        assert b"/Subtype/Image" in pdfs["Kế hoạch"]

    @pytest.mark.parametrize("rubbish", [b"", b"<html>x</html>", b"PK", word("a")[:-900]])
    def test_rubbish_is_refused_by_name(self, soffice, rubbish):
        error = failure({"tốt": word("a"), "hỏng": rubbish}, soffice, timeout_seconds=120)
        assert [problem.place.file for problem in error.problems] == ["hỏng"]

    def test_linked_picture_is_not_fetched(self, soffice):
        asked: list[str] = []

        class Ear(BaseHTTPRequestHandler):
            def parse_request(self) -> bool:
                asked.append(self.raw_requestline.decode())
                return False

        with ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            document = docx.Document()
            document.add_paragraph("Có ảnh liên kết")
            document.add_picture(io.BytesIO(PIXEL))
            url = f"http://127.0.0.1:{server.server_port}/anh.png"
            link = document.part.relate_to(url, RELATIONSHIP_TYPE.IMAGE, is_external=True)
            (blip,) = document.element.body.iter(qn("a:blip"))
            del blip.attrib[qn("r:embed")]
            blip.set(qn("r:link"), link)
            pdfs = to_pdf({"a": saved(document)}, soffice=soffice)
            server.shutdown()
        assert "Có ảnh liên kết" in extract_text(io.BytesIO(pdfs["a"]))
        assert asked == []
