"""A slip of the pen: what is wrong in a text, and the one right reading where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?:[ \u00a0]+[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in a text, from `start` to before `end`.

    `wrong` are the characters there; `right` is what they must be, None where there are several
    readings or words are lost, so that an officer has to be asked. `rule` is a permanent id;
    `what` and `why` are Vietnamese sentences for the officer.
    """

    start: int
    end: int
    rule: str
    wrong: str
    right: str | None
    what: str
    why: str


Words = Sequence[re.Match[str]]
"""Words that follow each other with nothing but blanks between them."""


def runs(text: str) -> Iterator[Words]:
    """Yield the runs of words of `text`; any mark, digit or symbol ends a run."""
    for run in _RUN.finditer(text):
        yield list(_WORD.finditer(text, *run.span()))
