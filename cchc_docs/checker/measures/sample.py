"""A measured value and where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from cchc_docs.layout.picture import Paragraph, Run


class _Unknown:
    """The one value that is no value: it could not be read, and is never taken for right."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = _Unknown()


@dataclass(slots=True, eq=False)
class Sample:
    """A value with the paragraph and the run it was read from; None where it is of more."""

    value: Any
    paragraph: Paragraph | None = None
    run: Run | None = None
