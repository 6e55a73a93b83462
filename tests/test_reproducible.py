"""Same data, same bytes: whatever the process, its hash seed, the time zone and the time."""

import datetime as dt
import hashlib
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from cchc_docs import load_plan, render_bytes, render_plan
from cchc_docs.model.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "examples" / "hoai-hao" / "2024" / "ke-hoach.yaml"
STARTER = ROOT / "examples" / "khoi-dau" / "2026" / "ke-hoach.yaml"

DIGESTS = """
import hashlib, sys, time
from cchc_docs import load_plan, render_bytes
for path, final in ((sys.argv[1], True), (sys.argv[1], False), (sys.argv[2], False)):
    print(hashlib.sha256(render_bytes(load_plan(path), final=final)).hexdigest())
    time.sleep(float(sys.argv[3]))
"""


def digests(pause: float = 0, **surroundings: str) -> list[str]:
    """Render three documents in a process of its own; return the digest of each."""
    env = os.environ | {"PYTHONPATH": str(ROOT)} | surroundings
    command = [sys.executable, "-c", DIGESTS, str(REAL), str(STARTER), str(pause)]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.split()


@pytest.fixture(scope="module")
def usual() -> list[str]:
    return digests(PYTHONHASHSEED="0", TZ="Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "12345", "TZ": "America/Los_Angeles"},
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
        {"SOURCE_DATE_EPOCH": "86400"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ],
    ids=str,
)
def test_in_other_surroundings(usual, surroundings):
    assert digests(**surroundings) == usual


def test_seconds_later(usual):
    """A zip counts time in steps of two seconds, so a little less would show nothing."""
    assert digests(pause=1.1) == usual


def test_three_documents_are_three_documents(usual):
    """Otherwise equal digests would mean nothing."""
    assert len(set(usual)) == 3


def test_again_in_the_same_process_after_others():
    plan, other = load_plan(REAL), load_plan(STARTER)
    first = [render_bytes(plan), render_bytes(other), render_bytes(plan, final=True)]
    time.sleep(2.1)
    again = [render_bytes(plan, final=True), render_bytes(other), render_bytes(load_plan(REAL))]
    assert first == [again[2], again[1], again[0]]


def test_to_a_path_and_to_a_stream(tmp_path):
    plan = load_plan(STARTER)
    stream = io.BytesIO()
    render_plan(plan, stream)
    render_plan(plan, tmp_path / "một tên khác.docx")
    assert (tmp_path / "một tên khác.docx").read_bytes() == stream.getvalue()
    assert stream.getvalue() == render_bytes(plan)


def test_the_folder_of_the_data_does_not_show(tmp_path):
    """Not even in the file that a draft with comments becomes."""
    for file in (STARTER.parent.parent).rglob("*.yaml"):
        copy = tmp_path / file.relative_to(STARTER.parent.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    assert render_bytes(load_plan(tmp_path / "2026" / "ke-hoach.yaml")) == render_bytes(
        load_plan(STARTER)
    )


def test_one_letter_more_is_another_document():
    plan = load_plan(STARTER)
    changed = Plan.model_validate(plan.model_copy(update={"subject": f"{plan.subject}."}))
    assert hashlib.sha256(render_bytes(plan)).digest() != (
        hashlib.sha256(render_bytes(changed)).digest()
    )


@pytest.fixture(
    scope="module", params=[(STARTER, False), (REAL, True)], ids=["draft with comments", "final"]
)
def archive(request) -> zipfile.ZipFile:
    path, final = request.param
    return zipfile.ZipFile(io.BytesIO(render_bytes(load_plan(path), final=final)))


class TestNoClock:
    def test_in_the_zip(self, archive):
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_nor_the_system_it_was_made_on(self, archive):
        entries = archive.infolist()
        assert len({(one.create_system, one.external_attr, one.extra) for one in entries}) == 1

    def test_in_any_part(self, archive):
        today = dt.datetime.now(dt.UTC)
        near = {f"{today + dt.timedelta(days=days):%Y-%m-%d}" for days in (-1, 0, 1)}
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", errors="replace")
            assert not re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text), name
            assert not [day for day in near if day in text], name
            assert "w:date=" not in text, name

    def test_in_the_properties(self, archive):
        core = archive.read("docProps/core.xml").decode()
        for field in ("created", "modified", "lastPrinted", "lastModifiedBy", "revision"):
            assert field not in core


def test_the_draft_with_comments_has_comments():
    """Otherwise the test above would look at nothing."""
    draft = zipfile.ZipFile(io.BytesIO(render_bytes(load_plan(STARTER))))
    assert "word/comments.xml" in draft.namelist()
