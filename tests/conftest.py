"""What all tests share: the flag that rewrites the golden files, and that none is skipped in CI."""

import sys
from collections.abc import Generator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/goldens from what the documents say now",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail on Linux, where CI runs, what would be skipped: there every condition of ours holds.

    So a test whose condition stopped holding cannot pass in silence.
    """
    report = yield
    if sys.platform == "linux" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must not be skipped on Linux: {report.longrepr}"
    return report
