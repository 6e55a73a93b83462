"""The workbook's way out and in: what is never overwritten, what a file is, lost sheets."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import ROOT, Run

PLAN, PROFILE = "ward/2024/ke-hoach.yaml", "ward/don-vi.yaml"
LOG = "ward/2024/so-lieu.yaml"


@pytest.fixture(autouse=True)
def ward(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "hoai-hao", tmp_path / "ward")


@pytest.fixture
def book(cchc: Run, tmp_path: Path) -> Path:
    assert cchc("workbook", PLAN, "--from", LOG, "--out", "so.xlsx").returncode == 0
    return tmp_path / "so.xlsx"


class TestOutputs:
    @pytest.mark.parametrize("out", [PLAN, PROFILE, LOG, "same.xlsx"])
    def test_no_input_is_overwritten(self, cchc: Run, tmp_path: Path, out: str) -> None:
        (tmp_path / "same.xlsx").symlink_to(tmp_path / PLAN)
        before = (tmp_path / out).read_bytes()
        done = cchc("workbook", PLAN, "--from", LOG, "--out", out, "--overwrite")
        assert done.returncode == 6
        assert "đầu vào" in done.stderr
        assert "Cách sửa" in done.stderr
        assert (tmp_path / out).read_bytes() == before

    def test_a_provinces_form_is_an_input(self, cchc: Run, tmp_path: Path) -> None:
        form = tmp_path / "ward" / "mau.xlsx"
        shutil.copy(ROOT / "cchc_docs" / "decree" / "mau-bao-cao.yaml", form)
        profile = tmp_path / PROFILE
        text = profile.read_text("utf-8")
        profile.write_text(text.replace("reports:\n", "reports:\n  form: mau.xlsx\n"), "utf-8")
        done = cchc("workbook", PLAN, "--out", "ward/mau.xlsx", "--overwrite")
        assert done.returncode == 6
        assert "đầu vào" in done.stderr

    @pytest.mark.parametrize("out", ["a.xls", "a.docx", "a", "a.xlsx.bak"])
    def test_another_ending_is_refused(self, cchc: Run, tmp_path: Path, out: str) -> None:
        done = cchc("workbook", PLAN, "--out", out)
        assert done.returncode == 6
        assert ".xlsx" in done.stderr
        assert not (tmp_path / out).exists()

    def test_capitals_of_the_ending_do_not_matter(self, cchc: Run) -> None:
        assert cchc("workbook", PLAN, "--out", "A.XLSX").returncode == 0

    def test_rendering_does_not_overwrite_its_template(self, cchc: Run, tmp_path: Path) -> None:
        name = "ke-hoach-cchc-2024.docx"
        shutil.copy(ROOT / "templates" / "kehoach" / "ke-hoach.docx", tmp_path / name)
        done = cchc("render", PLAN, "--template", name, "--out", ".", "--overwrite")
        assert done.returncode == 6
        assert "đầu vào" in done.stderr

    def test_the_rollover_does_not_overwrite_its_progress(self, cchc: Run, tmp_path: Path) -> None:
        (tmp_path / "next").mkdir()
        shutil.copy(tmp_path / LOG, tmp_path / "next" / "ke-hoach.yaml")
        arguments = ("--progress", "next/ke-hoach.yaml", "--out", "next", "--overwrite")
        done = cchc("rollover", PLAN, "--year", 2025, *arguments)
        assert done.returncode == 6
        assert "đầu vào" in done.stderr


def ole(stream: str) -> bytes:
    """The head of a compound file and the name of one of its streams ([MS-CFB])."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + stream.encode("utf-16-le")


def open_document(kind: str) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<x/>")
    return saved.getvalue()


WORD = (ROOT / "templates" / "kehoach" / "ke-hoach.docx").read_bytes()


