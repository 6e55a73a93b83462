"""`cchc check` as an officer runs it."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_docs.ooxml.package import read_package, write_package
from tests.checker.documents import built
from tests.cli.running import WRITES_PDF, Run, fake_soffice, files_in


@pytest.fixture(autouse=True)
def documents(tmp_path: Path) -> None:
    (tmp_path / "good.docx").write_bytes(built("ke-hoach"))
    big = [{"element": "quoc_hieu", "size": 15}]
    (tmp_path / "bad.docx").write_bytes(built("ke-hoach", big))


def check(cchc: Run, *arguments: object):
    return cchc("check", *arguments, "--no-print")


def test_a_flawless_document(cchc: Run) -> None:
    done = check(cchc, "good.docx")
    assert done.returncode == 0
    assert "good.docx: 0 lỗi" in done.stdout
    assert "LỖI" not in done.stdout


def test_an_error_is_told_with_rule_clause_place_and_remedy(cchc: Run) -> None:
    done = check(cchc, "bad.docx")
    assert done.returncode == 1
    assert "LỖI [qh-size] Quốc hiệu cỡ chữ 12 đến 13 (NĐ 30/2020, Phụ lục I, Phần I, II.1.a)." in (
        done.stdout
    )
    assert "cỡ chữ: 15 pt; yêu cầu: từ 12 đến 13 pt." in done.stdout
    assert '"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"' in done.stdout
    assert "Cách sửa: Chọn dòng Quốc hiệu, đặt cỡ chữ 12 hoặc 13." in done.stdout


def test_what_is_not_looked_at_is_told_and_never_counted_as_passed(cchc: Run) -> None:
    data = json.loads(check(cchc, "good.docx", "--format", "json").stdout)["files"][0]
    left = {rule for one in data["not_evaluated"] for rule in one["rules"]}
    assert {"qh-one-line", "place-full-name-special"} <= left
    assert not left & set(data["passed"])
    assert sum(data["counts"].values()) == 274


def test_several_files_and_a_folder_end_in_a_table(cchc: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copy(tmp_path / "good.docx", folder)
    (folder / "~$good.docx").write_bytes(b"Word has it open")
    done = check(cchc, "bad.docx", "folder")
    table = done.stdout.rpartition("\n\n")[2].splitlines()
    assert [line.split()[0] for line in table] == ["Tệp", "bad.docx", "folder/good.docx"]
    assert done.returncode == 1


def test_the_workbook_holds_findings_and_a_summary(cchc: Run, tmp_path: Path) -> None:
    done = check(cchc, "good.docx", "bad.docx", "--format", "xlsx", "--out", "out.xlsx")
    assert done.returncode == 1
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Kết quả", "Tổng hợp"]
    rows = list(book["Kết quả"].iter_rows(min_row=2, values_only=True))
    assert ("bad.docx", "LỖI", "qh-size") in [row[:3] for row in rows]
    summary = list(book["Tổng hợp"].iter_rows(min_row=2, values_only=True))
    assert [row[:4] for row in summary] == [
        ("good.docx", "Kế hoạch", 0, 0),
        ("bad.docx", "Kế hoạch", 2, 0),
    ]
    assert all(isinstance(one, int) for row in summary for one in row[2:6])
    assert "place-full-name-special" in summary[0][6]


def test_the_workbook_says_what_was_not_read_and_why(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "scan.docx").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "folder" / "old.doc").write_bytes(b"")
    assert check(cchc, "folder", "--format", "xlsx", "--out", "out.xlsx").returncode == 3
    sheet = load_workbook(tmp_path / "out.xlsx")["Tổng hợp"]
    scan, old = sheet.iter_rows(min_row=2, values_only=True)
    assert scan[:6] == ("folder/scan.docx", "không đọc được", None, None, None, None)
    assert scan[6].startswith("Đây là tệp PDF, không phải tệp Word .docx.")
    assert old[:2] == ("folder/old.doc", "bỏ qua")
    assert old[6].startswith("Không phải tệp .docx.")


def test_the_workbook_says_why_a_rule_is_waived(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("waived: [{id: qh-size, reason: Phôi cũ}]", "utf-8")
    check(cchc, "bad.docx", "--house", "house.yaml", "--format", "xlsx", "--out", "out.xlsx")
    rows = load_workbook(tmp_path / "out.xlsx")["Kết quả"].iter_rows(min_row=2, values_only=True)
    reasons = {row[2]: (row[1], row[-1]) for row in rows}
    assert reasons["qh-size"] == ("ĐƯỢC MIỄN", "Phôi cũ")
    assert reasons["size-trio-consistent"] == ("LỖI", None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"mot van ban thuong", "Đây không phải tệp Word."),
        (b"", "Tệp rỗng"),
        (b"<html><body>Ke hoach</body></html>", "Đây không phải tệp Word."),
        (b"%PDF-1.7 ...", "Đây là tệp PDF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "(.doc)"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04 broken", "bị hỏng"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "Kiểm tra tệp Word gốc"),  # a workbook
    ],
)
def test_what_is_no_word_file_is_named(
    cchc: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "x.docx").write_bytes(content)
    done = check(cchc, "x.docx")
    assert (done.returncode, said in done.stderr) == (3, True), done.stderr
    assert "Cách sửa:" in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["", "bad.docx"], 2, "tên tệp, thư mục để trống"),
        (["bad.docx", "--out", "x.xlsx"], 2, "--format xlsx"),
        (["bad.docx", "--annotate", "x.pdf"], 6, 'ví dụ "x.docx"'),
        (["bad.docx", "--fix", "x"], 6, 'ví dụ "x.docx"'),
        (["bad.docx", "--format", "xlsx", "--out", "x.csv"], 6, 'ví dụ "x.xlsx"'),
    ],
)
def test_what_was_not_meant_is_refused_before_any_work(
    cchc: Run, tmp_path: Path, args: list[str], code: int, said: str
) -> None:
    before = sorted(tmp_path.iterdir())
    done = check(cchc, *args)
    assert (done.returncode, done.stdout, said in done.stderr) == (code, "", True), done.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_one_broken_file_does_not_stop_the_others(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"")
    done = check(cchc, "x.docx", "bad.docx")
    assert done.returncode == 3
    assert "[qh-size]" in done.stdout
    assert "x.docx    không đọc được" in done.stdout


def test_a_waived_rule_stays_visible_with_its_reason(cchc: Run, tmp_path: Path) -> None:
    waived = "waived: [{id: qh-size, reason: Phôi in sẵn}, {id: size-trio-consistent, reason: x}]"
    (tmp_path / "house.yaml").write_text(waived, "utf-8")
    done = check(cchc, "bad.docx", "--house", "house.yaml")
    assert done.returncode == 0
    assert "ĐƯỢC MIỄN [qh-size]" in done.stdout
    assert "Phôi in sẵn" in done.stdout


def test_a_rule_of_the_house_is_switched_off_but_none_of_the_decree(
    cchc: Run, tmp_path: Path
) -> None:
    (tmp_path / "house.yaml").write_text("rules: [{id: qh-size, level: off, reason: x}]", "utf-8")
    done = check(cchc, "bad.docx", "--house", "house.yaml")
    assert (done.returncode, "Không tắt" in done.stderr) == (3, True)


def test_outputs_are_never_inputs(cchc: Run, tmp_path: Path) -> None:
    before = (tmp_path / "bad.docx").read_bytes()
    done = check(cchc, "bad.docx", "--annotate", "bad.docx", "--overwrite")
    assert done.returncode == 6
    assert (tmp_path / "bad.docx").read_bytes() == before
    done = check(cchc, "bad.docx", "good.docx", "--fix", "x.docx")
    assert (done.returncode, "một văn bản, ở đây có 2." in done.stderr) == (2, True)
    assert "x.docx" not in files_in(tmp_path)


def test_a_protected_document_is_checked_and_never_changed(cchc: Run, tmp_path: Path) -> None:
    parts = read_package((tmp_path / "bad.docx").read_bytes()) | {"word/vbaProject.bin": b"x"}
    (tmp_path / "macro.docx").write_bytes(write_package(parts))
    for option in ("--annotate", "--fix"):
        done = check(cchc, "macro.docx", option, "out.docx")
        assert (done.returncode, "[qh-size]" in done.stdout) == (6, True)
        assert "LỖI macro.docx: Văn bản đã ký số" in done.stderr
        assert "out.docx" not in files_in(tmp_path)


def test_a_folder_without_word_files(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = check(cchc, "empty", "--format", "json")
    assert (done.returncode, "Không có tệp .docx nào" in done.stderr) == (2, True)


def test_what_a_folder_holds_beside_word_files_is_told(cchc: Run, tmp_path: Path) -> None:
    inside = tmp_path / "folder" / "cu"
    inside.mkdir(parents=True)
    shutil.copy(tmp_path / "good.docx", inside / "GOOD.DOCX")
    for name in ("a.doc", "b.odt", "~$a.doc", "._a.docx", "GOOD.pdf", "c.txt", "d.xlsx"):
        (inside / name).write_bytes(b"")
    done = check(cchc, "folder")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == (
        "folder: bỏ qua 2 tệp không phải .docx: cu/a.doc, cu/b.odt."
    )
    data = json.loads(check(cchc, "folder", "--format", "json").stdout)
    assert [one["file"] for one in data["files"]] == ["folder/cu/GOOD.DOCX"]
    assert data["passed_over"] == ["folder/cu/a.doc", "folder/cu/b.odt"]


def test_what_is_hidden_is_left_and_nothing_is_told_twice(cchc: Run, tmp_path: Path) -> None:
    for folder in (".git", "cu"):
        (tmp_path / "folder" / folder).mkdir(parents=True)
        shutil.copy(tmp_path / "good.docx", tmp_path / "folder" / folder / "a.docx")
        (tmp_path / "folder" / folder / "b.doc").write_bytes(b"")
    data = json.loads(check(cchc, "folder", "folder/cu", "--format", "json").stdout)
    assert [one["file"] for one in data["files"]] == ["folder/cu/a.docx"]
    assert data["passed_over"] == ["folder/cu/b.doc"]


def test_a_scan_is_told_and_a_long_list_cut(cchc: Run, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"x{number:02}.pdf").write_bytes(b"")
    done = check(cchc, ".")
    assert ".: bỏ qua 12 tệp không phải .docx: x00.pdf, " in done.stdout
    assert done.stdout.endswith("x09.pdf, và 2 tệp khác.\n")


def test_a_folder_of_other_documents_only(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.doc").write_bytes(b"")
    done = check(cchc, "old")
    assert (done.returncode, "old: bỏ qua 1 tệp không phải .docx: a.doc." in done.stderr) == (
        2,
        True,
    )


def test_a_file_named_twice_is_checked_once(cchc: Run) -> None:
    data = json.loads(check(cchc, "bad.docx", ".", "--format", "json").stdout)
    assert [one["file"] for one in data["files"]] == ["bad.docx", "good.docx"]


def test_two_results_in_one_file(cchc: Run, tmp_path: Path) -> None:
    done = check(cchc, "bad.docx", "--annotate", "x.docx", "--fix", "x.docx")
    assert done.returncode == 6
    assert "x.docx" not in files_in(tmp_path)


def test_a_broken_profile_is_told_once(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("waived: [{id: qh-siz, reason: x}]", "utf-8")
    done = check(cchc, "good.docx", "bad.docx", "--house", "house.yaml")
    assert (done.returncode, done.stderr.count("house.yaml")) == (3, 1)
    assert "good.docx" not in done.stdout + done.stderr


def test_remarks_and_repairs_are_written_beside(cchc: Run, tmp_path: Path) -> None:
    before = (tmp_path / "bad.docx").read_bytes()
    done = check(cchc, "bad.docx", "--annotate", "remarks.docx", "--fix", "mended.docx")
    assert done.returncode == 1
    assert "ĐÃ SỬA [qh-size] Quốc hiệu" in done.stdout
    assert (tmp_path / "bad.docx").read_bytes() == before
    assert check(cchc, "mended.docx").returncode == 0
    assert "[qh-size]" in check(cchc, "remarks.docx").stdout


@pytest.mark.parametrize(("body", "printed"), [(WRITES_PDF, True), ("raise SystemExit(3)", False)])
def test_the_printed_page_is_judged_where_it_can_be_printed(
    cchc: Run, tmp_path: Path, body: str, printed: bool
) -> None:
    soffice = fake_soffice(tmp_path, body)
    done = cchc("check", "good.docx", "bad.docx", CCHC_SOFFICE=soffice)
    assert done.returncode == 1  # whatever LibreOffice does, what can be judged is
    assert "[qh-size]" in done.stdout
    assert ("cần bản in" in done.stdout) is not printed
    assert bool(done.stderr) is not printed
