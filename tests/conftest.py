"""What all tests share: the flag that rewrites the golden files."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/goldens from what the documents say now",
    )
