"""Every command as people and scripts run it: a process, its exit code, what it says and writes."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import jsonschema
import pytest
import yaml

from cchc_docs import api
from tests.cli.running import (
    ROOT,
    SMALL_PDF,
    WRITES_PDF,
    Run,
    command,
    fake_soffice,
    surroundings,
)

REAL = ROOT / "examples" / "hoai-hao" / "2024" / "ke-hoach.yaml"
STARTER = ROOT / "examples" / "khoi-dau" / "2026" / "ke-hoach.yaml"
COMMANDS = [
    *([], ["demo"], ["init"], ["validate"], ["render"], ["schema"], ["doctor"]),
    *(["template"], ["template", "check"], ["template", "dump"]),
]
# What click says when nobody translates it, and metavars it makes up.
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|args|show|this|message|and|exit|error|try|help for|default|"
    r"required|missing|invalid|value|argument|got|unexpected|extra|no such|text|integer|"
    r"directory|does not|file|path|choice|version|is not|one of|did you mean)\b",
    re.IGNORECASE,
)
TYPED = [*(word for path in COMMANDS for word in path), "text", "json"]


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A ward's folder; the path of its plan is returned."""
    return new_ward(tmp_path / "phuong")


def new_ward(folder: Path, name: str = "Bình Minh") -> Path:
    shutil.copytree(STARTER.parent.parent, folder)
    replace(folder / "don-vi.yaml", "name: Bình Minh", f"name: {name}")
    return folder / "2026" / "ke-hoach.yaml"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def answered(plan: Path) -> Path:
    """The plan without its open question."""
    replace(plan, '"[[Kế hoạch riêng hay lồng ghép?]]"', "Kế hoạch")
    return plan


def line_of(path: Path, piece: str) -> int:
    text = path.read_text("utf-8")
    assert text.count(piece) == 1
    return text[: text.index(piece)].count("\n") + 1


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def is_word_file(path: Path) -> bool:
    return bool(docx.Document(str(path)).paragraphs)


# Root may write everywhere; without these two rights it is held to the modes like anybody.
WITHOUT_PRIVILEGE = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
)


class TestHelp:
    @pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
    def test_is_vietnamese(self, cchc, path):
        done = cchc(*path, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(" ".join(["Cách dùng: cchc", *path]))
        # What a user types is English: options, formats, names of commands.
        words = re.sub(r"--?[a-z]+|\S+\.docx", "", done.stdout)
        words = re.sub(rf"\b({'|'.join(TYPED)})\b", "", words)
        assert not ENGLISH.search(words), ENGLISH.search(words)

    def test_loads_no_heavy_library(self):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "cchc_docs", "--help"],
            env=surroundings(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.split("\n")}
        assert "click" in loaded  # the list is not empty
        assert not loaded & {"docx", "docxtpl", "lxml", "jinja2", "pydantic", "pydantic_core"}

    def test_has_a_short_name(self, cchc):
        assert cchc("render", "-h").stdout == cchc("render", "--help").stdout

    def test_every_command_is_listed(self, cchc):
        listed = cchc("--help").stdout
        for path in COMMANDS:
            assert not path or f"  {path[0]} " in listed

    def test_version(self, cchc):
        done = cchc("--version")
        assert done.returncode == 0
        assert re.fullmatch(r"cchc \d+\.\d+\S*\n", done.stdout)


class TestWrongCommandLine:
    @pytest.mark.parametrize(
        "arguments",
        [
            *([], ["zzz"], ["--zzz"], ["render"], ["validate"], ["init"], ["template"]),
            *(["render", "--zzz", "x.yaml"], ["render", "x.yaml", "--out"], ["demo", "x"]),
            *(["validate", "x", "--format", "xml"], ["schema", "zzz"], ["schema", "a", "b"]),
            *(["init", "x", "--year", "abc"], ["template", "check"], ["template", "zzz"]),
            *(["init", "x", "y"], ["doctor", "x"], ["template", "dump", "a", "b"]),
        ],
        ids=" ".join,
    )
    def test_is_exit_code_2_and_vietnamese(self, cchc, arguments, tmp_path):
        done = cchc(*arguments)
        assert done.returncode == 2
        assert done.stdout == ""
        said = re.sub(r"'[^']*'|cchc [a-z ]+|--[a-z]+", "", done.stderr)
        if "Các lệnh:" not in said:
            assert not ENGLISH.search(said), done.stderr
        assert names(tmp_path) == []

    @pytest.mark.parametrize("year", ["0", "-1", "1", "1999", "2101", "99999"])
    def test_a_year_no_plan_can_have(self, cchc, tmp_path, year):
        assert cchc("init", "x", "--year", year).returncode == 2
        assert names(tmp_path) == []