class TestContent:
    @pytest.mark.parametrize("name", ["so", "so.yaml", "so.xlsm"])
    def test_a_workbook_is_one_under_any_name(
        self, cchc: Run, tmp_path: Path, book: Path, name: str
    ) -> None:
        book.rename(tmp_path / name)
        assert cchc("validate", name, "--plan", PLAN).returncode == 0
        done = cchc("report", PLAN, "--period", "Q1", "--figures", name)
        assert done.returncode == 0, done.stderr

    @pytest.mark.parametrize("name", ["so.xlsx", "so.txt"])
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (ole("Workbook"), "(.xls)"),
            (ole("EncryptedPackage"), "mật khẩu"),
            (open_document("spreadsheet"), "(.ods)"),
        ],
        ids=["old", "encrypted", "open"],
    )
    def test_tables_of_other_formats_are_told_apart(
        self, cchc: Run, tmp_path: Path, content: bytes, said: str, name: str
    ) -> None:
        (tmp_path / name).write_bytes(content)
        for done in (
            cchc("validate", name),
            cchc("report", PLAN, "--period", "Q1", "--figures", name),
        ):
            assert done.returncode == 3
            assert said in done.stderr
            assert "UTF-8" not in done.stderr
            assert ".xlsx" in done.stderr.split("Cách sửa")[1]

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (WORD, "tệp Word"),
            (ole("WordDocument"), "tệp Word dạng cũ (.doc)"),
            (open_document("text"), "văn bản OpenDocument (.odt)"),
            (b"%PDF-1.7\n\xff", "tệp PDF"),
            (WORD[:5000], "tệp nén hoặc tệp Office bị hỏng"),
        ],
        ids=["docx", "doc", "odt", "pdf", "cut off"],
    )
    def test_what_is_no_plan_is_named(
        self, cchc: Run, tmp_path: Path, content: bytes, kind: str
    ) -> None:
        (tmp_path / "x.docx").write_bytes(content)
        for arguments in (("validate",), ("report", "--period", "Q1", "--figures", LOG)):
            done = cchc(*arguments, "x.docx")
            assert done.returncode == 3
            assert f"Đây là {kind}, không phải kế hoạch" in done.stderr
        assert cchc("report", PLAN, "--period", "Q1", "--figures", "x.docx").returncode == 3

    def test_a_workbook_is_no_plan(self, cchc: Run, book: Path) -> None:
        done = cchc("report", book.name, "--period", "Q1", "--figures", LOG)
        assert done.returncode == 3
        assert "Đây là sổ Excel, không phải kế hoạch" in done.stderr

    def test_the_rollover_reads_a_workbook_under_any_name(
        self, cchc: Run, tmp_path: Path, book: Path
    ) -> None:
        book.rename(tmp_path / "so.yaml")
        done = cchc("rollover", PLAN, "--year", 2025, "--out", "next", "--progress", "so.yaml")
        assert done.returncode == 0, done.stderr


def test_a_lost_sheet_is_told_and_comes_back(cchc: Run, book: Path, tmp_path: Path) -> None:
    opened, sheet = load_workbook(book), "Cùng kỳ năm trước"
    del opened[sheet]
    opened.save(book)
    for done in (
        cchc("validate", book.name),
        cchc("report", PLAN, "--period", "Q1", "--figures", book.name),
        cchc("rollover", PLAN, "--year", 2025, "--progress", book.name),
    ):
        assert done.returncode == 3
        assert f'Không có trang "{sheet}"' in done.stderr
        assert "--from" in done.stderr
    done = cchc("workbook", PLAN, "--from", book.name, "--out", "moi.xlsx")
    assert done.returncode == 0, done.stderr
    assert cchc("validate", "moi.xlsx", "--plan", PLAN).returncode == 0
    assert sheet in load_workbook(tmp_path / "moi.xlsx", read_only=True).sheetnames


@pytest.mark.parametrize("day", ["14/02/2026", "14-2-26", " 14/2/26", "2026-02-14"])
def test_days_of_the_window_are_read_as_in_the_workbook(cchc: Run, day: str) -> None:
    done = cchc("report", PLAN, "--period", "Q1", "--figures", LOG, "--to", day)
    assert "ngày 14/02/2026" in done.stdout


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("31/02/2024", 'Không có ngày "31/02/2024"'),
        ("02/2024", '"02/2024" chưa đủ ngày, tháng, năm'),
        ("mai", '"mai" không phải một ngày'),
    ],
)
def test_a_day_that_is_none_is_told_in_vietnamese(cchc: Run, day: str, said: str) -> None:
    done = cchc("report", PLAN, "--period", "Q1", "--figures", LOG, "--to", day)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "31/12/2024" in done.stderr
    assert "%" not in done.stderr
