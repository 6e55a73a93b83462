"""What long names do to a page: widths of the letterhead, the set of sizes, lengths of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cchc_docs.decree.layout import (
    ISSUER_LINE_SHARE,
    LARGE,
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    MOTTO,
    NATIONAL_NAME,
    PAPER_MM,
    SMALL,
    SizeSet,
)
from cchc_docs.layout.metrics import Face, line_height, text_width, wrap

_MARGINS: Final = MARGIN_LEFT_MM.least + MARGIN_RIGHT_MM.least
UPRIGHT_TEXT_MM: Final = PAPER_MM[0] - _MARGINS
"""Width of the text on an upright page of our templates: 165 mm."""
LANDSCAPE_TEXT_MM: Final = PAPER_MM[1] - _MARGINS
"""Width of the text on a landscape page of our templates: 252 mm."""
PAGE_TEXT_MM: Final = PAPER_MM[1] - MARGIN_TOP_MM.least - MARGIN_BOTTOM_MM.least
"""Height of the text on an upright page of our templates: 257 mm."""

_LINE_SHARE: Final = (ISSUER_LINE_SHARE.least + ISSUER_LINE_SHARE.most) / 2
"""Length of the lines under issuer and subject: the middle of what the decree allows."""

_USUAL_LEFT_MM: Final = 65.0
_RECIPIENTS_MM: Final = 75.0  # width of the left column of the signature block
_SIGNING_ROOM_MM: Final = 26.5  # between post and name
_ABOVE_BLOCK_MM: Final = 5.0  # the gap over the paragraph and the one over the block
_SLACK_MM: Final = 2.0  # keeps the two blocks apart, whatever some tenths a converter adds


@dataclass(frozen=True, slots=True)
class PageFit:
    """Sizes for the whole document and the widths (mm) of the two columns of the letterhead.

    `date_fits` is false for a name so long that no lawful size keeps the date on one line.
    """

    sizes: SizeSet
    left: float
    right: float
    date_fits: bool = True

    @property
    def usual(self) -> bool:
        """Whether the page is as the template has it."""
        return self.sizes is LARGE and self.left == _USUAL_LEFT_MM


def fit_page(
    issuer: Sequence[str], superior: Sequence[str], number: str, place_date: str
) -> PageFit:
    """Choose how the letterhead fits: other widths first, then the small sizes, then wrapping.

    National header, number and date line are never broken; at the very end the issuer is.
    """
    for sizes in (LARGE, SMALL):
        left = _left_width(issuer, superior, number, sizes)
        right = _right_width(place_date, sizes)
        if left <= _USUAL_LEFT_MM and right <= UPRIGHT_TEXT_MM - _USUAL_LEFT_MM:
            return PageFit(sizes, _USUAL_LEFT_MM, UPRIGHT_TEXT_MM - _USUAL_LEFT_MM)
        if left + right <= UPRIGHT_TEXT_MM:
            return PageFit(sizes, UPRIGHT_TEXT_MM - right, right)
    broken = _left_width(_words(issuer), _words(superior), number, SMALL)
    room = max(min(right, UPRIGHT_TEXT_MM - broken), _right_width("", SMALL))
    return PageFit(SMALL, UPRIGHT_TEXT_MM - room, room, date_fits=right - room <= _SLACK_MM)


def _words(lines: Sequence[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _left_width(
    issuer: Sequence[str], superior: Sequence[str], number: str, sizes: SizeSet
) -> float:
    widths = [text_width(line, "bold", sizes.issuer) for line in issuer]
    widths += [text_width(line, "regular", sizes.issuer) for line in superior]
    return max(*widths, text_width(number, "regular", sizes.number)) + _SLACK_MM


def _right_width(place_date: str, sizes: SizeSet) -> float:
    national = text_width(NATIONAL_NAME, "bold", sizes.national_name)
    return max(national, text_width(place_date, "italic", sizes.place_date)) + _SLACK_MM


def motto_line_length(sizes: SizeSet) -> float:
    """Return the width of the motto in millimetres: the line is as long as the text (II.1.b)."""
    return text_width(MOTTO, "bold", sizes.motto)


def line_length(lines: Sequence[str], face: Face, size: float, width: float) -> float:
    """Return the length (mm) of the line under `lines` set in a column of `width` mm.

    The decree does not say which line counts when the text wraps; the longest one does.
    """
    printed = [row for line in lines for row in wrap(line, face, size, width)]
    return _LINE_SHARE * max(text_width(row, face, size) for row in printed)


def ending_height(last: str, recipients: Sequence[str], sizes: SizeSet) -> float:
    """Return about how high (mm) the last paragraph and the signature block are together.

    LibreOffice keeps the whole paragraph with the block; where both are higher than a page it
    keeps nothing, and the block may stand alone (measured: 36 lines with 11 recipients).
    """
    text = len(wrap(last, "regular", sizes.body, UPRIGHT_TEXT_MM)) * line_height(sizes.body)
    listed = [row for one in recipients for row in wrap(one, "regular", 11, _RECIPIENTS_MM)]
    left = line_height(12) + len(listed) * line_height(11)
    right = 4 * line_height(sizes.signature) + _SIGNING_ROOM_MM
    return _ABOVE_BLOCK_MM + text + max(left, right)
