"""What the tests of the command line share."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Run, command, surroundings


@pytest.fixture
def cchc(tmp_path: Path) -> Run:
    """Run `cchc` in an empty folder; no command may end in a traceback, whatever it is given."""

    def run(*arguments: object, cwd: Path = tmp_path, **env: str) -> subprocess.CompletedProcess:
        done = subprocess.run(
            command(*arguments),
            cwd=cwd,
            env=surroundings(**env),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode != 70
        return done

    return run
