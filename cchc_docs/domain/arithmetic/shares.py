"""Whether printed percentages and changes are those of the figures they are named with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from cchc_docs.domain.arithmetic.relations import Stated, check_equal
from cchc_docs.domain.arithmetic.rules import RULES, Miscount
from cchc_docs.findings import Level
from cchc_docs.model.progress import Judgement, judged_value
from cchc_docs.model.threshold import Threshold
from cchc_docs.vietnamese.numbers import (
    number_text,
    parse_number,
    points_text,
    rounded,
    share_text,
)

_PERCENT: Final = re.compile(r"(?P<number>[\d.,]+)\s*%")
_POINTS: Final = re.compile(r"(?P<number>[\d.,]+)\s*(?P<unit>%|điểm\s+phần\s+trăm)")


class _Printed(NamedTuple):
    """A number as printed: its value and how many decimals it shows."""

    value: Decimal
    digits: int

    def fits(self, exact: Fraction) -> bool:
        return rounded(exact, self.digits) == self.value

    def fits_cut_off(self, exact: Fraction) -> bool:
        return Fraction(int(abs(exact) * 10**self.digits), 10**self.digits) == self.value


def _printed(number: str) -> _Printed:
    whole, _, part = number.partition(",")
    if whole.isdigit() and part.isdigit():  # 99,996 is no thousands where shares are told
        return _Printed(Decimal(f"{whole}.{part}"), len(part))
    return _Printed(parse_number(number), len(part))


def _percent(text: str) -> _Printed:
    match = _PERCENT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no percentage")
    return _printed(match["number"])


def check_share(
    printed: str, part: Stated, whole: Stated, candidates: Sequence[Stated] = ()
) -> Miscount | None:
    """Check a percentage (``96,15%``) against its named numerator and denominator (R9, R11, R12).

    Rounded half up it is right, cut off it is worth a note. Where it is wrong, the message names
    the `candidates` that would fit as denominators. None where it is right.

    Raises:
        ValueError: `printed` is no percentage.
    """
    share = _percent(printed)
    if whole.value == 0:
        return RULES["R12"].broken(f"{part}/{whole}: mẫu số là 0, không có tỷ lệ {printed}")
    exact = Fraction(part.value) / Fraction(whole.value)
    said = f"{part}/{whole}"
    if (share.value == 100 and exact != 1) or (share.value == 0 and exact != 0):
        return RULES["R11"].broken(f"{said} là {share_text(exact)}, không phải {printed}")
    if share.fits(exact * 100):
        return None
    if share.fits_cut_off(exact * 100):
        right = number_text(rounded(exact * 100, share.digits))
        what = f"{said}: tỷ lệ {printed} bỏ phần thập phân, làm tròn là {right}%"
        return RULES["R9"].broken(what, Level.NOTE)
    what = f"{said} là {share_text(exact)}, không phải {printed}"
    fitting = [
        f"{one.name} ({number_text(one.value)})"
        for one in candidates
        if one.value and share.fits(Fraction(part.value) / Fraction(one.value) * 100)
    ]
    hint = f"; {printed} đúng nếu mẫu số là {' hoặc '.join(fitting)}" if fitting else ""
    return RULES["R9"].broken(what + hint)


def check_whole(printed: Sequence[str]) -> Miscount | None:
    """Check that the percentages of all parts of one whole add up to 100 (R10); None where so.

    Raises:
        ValueError: one of them is no percentage.
    """
    shares = [_percent(text) for text in printed]
    total = sum((Fraction(one.value) for one in shares), Fraction(0))
    tolerance = sum((Fraction(1, 2 * 10**one.digits) for one in shares), Fraction(0))
    if abs(total - 100) <= tolerance:
        return None
    return RULES["R10"].broken(f"{' + '.join(printed)} = {number_text(total)}%, không phải 100%")


def check_precision(printed: Sequence[str]) -> Miscount | None:
    """Note percentages of one text that show different numbers of decimals (R9); whole ones may.

    Raises:
        ValueError: one of them is no percentage.
    """
    digits = {one.digits for one in map(_percent, printed)} - {0}
    if len(digits) < 2:
        return None
    what = f"các tỷ lệ {', '.join(printed)} có số chữ số thập phân khác nhau"
    return RULES["R9"].broken(what, Level.NOTE)


def check_change(
    now: Stated, then: Stated, change: Stated, share: str | None = None
) -> Miscount | None:
    """Check the change of a count, a decrease being negative, and its percentage (R20).

    `share` is the size of the change in percent of `then`, as printed. None where both are right.

    Raises:
        ValueError: `share` is no percentage.
    """
    if miscount := check_equal("R20", [then, change], [now]):
        return miscount
    if share is None:
        return None
    size = Stated(change.name, abs(Fraction(change.value)))
    miscount = check_share(share, size, then)
    return RULES["R20"].broken(miscount.what, miscount.level) if miscount else None


def check_share_change(now: Fraction, then: Fraction, printed: str) -> Miscount | None:
    """Check the size of the change of a share, printed as ``1,25 điểm phần trăm`` (R20).

    None where it is right; a difference called ``1,25%`` is wrong.

    Raises:
        ValueError: `printed` is no such change.
    """
    match = _POINTS.fullmatch(printed.strip())
    if match is None:
        raise ValueError(f"{printed!r} is no change of a share")
    right = points_text(now - then)
    fits = _printed(match["number"]).fits(abs(now - then) * 100)
    if fits and match["unit"] != "%":
        return None
    return RULES["R20"].broken(
        f"từ {share_text(then)} đến {share_text(now)} thay đổi {right}, không phải {printed}"
    )


def check_judgement(
    threshold: Threshold, value: Fraction, unit: str, stated: Judgement
) -> Miscount | None:
    """Check what is said of a target against its operator (R22); what is exceeded is met, too.

    `value` of a share is the number before ``%``. None where it is right or where the two cannot
    be compared.
    """
    right = judged_value(threshold, value, unit)
    if right in (None, stated) or (stated, right) == (Judgement.MET, Judgement.EXCEEDED):
        return None
    reached = share_text(value / 100) if unit == "%" else f"{number_text(value)} {unit}"
    return RULES["R22"].broken(
        f'kết quả {reached} so với mức "{threshold}" là {right.label}, không phải {stated.label}'
    )
