"""One signer: powers, post, images over the signature, name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cchc_docs.checker.segments import spelling
from cchc_docs.checker.segments.lines import Line
from cchc_docs.layout.looks import mm
from cchc_docs.layout.picture import Image

_ASIDE: Final = re.compile(r"[(\[].*[)\]]?\Z|da ky\b")
_NAME_ASKED: Final = re.compile(r"\(?ho (?:va |, )?ten")
_WORD: Final = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
_JOINED: Final = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)+"  # H'Hen, K’Brếp, Y-Bơng
_NAME: Final = re.compile(rf"(?:{_JOINED}|{_WORD}\.?(?:[ .]+{_WORD}\.?){{1,6}})\Z")
_COMMITTEE: Final = re.compile(r"t\.?m\s*[.:]?\s")
_SEAL_NAME: Final = re.compile(r"(?:con )?dau\b|seal|stamp|moc\b")
_LONGEST_NAME: Final = 45
_LINE_HEIGHT: Final = 5.0  # mm; pictures as low or as narrow are lines


@dataclass(slots=True, eq=False)
class Signer:
    """A signer's lines, the parts they are, and the images over the signature."""

    lines: list[Line]
    parts: list[tuple[str, list[Line]]] = field(default_factory=list)
    images: list[tuple[str, Line, Image]] = field(default_factory=list)


def read_signer(flow: Sequence[Line]) -> Signer | None:
    """Return the signer whose lines stand in a column, None where there is none.

    The first line tells the power, or the post where no power is told; the last one is the name
    (NĐ 30/2020, Phụ lục I, Phần I, II.7).
    """
    lines = [
        one
        for one in flow
        if one.text
        and not one.is_rule
        and (_NAME_ASKED.match(one.bare) or not _ASIDE.match(one.bare))
    ]
    start = next((at for at, one in enumerate(lines) if _opens(one)), None)
    if start is None:
        return None
    lines = lines[start:]
    signer = Signer(lines)
    name = _name_at(lines)
    heads = lines[:name] if name is not None else [one for one in lines if _is_head(one)]
    _read_heads(heads or lines[:1], signer)
    if name is not None:
        signer.parts.append(("ho_ten", [lines[name]]))
    _read_images(flow, signer)
    return signer


def _opens(line: Line) -> bool:
    """Tell whether a line can be the first of a signer."""
    if spelling.POWER.match(line.bare) and len(line.text) <= 90:
        return True
    return (
        len(line.text) <= 90
        and bool(spelling.POST.match(line.bare))
        and (line.is_upper or line.is_bold or line.is_centered)
    )


def _is_head(line: Line) -> bool:
    return bool(spelling.POWER.match(line.bare) or spelling.POST.match(line.bare)) or line.is_upper


def is_name(line: Line) -> bool:
    """Tell whether a line can be the name of a signer."""
    return (
        len(line.text) <= _LONGEST_NAME
        and bool(_NAME.match(line.text))
        and not spelling.POWER.match(line.bare)
        and not spelling.POST.match(line.bare)
    )


def _name_at(lines: Sequence[Line]) -> int | None:
    """Return where the name stands: the first that is one, below the powers and the post."""
    for at in range(1, len(lines)):
        line = lines[at]
        if _NAME_ASKED.match(line.bare):
            return at
        if is_name(line) and (not line.is_upper or _stands_apart(lines[at - 1], line)):
            return at
    return None


def _stands_apart(above: Line, line: Line) -> bool:
    """Tell whether room for a signature stands between two lines."""
    gap = line.at - above.at > 1 or above.place is not line.place or above.row != line.row
    return gap or line.paragraph.setting.before + above.paragraph.setting.after >= 30


def _read_heads(heads: Sequence[Line], signer: Signer) -> None:
    powers: list[list[Line]] = []
    posts: list[list[Line]] = []
    last: list[Line] | None = None
    for at, line in enumerate(heads):
        if at == 0 or spelling.POWER.match(line.bare):
            last = [line]
            powers.append(last)
        elif spelling.POST.match(line.bare) or last is None or len(posts) > 0:
            if posts and not spelling.POST.match(line.bare):
                posts[-1].append(line)
            else:
                last = [line]
                posts.append(last)
        else:
            last.append(line)  # the name of a body that needs two lines
    signer.parts += [("quyen_han", one) for one in powers]
    if not posts and powers and not _COMMITTEE.match(powers[-1][0].bare):
        posts = powers[-1:]  # the post stands behind the power, or alone
    signer.parts += [("chuc_vu", one) for one in posts]


def _read_images(flow: Sequence[Line], signer: Signer) -> None:
    """Take the images in the column: a wide one is the signature, a round one may be the seal."""
    images = [
        (line, image)
        for line in flow
        if line.paragraph.images
        for image in line.paragraph.images
        if mm(min(image.width, image.height)) > _LINE_HEIGHT
    ]
    for line, image in images:
        is_seal = bool(_SEAL_NAME.search(spelling.bare(image.name))) or (
            len(images) > 1 and _is_round(image)
        )
        signer.images.append(("seal_image" if is_seal else "signature_image", line, image))


def _is_round(image: Image) -> bool:
    return 0.85 <= image.width / image.height <= 1.18
