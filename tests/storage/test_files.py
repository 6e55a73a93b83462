import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from cchc_docs.errors import EXIT_FILE, FileAccessError
from cchc_docs.storage.files import check_output, read_bytes, write_atomically


def folder_names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def refuse(number: int):
    def fail(*_args, **_options):
        raise OSError(number, os.strerror(number))

    return fail


class TestReadBytes:
    def test_returns_the_whole_content(self, tmp_path):
        path = tmp_path / "kế hoạch.yaml"
        path.write_bytes(b"\x00\xff\r\n")
        assert read_bytes(path) == b"\x00\xff\r\n"

    def test_limit_is_included(self, tmp_path):
        path = tmp_path / "a"
        path.write_bytes(b"12345")
        assert read_bytes(path, max_bytes=5) == b"12345"

    def test_too_large(self, tmp_path):
        path = tmp_path / "a"
        path.write_bytes(b"x" * (3 * 1024**2 // 2 + 1))
        with pytest.raises(FileAccessError, match=r"(?i)lớn hơn mức cho phép \(1,5 MB\)"):
            read_bytes(path, max_bytes=3 * 1024**2 // 2)

    @pytest.mark.skipif(
        not Path("/dev/zero").exists(), reason="only Unix has /dev/zero, a file without end"
    )
    def test_an_endless_file_is_too_large(self):
        with pytest.raises(FileAccessError, match=r"(?i)lớn hơn"):
            read_bytes(Path("/dev/zero"), max_bytes=1000)

    def test_missing_file_suggests_near_names(self, tmp_path):
        for name in ("ke-hoach-2024.yaml", "~$ke-hoach-2025.yaml", ".ke-hoach-2025.yaml", "khác"):
            (tmp_path / name).write_text("")
        (tmp_path / "ke-hoach-2025").mkdir()
        with pytest.raises(FileAccessError) as caught:
            read_bytes(tmp_path / "ke-hoach-2025.yaml")
        (problem,) = caught.value.problems
        assert problem.place.file == str(tmp_path / "ke-hoach-2025.yaml")
        assert problem.what == "Không tìm thấy tệp."
        assert problem.fix == 'Có phải là "ke-hoach-2024.yaml"?'
        assert caught.value.exit_code == EXIT_FILE

    def test_near_names_see_through_letter_case_and_unicode_form(self, tmp_path):
        (tmp_path / "KE\u0302\u0301 HOA\u0323CH.yaml").write_text("")
        with pytest.raises(FileAccessError, match='Có phải là "KE\u0302\u0301 HOA\u0323CH'):
            read_bytes(tmp_path / "kế hoạch.yaml")

    def test_missing_file_without_near_names(self, tmp_path):
        with pytest.raises(FileAccessError, match=r"(?i)không tìm thấy tệp") as caught:
            read_bytes(tmp_path / "ke-hoach.yaml")
        assert caught.value.problems[0].fix == f'Xem lại tên tệp trong "{tmp_path}".'

    def test_missing_folder(self, tmp_path):
        missing = tmp_path / "không"
        with pytest.raises(FileAccessError, match=f'Không có thư mục "{missing}"'):
            read_bytes(missing / "ke-hoach.yaml")

    def test_unlistable_folder_still_gives_the_message(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Path, "iterdir", refuse(errno.EACCES))
        with pytest.raises(FileAccessError, match=r"(?i)không tìm thấy tệp"):
            read_bytes(tmp_path / "a")

    def test_folder(self, tmp_path):
        with pytest.raises(FileAccessError, match=r"(?i)đây là thư mục"):
            read_bytes(tmp_path)

    def test_folder_that_the_system_calls_forbidden_as_windows_does(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Path, "open", refuse(errno.EACCES))
        with pytest.raises(FileAccessError, match=r"(?i)đây là thư mục"):
            read_bytes(tmp_path)

    def test_file_used_as_folder(self, tmp_path):
        (tmp_path / "a").write_text("")
        with pytest.raises(FileAccessError, match=r"(?i)đi qua một tệp"):
            read_bytes(tmp_path / "a" / "b")

    def test_no_permission(self, tmp_path, monkeypatch):
        (tmp_path / "a").write_text("")
        monkeypatch.setattr(Path, "open", refuse(errno.EACCES))
        with pytest.raises(FileAccessError, match=r"(?i)không có quyền truy cập"):
            read_bytes(tmp_path / "a")

    def test_unforeseen_trouble_names_the_reason_of_the_system(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Path, "open", refuse(errno.EIO))
        with pytest.raises(FileAccessError, match=os.strerror(errno.EIO)):
            read_bytes(tmp_path / "a")


class TestCheckOutput:
    def test_accepts_a_new_file_in_folders_to_be_made_and_makes_nothing(self, tmp_path):
        check_output(tmp_path / "2025" / "quý 1" / "a.docx", overwrite=False)
        assert folder_names(tmp_path) == []

    def test_accepts_a_bare_name(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        check_output(Path("a.docx"), overwrite=False)

    def test_existing_output_needs_overwrite(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_text("")
        with pytest.raises(FileAccessError, match=r"(?i)dùng --overwrite để ghi đè"):
            check_output(path, overwrite=False)
        check_output(path, overwrite=True)

    @pytest.mark.parametrize("overwrite", [False, True])
    def test_folder_as_output(self, tmp_path, overwrite):
        with pytest.raises(FileAccessError, match=r"(?i)đây là thư mục"):
            check_output(tmp_path, overwrite=overwrite)

    def test_parent_is_a_file(self, tmp_path):
        (tmp_path / "a").write_text("")
        with pytest.raises(FileAccessError, match=r"(?i)đi qua một tệp"):
            check_output(tmp_path / "a" / "b" / "c.docx", overwrite=True)

    def test_nearest_existing_folder_is_not_writable(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "access", lambda place, _mode: place != tmp_path)
        with pytest.raises(FileAccessError, match=f'Không có quyền ghi vào thư mục "{tmp_path}"'):
            check_output(tmp_path / "b" / "c.docx", overwrite=True)

    def test_write_protected_output(self, tmp_path, monkeypatch):
        path = tmp_path / "a.docx"
        path.write_text("")
        monkeypatch.setattr(os, "access", lambda place, _mode: place != path)
        with pytest.raises(FileAccessError, match=r"(?i)chỉ đọc"):
            check_output(path, overwrite=True)

    def test_name_too_long(self, tmp_path):
        with pytest.raises(FileAccessError, match=r"(?i)quá dài"):
            check_output(tmp_path / ("a" * 300), overwrite=True)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
    def test_never_replaces_what_is_no_ordinary_file(self, tmp_path):
        os.mkfifo(tmp_path / "a")
        with pytest.raises(FileAccessError, match=r"(?i)không phải tệp thông thường"):
            check_output(tmp_path / "a", overwrite=True)

    def test_link_to_nowhere_is_a_new_file(self, tmp_path):
        (tmp_path / "a").symlink_to(tmp_path / "b")
        check_output(tmp_path / "a", overwrite=False)

    def test_loop_of_links(self, tmp_path):
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        check_output(tmp_path / "a", overwrite=False)
        with pytest.raises(FileAccessError):
            write_atomically(tmp_path / "a" / "c", b"new")

    def test_drive_that_does_not_exist(self, tmp_path, monkeypatch):
        monkeypatch.setattr(Path, "exists", lambda _self: False)
        with pytest.raises(FileAccessError, match=r"(?i)không có ổ đĩa"):
            check_output(tmp_path / "a", overwrite=False)


class TestWriteAtomically:
    def test_writes_a_new_file_and_its_folders(self, tmp_path):
        path = tmp_path / "2025" / "quý 1" / "a.docx"
        write_atomically(path, b"new")
        assert path.read_bytes() == b"new"
        assert folder_names(path.parent) == ["a.docx"]

    def test_replaces_an_old_file(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old and longer")
        write_atomically(path, b"new")
        assert path.read_bytes() == b"new"

    def test_bare_name(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        write_atomically(Path("a.docx"), b"new")
        assert folder_names(tmp_path) == ["a.docx"]

    def test_verify_sees_the_whole_content_beside_the_old_file(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        seen = []

        def verify(temporary: Path) -> None:
            seen.append((temporary.parent, temporary.name[0], temporary.suffix))
            assert temporary.read_bytes() == b"new"
            assert path.read_bytes() == b"old"

        write_atomically(path, b"new", verify)
        assert seen == [(tmp_path, ".", ".docx")]

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
    def test_failed_verification_keeps_the_old_file(self, tmp_path, error):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")

        def verify(_temporary: Path) -> None:
            raise error("hỏng")

        with pytest.raises(error):
            write_atomically(path, b"new", verify)
        assert path.read_bytes() == b"old"
        assert folder_names(tmp_path) == ["a.docx"]

    @pytest.mark.parametrize(
        ("module", "step", "number", "message"),
        [
            (os, "fsync", errno.ENOSPC, "Ổ đĩa đã hết chỗ"),
            (os, "fsync", errno.EIO, os.strerror(errno.EIO)),
            (Path, "open", errno.EROFS, "Ổ đĩa chỉ cho phép đọc"),
            (Path, "open", errno.EACCES, "Không có quyền truy cập"),
            (Path, "replace", errno.EACCES, "Đóng tệp nếu đang mở trong Word"),
            (Path, "replace", errno.ENAMETOOLONG, "quá dài"),
            (Path, "mkdir", errno.EPERM, "Không có quyền truy cập"),
        ],
    )
    def test_refusal_of_the_system_keeps_the_old_file(
        self, tmp_path, monkeypatch, module, step, number, message
    ):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        with monkeypatch.context() as patched:
            patched.setattr(module, step, refuse(number))
            with pytest.raises(FileAccessError, match=message) as caught:
                write_atomically(path, b"new")
        assert caught.value.problems[0].place.file == str(path)
        assert path.read_bytes() == b"old"
        assert folder_names(tmp_path) == ["a.docx"]

    @pytest.mark.skipif(
        not Path("/dev/full").exists(),
        reason="only Linux offers /dev/full, a disk without room, to a test",
    )
    def test_full_disk(self, tmp_path, monkeypatch):
        real_open = Path.open
        full = Path("/dev/full")
        monkeypatch.setattr(Path, "open", lambda _self, _mode: real_open(full, "wb"))
        with pytest.raises(FileAccessError, match="Ổ đĩa đã hết chỗ"):
            write_atomically(tmp_path / "a", b"new")

    def test_target_is_a_folder(self, tmp_path):
        (tmp_path / "a").mkdir()
        with pytest.raises(FileAccessError, match=r"(?i)đây là thư mục"):
            write_atomically(tmp_path / "a", b"new")
        assert folder_names(tmp_path) == ["a"]

    @pytest.mark.parametrize("below", ["b", "b/c"])
    def test_parent_is_a_file(self, tmp_path, below):
        (tmp_path / "a").write_bytes(b"old")
        with pytest.raises(FileAccessError, match=r"(?i)đi qua một tệp"):
            write_atomically(tmp_path / "a" / below, b"new")
        assert (tmp_path / "a").read_bytes() == b"old"

    @pytest.mark.skipif(
        sys.platform != "linux", reason="only /proc refuses writing even to root, as whom CI runs"
    )
    def test_folder_nobody_may_write_into(self):
        with pytest.raises(FileAccessError):
            write_atomically(Path("/proc/self/a.docx"), b"new")

    def test_longest_name_the_file_system_takes(self, tmp_path):
        path = tmp_path / ("a" * 250 + ".docx")
        write_atomically(path, b"new")
        assert path.read_bytes() == b"new"

    def test_name_too_long(self, tmp_path):
        with pytest.raises(FileAccessError, match=r"(?i)quá dài"):
            write_atomically(tmp_path / ("a" * 300 + ".docx"), b"new")
        assert folder_names(tmp_path) == []

    def test_follows_a_link(self, tmp_path):
        (tmp_path / "kho").mkdir()
        real = tmp_path / "kho" / "a.docx"
        real.write_bytes(b"old")
        link = tmp_path / "a.docx"
        link.symlink_to(real)
        write_atomically(link, b"new")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"


@pytest.mark.skipif(
    os.name == "nt", reason="Windows has neither umask nor the modes that are compared"
)
class TestMode:
    @pytest.fixture(autouse=True)
    def _umask(self):
        before = os.umask(0o027)
        yield
        os.umask(before)

    def test_new_file_follows_the_umask(self, tmp_path):
        write_atomically(tmp_path / "a", b"new")
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640

    @pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
    def test_overwritten_file_keeps_its_mode(self, tmp_path, mode):
        path = tmp_path / "a"
        path.write_bytes(b"old")
        path.chmod(mode)
        seen = []
        write_atomically(path, b"new", lambda temporary: seen.append(temporary.stat().st_mode))
        assert [stat.S_IMODE(found) for found in (*seen, path.stat().st_mode)] == [mode, mode]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_killed_in_the_middle_of_writing_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "a.docx"
    old = b"old" * 100_000
    path.write_bytes(old)
    script = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from cchc_docs.storage.files import write_atomically

        def verify(temporary):
            print(temporary.stat().st_size, flush=True)
            time.sleep(60)

        write_atomically(Path(sys.argv[1]), b"new" * 200_000, verify)
    """)
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=root, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process, process.stdout as said:
        assert said.readline() == b"600000\n"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert path.read_bytes() == old
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