class TestRender:
    def test_writes_a_draft_named_by_what_it_is(self, cchc, ward, tmp_path):
        done = cchc("render", ward, "--out", "ra")
        assert (done.returncode, done.stderr) == (0, "")
        assert names(tmp_path / "ra") == ["ke-hoach-cchc-2026.docx"]
        assert is_word_file(tmp_path / "ra" / "ke-hoach-cchc-2026.docx")
        assert "ke-hoach-cchc-2026.docx" in done.stdout

    def test_goes_to_out_if_nothing_is_said(self, cchc, ward, tmp_path):
        assert cchc("render", ward).returncode == 0
        assert (tmp_path / "out" / "ke-hoach-cchc-2026.docx").is_file()

    def test_makes_folders(self, cchc, ward, tmp_path):
        assert cchc("render", ward, "--out", "a/b c/đ").returncode == 0
        assert names(tmp_path / "a" / "b c" / "đ") == ["ke-hoach-cchc-2026.docx"]

    def test_draft_and_final_are_marked(self, cchc, ward, tmp_path):
        cchc("render", ward, "--out", "nhap")
        assert cchc("render", answered(ward), "--out", "chinh", "--final").returncode == 0
        marks = []
        for folder in ("nhap", "chinh"):
            with zipfile.ZipFile(tmp_path / folder / "ke-hoach-cchc-2026.docx") as archive:
                text = "".join(
                    archive.read(name).decode() for name in archive.namelist() if "header" in name
                )
            marks.append("DỰ THẢO" in text)
        assert marks == [True, False]

    def test_output_exists(self, cchc, ward, tmp_path):
        old = tmp_path / "out" / "ke-hoach-cchc-2026.docx"
        old.parent.mkdir()
        old.write_text("cũ")
        done = cchc("render", ward)
        assert done.returncode == 6
        assert "--overwrite" in done.stderr
        assert str(old.relative_to(tmp_path)) in done.stderr
        assert old.read_text() == "cũ"
        assert cchc("render", ward, "--overwrite").returncode == 0
        assert is_word_file(old)
        assert names(old.parent) == [old.name]

    def test_an_old_pdf_is_not_overwritten_either(self, cchc, ward, tmp_path):
        old = tmp_path / "out" / "ke-hoach-cchc-2026.pdf"
        old.parent.mkdir()
        old.write_text("cũ")
        assert cchc("render", ward, "--pdf").returncode == 6
        assert names(old.parent) == [old.name]

    @pytest.mark.parametrize("out", ["tep", "tep/sau"])
    def test_folder_that_cannot_be_made(self, cchc, ward, tmp_path, out):
        (tmp_path / "tep").write_text("một tệp")
        done = cchc("render", ward, "--out", out)
        assert done.returncode == 6
        assert "Cách sửa" in done.stderr
        assert (tmp_path / "tep").read_text() == "một tệp"

    def test_folder_without_permission(self, ward, tmp_path):
        (tmp_path / "khoa").mkdir(mode=0o500)
        done = subprocess.run(
            [*WITHOUT_PRIVILEGE, *command("render", ward, "--out", "khoa")],
            cwd=tmp_path,
            env=surroundings(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 6, done.stderr
        assert "không có quyền ghi" in done.stderr.lower()
        assert names(tmp_path / "khoa") == []

    def test_a_folder_stands_where_the_file_should_be(self, cchc, ward, tmp_path):
        (tmp_path / "out" / "ke-hoach-cchc-2026.docx").mkdir(parents=True)
        assert cchc("render", ward, "--overwrite").returncode == 6

    @pytest.mark.parametrize("file", ["khong-co.yaml", ".", "/", "a\x7fb", "", "x/y/z.yaml"])
    def test_file_not_there(self, cchc, file):
        done = cchc("render", file)
        assert done.returncode == 6
        assert "Cách sửa" in done.stderr

    def test_a_near_name_is_offered(self, cchc, ward):
        done = cchc("render", ward.with_name("kehoach.yaml"))
        assert "ke-hoach.yaml" in done.stderr

    def test_broken_data(self, cchc, ward, tmp_path):
        replace(ward, "Quý II/2026", "Quý VI/2026")
        replace(ward, "lead: van-hoa-xa-hoi", "lead: van-hoa-xh")
        done = cchc("render", ward)
        assert done.returncode == 3
        assert done.stdout == ""
        for piece in ("Quý VI/2026", "lead: van-hoa-xh"):
            assert f"{ward}, dòng {line_of(ward, piece)}, " in done.stderr
        assert done.stderr.count("Cách sửa") == 2
        assert not (tmp_path / "out").exists()

    def test_broken_profile(self, cchc, ward, tmp_path):
        profile = ward.parent.parent / "don-vi.yaml"
        replace(profile, "form: electronic", "form: giay")
        done = cchc("render", ward)
        assert done.returncode == 3
        assert f"don-vi.yaml, dòng {line_of(profile, 'form: giay')}" in done.stderr
        assert not (tmp_path / "out").exists()

    def test_a_doubtful_plan_is_rendered(self, cchc, ward):
        replace(ward, "Quý II/2026", "Quý II/2031")
        assert cchc("render", ward).returncode == 0

    def test_template(self, cchc, ward, tmp_path):
        bad = tmp_path / "mau.docx"
        bad.write_text("khong phai Word")
        done = cchc("render", ward, "--template", bad)
        assert done.returncode == 4
        assert "mau.docx" in done.stderr
        assert not (tmp_path / "out").exists()
        assert cchc("render", ward, "--template", "khong-co.docx").returncode == 6

    def test_template_of_the_profile(self, cchc, ward):
        profile = ward.parent.parent / "don-vi.yaml"
        shutil.copy(ROOT / "templates" / "kehoach" / "ke-hoach.docx", profile.with_name("m.docx"))
        replace(profile, "form: electronic", "template: m.docx\nform: electronic")
        assert cchc("render", ward).returncode == 0
        replace(profile, "m.docx", "khong-co.docx")
        done = cchc("render", ward, "--overwrite")
        assert done.returncode in (3, 6)
        assert "khong-co.docx" in done.stderr

    def test_the_real_plan_from_any_folder(self, cchc, tmp_path):
        assert cchc("render", REAL, "--final", "--out", tmp_path).returncode == 0
        assert is_word_file(tmp_path / "ke-hoach-cchc-2024.docx")

    def test_names_with_blanks_and_marks(self, cchc, ward, tmp_path):
        folder = tmp_path / "Phường Điện Biên Phủ (2026)"
        ward.parent.parent.rename(folder)
        assert cchc("render", folder / "2026" / "ke-hoach.yaml").returncode == 0

    def test_a_name_that_is_no_text(self, cchc, tmp_path):
        done = cchc("render", os.fsdecode(b"\xff\xfe.yaml"))
        assert done.returncode == 6


class TestSeveral:
    def test_a_bad_one_does_not_stop_the_others(self, cchc, tmp_path):
        good, bad, last = (new_ward(tmp_path / n, f"Tên {n}") for n in "abc")
        replace(bad, "year: 2026", "year: x")
        done = cchc("render", good, bad, "khong-co.yaml", last)
        assert done.returncode == 6  # the highest of 3 and 6
        assert names(tmp_path / "out") == [
            "ke-hoach-cchc-2026-phuong-ten-a.docx",
            "ke-hoach-cchc-2026-phuong-ten-c.docx",
        ]
        assert str(bad) in done.stderr
        assert "khong-co.yaml" in done.stderr

    def test_plans_of_one_name_get_that_of_their_unit(self, cchc, tmp_path):
        one = new_ward(tmp_path / "a", "Điện Biên Phủ")
        other = new_ward(tmp_path / "b", "Hoài Hảo")
        assert cchc("render", one, other).returncode == 0
        assert names(tmp_path / "out") == [
            "ke-hoach-cchc-2026-phuong-dien-bien-phu.docx",
            "ke-hoach-cchc-2026-phuong-hoai-hao.docx",
        ]

    def test_plans_of_one_name_and_one_unit_overwrite_nothing(self, cchc, tmp_path):
        one, other = new_ward(tmp_path / "a"), new_ward(tmp_path / "b")
        third = new_ward(tmp_path / "c", "Hoài Hảo")
        done = cchc("render", one, other, third)
        assert done.returncode == 6
        assert str(one) in done.stderr
        assert str(other) in done.stderr
        assert len(names(tmp_path / "out")) == 1

    def test_one_file_named_twice_is_written_once(self, cchc, ward, tmp_path):
        assert cchc("render", ward, ward).returncode == 0
        assert names(tmp_path / "out") == ["ke-hoach-cchc-2026.docx"]

    def test_every_bad_one_is_reported(self, cchc, tmp_path):
        done = cchc("render", *(f"khong-co-{number}.yaml" for number in range(12)))
        assert done.returncode == 6
        assert done.stderr.count("Cách sửa") == 12


class TestFinal:
    def test_lists_each_open_question_and_writes_nothing(self, cchc, ward, tmp_path):
        replace(
            ward,
            "text: Tuyên truyền dịch vụ công trực tuyến đến",
            "text: '[[ai?]] Tuyên [[khi?]]'  #",
        )
        profile = ward.parent.parent / "don-vi.yaml"
        replace(profile, "    post: Chủ tịch  ", "    name: '[[họ tên?]]'\n    post: Chủ tịch  ")
        done = cchc("render", ward, "--final")
        assert done.returncode == 1
        assert done.stdout == ""
        assert not (tmp_path / "out").exists()
        for path, piece, question in [
            (ward, "[[ai?]]", "ai?"),
            (ward, "[[khi?]]", "khi?"),
            (ward, "[[Kế hoạch riêng", "Kế hoạch riêng hay lồng ghép?"),
            (profile, "[[họ tên?]]", "họ tên?"),
        ]:
            pattern = rf"{re.escape(path.name)}, dòng {line_of(path, piece)}, .*: .*"
            assert re.search(pattern + re.escape(question), done.stderr), question
        assert done.stderr.count("Cách sửa") == 4

    def test_a_draft_of_the_same_plan_is_printed(self, cchc, ward):
        assert cchc("render", ward).returncode == 0

    def test_overwrites_nothing_when_refused(self, cchc, ward, tmp_path):
        cchc("render", ward)
        before = (tmp_path / "out" / "ke-hoach-cchc-2026.docx").read_bytes()
        assert cchc("render", ward, "--final", "--overwrite").returncode == 1
        assert (tmp_path / "out" / "ke-hoach-cchc-2026.docx").read_bytes() == before


class TestPdf:
    def render(self, cchc: Run, ward: Path, soffice: str, *more: object) -> object:
        return cchc("render", ward, "--pdf", *more, CCHC_SOFFICE=soffice)

    def test_without_libreoffice_the_word_file_is_kept(self, cchc, ward, tmp_path):
        done = self.render(cchc, ward, "/nonexistent")
        assert done.returncode == 5
        assert names(tmp_path / "out") == ["ke-hoach-cchc-2026.docx"]
        assert done.stderr.count("LỖI") == 1
        assert "LibreOffice" in done.stderr
        assert "/nonexistent" in done.stderr

    def test_is_written_beside_the_word_file(self, cchc, ward, tmp_path):
        done = self.render(cchc, ward, fake_soffice(tmp_path, WRITES_PDF))
        assert (done.returncode, done.stderr) == (0, "")
        assert names(tmp_path / "out") == ["ke-hoach-cchc-2026.docx", "ke-hoach-cchc-2026.pdf"]

    def test_several_plans_start_libreoffice_once(self, cchc, tmp_path):
        one, other = new_ward(tmp_path / "a", "A"), new_ward(tmp_path / "b", "B")
        log = tmp_path / "starts"
        body = f"open({str(log)!r}, 'a').write('x')\n{WRITES_PDF}"
        soffice = fake_soffice(tmp_path, body)
        assert self.render(cchc, one, soffice, other).returncode == 0
        assert log.read_text() == "x"
        assert len([name for name in names(tmp_path / "out") if name.endswith(".pdf")]) == 2

    def test_one_bad_document_costs_no_other_its_pdf(self, cchc, tmp_path):
        wards = [new_ward(tmp_path / name, f"Tên {name}") for name in "abc"]
        body = WRITES_PDF.replace('if name.endswith(".docx")', 'if name.endswith("1.docx")')
        done = self.render(cchc, wards[0], fake_soffice(tmp_path, body), *wards[1:])
        assert done.returncode == 5
        written = [name for name in names(tmp_path / "out") if name.endswith(".pdf")]
        assert written == ["ke-hoach-cchc-2026-phuong-ten-a.pdf"]
        assert len(names(tmp_path / "out")) == 4
        for name in "bc":
            assert f"ke-hoach-cchc-2026-phuong-ten-{name}" in done.stderr

    @pytest.mark.parametrize(
        "body",
        [
            "raise SystemExit(77)",
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            "pass",  # says nothing, writes nothing, is pleased with itself
            WRITES_PDF.replace("%PDF-1.7", "rubbish"),
            WRITES_PDF.replace("%%EOF", ""),
            WRITES_PDF.replace(SMALL_PDF, ""),
        ],
        ids=["exit code", "crash", "nothing", "rubbish", "half", "empty"],
    )
    def test_libreoffice_fails(self, cchc, ward, tmp_path, body):
        old = tmp_path / "out" / "ke-hoach-cchc-2026.pdf"
        old.parent.mkdir()
        old.write_text("cũ")
        done = self.render(cchc, ward, fake_soffice(tmp_path, body), "--overwrite")
        assert done.returncode == 5
        assert done.stderr.count("LỖI") == 1
        assert "ke-hoach-cchc-2026" in done.stderr
        assert old.read_text() == "cũ"
        assert names(old.parent) == ["ke-hoach-cchc-2026.docx", old.name]

    def test_a_text_file_is_no_libreoffice(self, cchc, ward, tmp_path):
        program = tmp_path / "soffice"
        program.write_bytes(b"\x00\x01not a program")
        program.chmod(0o755)
        assert self.render(cchc, ward, str(program)).returncode == 5

    def test_libreoffice_hangs(self, ward, tmp_path):
        """The limit is two minutes; here it is shortened to one second."""
        pid = tmp_path / "pid"
        body = f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(300)"
        shorter = (
            "from cchc_docs.render.pdf import to_pdf\n"
            "to_pdf.__kwdefaults__['timeout_seconds'] = 1\n"
            "from cchc_docs.cli import main\nmain()"
        )
        done = subprocess.run(
            [sys.executable, "-c", shorter, "render", str(ward), "--pdf"],
            cwd=tmp_path,
            env=surroundings(CCHC_SOFFICE=fake_soffice(tmp_path, body)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode == 5
        assert "Traceback" not in done.stderr
        assert names(tmp_path / "out") == ["ke-hoach-cchc-2026.docx"]
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid.read_text()), 0)

    def test_ctrl_c_while_libreoffice_works(self, ward, tmp_path):
        pid = tmp_path / "pid"
        body = f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(300)"
        with subprocess.Popen(
            command("render", ward, "--pdf"),
            cwd=tmp_path,
            env=surroundings(CCHC_SOFFICE=fake_soffice(tmp_path, body)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as process:
            started = time.monotonic()
            while not (pid.exists() and pid.read_text()):
                assert time.monotonic() - started < 30
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=30)
        assert process.returncode == 130
        assert said.strip() == "Đã dừng."
        assert is_word_file(tmp_path / "out" / "ke-hoach-cchc-2026.docx")
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid.read_text()), 0)


NEXT_YEAR = [
    "2025",
    *(f"2025/{name}" for name in ("ke-hoach-cchc-2025.docx", "ke-hoach.yaml", "ra-soat.md")),
    *("2025/ra-soat.xlsx", "2025/so-sanh.docx"),
]
REPORTS = ("6-thang", "nam", "quy-i", "quy-iii")


def report_files(*endings: str) -> list[str]:
    """What the demo writes of the reports; the figures of final ones stand beside them."""
    files = [f"bao-cao/bao-cao-cchc-{one}-2024{ending}" for one in REPORTS for ending in endings]
    return ["bao-cao", *sorted(files)]


class TestDemo:
    def test_without_libreoffice_succeeds_and_says_what_to_install(self, cchc, tmp_path):
        done = cchc("demo")
        assert (done.returncode, done.stderr) == (0, "")
        assert names(tmp_path / "out") == [
            *NEXT_YEAR,
            *report_files(".docx", ".json"),
            "ke-hoach-cchc-2024.docx",
        ]
        (line,) = [line for line in done.stdout.split("\n") if "LibreOffice" in line]
        assert "libreoffice-writer-nogui" in line
        assert "ke-hoach-cchc-2024.docx" in done.stdout

    def test_again(self, cchc, tmp_path):
        assert [cchc("demo", "--out", "d").returncode for _ in range(2)] == [0, 0]
        assert is_word_file(tmp_path / "d" / "ke-hoach-cchc-2024.docx")

    def test_with_libreoffice(self, cchc, tmp_path):
        done = cchc("demo", CCHC_SOFFICE=fake_soffice(tmp_path, WRITES_PDF))
        assert (done.returncode, done.stderr) == (0, "")
        written = ["ke-hoach-cchc-2024.docx", "ke-hoach-cchc-2024.pdf"]
        assert names(tmp_path / "out") == [
            *NEXT_YEAR,
            *report_files(".docx", ".json", ".pdf"),
            *written,
        ]


class TestInit:
    def test_renders_at_once(self, cchc, tmp_path):
        done = cchc("init", "phường mới", "--year", "2026")
        assert (done.returncode, done.stderr) == (0, "")
        plan = tmp_path / "phường mới" / "2026" / "ke-hoach.yaml"
        (told,) = re.findall(r'cchc render "([^"]+)"', done.stdout)
        assert tmp_path / told == plan
        assert cchc("render", told).returncode == 0
        assert cchc("validate", told).returncode == 0

    @pytest.mark.parametrize("year", [2024, 2025, 2026, 2027, 2030])
    def test_the_dates_are_those_of_the_year(self, cchc, tmp_path, year):
        """The plan is issued in December before its year; all its deadlines lie in its year."""
        assert cchc("init", "x", "--year", year).returncode == 0
        plan = tmp_path / "x" / str(year) / "ke-hoach.yaml"
        data = yaml.load(plan.read_text("utf-8"), Loader=yaml.BaseLoader)
        assert data["year"] == str(year)
        assert data["issue_date"] == f"12/{year - 1}"
        assert f"năm {year}" in data["subject"]
        years = set(re.findall(r"\b20\d\d\b", plan.read_text("utf-8")))
        assert years == {str(year), str(year - 1)}

    def test_into_existing_changes_nothing(self, cchc, tmp_path):
        cchc("init", "x", "--year", "2026")
        plan = tmp_path / "x" / "2026" / "ke-hoach.yaml"
        plan.write_text("của tôi")
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        done = cchc("init", "x", "--year", "2026")
        assert done.returncode == 6
        assert "x/" in done.stderr
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

    def test_into_existing_offers_only_what_there_is(self, cchc):
        cchc("init", "x", "--year", "2026")
        if "--overwrite" in cchc("init", "x", "--year", "2026").stderr:
            assert "--overwrite" in cchc("init", "--help").stdout

    def test_half_existing_writes_nothing(self, cchc, tmp_path):
        (tmp_path / "x" / "2026").mkdir(parents=True)
        (tmp_path / "x" / "2026" / "ke-hoach.yaml").write_text("của tôi")
        assert cchc("init", "x", "--year", "2026").returncode == 6
        assert names(tmp_path / "x") == ["2026", "2026/ke-hoach.yaml"]

    def test_under_a_file(self, cchc, tmp_path):
        (tmp_path / "tep").write_text("")
        assert cchc("init", "tep/x").returncode == 6

    def test_the_schemas_stand_where_the_files_look_for_them(self, cchc, tmp_path):
        cchc("init", "x", "--year", "2026")
        for file in (tmp_path / "x").rglob("*.yaml"):
            (named,) = re.findall(r"\$schema=(\S+)", file.read_text("utf-8"))
            schema = json.loads((file.parent / named).read_text("utf-8"))
            assert schema["properties"]


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 2024 is a number, 12/2024 and 2024-01-01 are texts."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict]:
    found = {}
    for kind in api.DATA_KINDS:
        done = subprocess.run(
            command("schema", kind), env=surroundings(), capture_output=True, check=True
        )
        found[kind] = json.loads(done.stdout)
    return found


class TestSchema:
    @staticmethod
    def errors(schema: dict, data: object) -> list[str]:
        validator = jsonschema.Draft202012Validator(schema)
        return [f"{list(one.path)}: {one.message[:150]}" for one in validator.iter_errors(data)]

    @pytest.mark.parametrize(
        "file",
        [REAL, REAL.parent.parent / "don-vi.yaml", STARTER, STARTER.parent.parent / "don-vi.yaml"],
        ids=lambda path: "/".join(path.parts[-3:]),
    )
    def test_takes_the_examples(self, schemas, file):
        data = yaml.load(file.read_text("utf-8"), Loader=Editor)
        assert self.errors(schemas[file.stem], data) == []

    def test_is_a_schema(self, schemas):
        for schema in schemas.values():
            jsonschema.Draft202012Validator.check_schema(schema)

    @pytest.mark.parametrize(
        "slip",
        [
            lambda plan: plan.update(subjct="x"),
            lambda plan: plan.pop("subject"),
            lambda plan: plan.update(year="abc"),
            lambda plan: plan.update(sections="x"),
            lambda plan: plan["sections"][0].update(titel="x"),
            lambda plan: plan["annexes"]["tasks"]["groups"][0]["tasks"][0].update(deadlin="x"),
            lambda plan: plan["annexes"]["tasks"]["groups"][0]["tasks"][0].pop("deadline"),
            lambda plan: plan["annexes"]["targets"]["rows"][0]["targets"][0].update(treshold="x"),
            lambda plan: plan["annexes"]["tasks"]["groups"][0]["tasks"][0].update(recurrence="x"),
        ],
    )
    def test_rejects_a_slip(self, schemas, slip):
        plan = yaml.load(STARTER.read_text("utf-8"), Loader=Editor)
        assert self.errors(schemas["ke-hoach"], plan) == []
        slip(plan)
        assert self.errors(schemas["ke-hoach"], plan)

    def test_every_field_has_a_vietnamese_title(self, schemas):
        for schema in schemas.values():
            for name, field in fields(schema):
                assert field.get("title"), name
                assert field["title"] != name.replace("_", " ").title(), name

    def test_plan_is_the_usual_kind(self, cchc, schemas):
        assert json.loads(cchc("schema").stdout) == schemas["ke-hoach"]


def fields(node: object) -> list[tuple[str, dict]]:
    found = []
    if isinstance(node, dict):
        found += list(node.get("properties", {}).items())
        for value in node.values():
            found += fields(value)
    elif isinstance(node, list):
        for value in node:
            found += fields(value)
    return found


class TestValidate:
    def test_nothing_to_say(self, cchc, ward):
        done = cchc("validate", answered(ward))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"{ward}: kế hoạch đọc được, không có gì cần xem lại.\n"

    def test_findings_have_file_line_and_field(self, cchc, ward):
        done = cchc("validate", ward)
        assert done.returncode == 0
        line = line_of(ward, "[[Kế hoạch riêng")
        assert f"{ward}, dòng {line}, Phụ lục" in done.stdout

    def test_broken(self, cchc, ward):
        replace(ward, "year: 2026", "year: x")
        done = cchc("validate", ward)
        assert done.returncode == 3
        assert "dòng" in done.stderr

    def test_a_profile_alone(self, cchc, ward):
        profile = ward.parent.parent / "don-vi.yaml"
        done = cchc("validate", profile)
        assert (done.returncode, done.stderr) == (0, "")
        assert str(profile) in done.stdout
        replace(profile, "form: electronic", "form: giay")
        done = cchc("validate", profile)
        assert done.returncode == 3
        assert f"{profile}, dòng {line_of(profile, 'form: giay')}" in done.stderr

    def test_several(self, cchc, ward, tmp_path):
        done = cchc("validate", answered(ward), "khong-co.yaml", REAL)
        assert done.returncode == 6
        assert str(ward) in done.stdout
        assert str(REAL) in done.stdout

    def test_json_is_one_object_and_nothing_else(self, cchc, ward, tmp_path):
        broken = new_ward(tmp_path / "b")
        replace(broken, "year: 2026", "year: x")
        done = cchc("validate", "--format", "json", ward, broken, "khong-co.yaml")
        assert done.returncode == 6
        assert done.stderr == ""
        report = json.loads(done.stdout)
        first, second, third = report["files"]
        assert (first["errors"], second["findings"], third["findings"]) == ([], [], [])
        assert [one["kind"] for one in report["files"]] == ["ke-hoach", None, None]
        (finding,) = first["findings"]
        assert finding["line"] == line_of(ward, "[[Kế hoạch riêng")
        assert {"rule", "level", "file", "line", "field", "what", "fix"} <= set(finding)
        (error,) = second["errors"]
        assert (error["file"], error["field"]) == (str(broken), "Năm kế hoạch")
        assert third["errors"][0]["file"] == "khong-co.yaml"

    @pytest.mark.parametrize("file", ["khong-co.yaml", ".", ""])
    def test_json_of_what_cannot_be_read(self, cchc, file):
        done = cchc("validate", "--format", "json", file)
        assert done.returncode == 6
        assert json.loads(done.stdout)["files"]


class TestTemplate:
    OURS = ROOT / "templates" / "kehoach" / "ke-hoach.docx"

    def test_dump_has_styles_text_and_tags(self, cchc):
        done = cchc("template", "dump", self.OURS)
        assert (done.returncode, done.stderr) == (0, "")
        assert "CCHC Trích yếu | {{ subject }}" in done.stdout
        assert "CCHC Tên loại | KẾ HOẠCH" in done.stdout
        assert "{%p endfor %}" in done.stdout

    def test_check(self, cchc):
        assert cchc("template", "check", self.OURS).returncode == 0

    @pytest.mark.parametrize("name", ["check", "dump"])
    def test_not_a_word_file(self, cchc, tmp_path, name):
        (tmp_path / "x.docx").write_text("day la van ban thu")
        assert cchc("template", name, "x.docx").returncode == 4
        assert cchc("template", name, "khong-co.docx").returncode == 6
        assert cchc("template", name, ".").returncode == 6

    @pytest.mark.parametrize("name", ["check", "dump"])
    @pytest.mark.parametrize("content", [b"<w:x", b"<a/>", b"", b"\xff"], ids=repr)
    def test_a_word_file_with_a_broken_document(self, cchc, tmp_path, name, content):
        with zipfile.ZipFile(self.OURS) as ours, zipfile.ZipFile(tmp_path / "x.docx", "w") as other:
            for part in ours.namelist():
                other.writestr(part, content if part == "word/document.xml" else ours.read(part))
        done = cchc("template", name, "x.docx")
        assert done.returncode == 4
        assert "Cách sửa" in done.stderr


class TestDoctor:
    def test_what_there_is(self, cchc, tmp_path):
        body = "print('LibreOffice 99.9')"
        done = cchc("doctor", CCHC_SOFFICE=fake_soffice(tmp_path, body))
        assert (done.returncode, done.stderr) == (0, "")
        for name in ("Python", "docxtpl", "pydantic", "LibreOffice 99.9", "Times New Roman"):
            assert name in done.stdout

    def test_what_is_missing_and_how_to_get_it(self, cchc):
        done = cchc("doctor")
        assert done.returncode == 0
        assert re.search(r"THIẾU\s+LibreOffice", done.stdout)
        assert "libreoffice-writer-nogui" in done.stdout

    @pytest.mark.parametrize("body", ["raise SystemExit(3)", "print('\\xff')", "pass"])
    def test_a_libreoffice_that_does_not_answer(self, cchc, tmp_path, body):
        assert cchc("doctor", CCHC_SOFFICE=fake_soffice(tmp_path, body)).returncode == 0


class TestSurroundings:
    @pytest.mark.parametrize(
        "env",
        [
            {"LANG": "C", "LC_ALL": "C"},
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LANG": "vi_VN.UTF-8"},
            {"LANGUAGE": "en", "LANG": "en_US.UTF-8"},
            {"PYTHONIOENCODING": "ascii"},
            {"TERM": "dumb", "COLUMNS": "20"},
        ],
        ids=str,
    )
    def test_vietnamese_in_and_out_on_any_machine(self, cchc, tmp_path, env):
        plan = new_ward(tmp_path / "phuong")
        done = cchc("validate", plan, **env)
        assert done.returncode == 0
        assert "Kế hoạch riêng hay lồng ghép?" in done.stdout
        assert "Cách dùng" in cchc("--help", **env).stdout
        done = cchc("validate", "không có.yaml", **env)
        assert done.returncode == 6
        assert "không tìm thấy" in done.stderr.lower()

    @pytest.mark.parametrize(
        "arguments",
        [["--help"], ["schema"], ["doctor"], ["template", "dump", TestTemplate.OURS], ["demo"]],
        ids=lambda arguments: str(arguments[0]),
    )
    def test_whoever_reads_our_output_may_leave(self, tmp_path, arguments):
        reader, writer = os.pipe()
        os.close(reader)
        try:
            done = subprocess.run(
                command(*arguments),
                cwd=tmp_path,
                env=surroundings(),
                stdout=writer,
                stderr=subprocess.PIPE,
                timeout=60,
            )
        finally:
            os.close(writer)
        assert done.stderr == b""
        assert done.returncode in (0, 141)  # 1 would mean findings; 141 is how others end

    def test_head(self, tmp_path):
        line = " ".join(command("schema"))
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", f"{line} | head -1"],
            cwd=tmp_path,
            env=surroundings(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.stdout, done.stderr) == ("{\n", "")

    @pytest.mark.skipif(
        not Path("/dev/full").exists(),
        reason="only Linux offers /dev/full, a disk without room, to a test",
    )
    def test_no_room_for_our_output_is_no_bug_of_ours(self, tmp_path):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                command("schema"),
                cwd=tmp_path,
                env=surroundings(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
            )
        assert "Traceback" not in done.stderr
        assert done.returncode == 6

    def test_nothing_is_written_but_the_outputs(self, cchc, tmp_path):
        plan = new_ward(tmp_path / "phuong")
        before = names(tmp_path)
        for arguments in (["validate", plan], ["schema"], ["doctor"], ["--help"]):
            cchc(*arguments)
        assert names(tmp_path) == before


BAD_FILES = {
    "empty": b"",
    "nothing but zeros": b"\0" * 100,
    "random": bytes(range(256)) * 4,
    "utf-16": "agency: x\nyear: 2026\n".encode("utf-16"),
    "a Word file": TestTemplate.OURS.read_bytes(),
    "a list": b"- a\n- b\n",
    "deep": b"[" * 20_000,
    "bomb": b"a: &a [x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 123)
    ),
    "json": b'{"agency": "don-vi.yaml", "year": 2026}',
    "blank paragraph": b"agency: don-vi.yaml\nyear: 2026\nsubject: a\nsections: ['']\n",
    "blank closing": b"agency: don-vi.yaml\nyear: 2026\nsubject: a\nsections: [a]\nclosing: ''\n",
    "itself": b"agency: x.yaml\nyear: 2026\nsubject: a\nsections: [a]\n",
    "long name": b"agency: " + b"a" * 5000 + b"\nyear: 2026\n",
    "python": b"agency: !!python/object/apply:os.system ['touch hacked']\n",
}


@pytest.mark.parametrize("name", ["validate", "render"])
@pytest.mark.parametrize("content", BAD_FILES.values(), ids=list(BAD_FILES))
def test_no_bad_file_is_a_bug_of_ours(cchc, tmp_path, name, content):
    (tmp_path / "x.yaml").write_bytes(content)
    done = cchc(name, "x.yaml")
    assert done.returncode in (3, 6)
    assert "Cách sửa" in done.stderr
    assert names(tmp_path) == ["x.yaml"]
