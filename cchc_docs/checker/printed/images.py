"""Where the image of a seal lies over that of a signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cchc_docs.checker.components import Instance
from cchc_docs.checker.printed.whereabouts import LINE_HEIGHT, Told, Whereabouts
from cchc_docs.layout.looks import mm
from cchc_docs.layout.pdf_page import Box, PrintedPage
from cchc_docs.layout.picture import Image

_ROUND: Final = (0.85, 1.18)  # width by height of a seal
_SAME_SIZE: Final = 0.5  # mm


def look_at_seals(where: Whereabouts) -> Told:
    """Tell how much of a signature, by its width, the seal covers from the left."""
    signatures = where.by_group("signature_image")
    for group, seals in where.by_group("seal_image").items():
        signed = signatures.get(group, ())
        if len(seals) == len(signed) == 1:
            images = _seal_and_signature(seals[0], signed[0])
            places = [_printed(image, where.pages) for image in images]
            known = [one for one in places if one]
            if len(known) == 2:
                yield seals[0], "overlap_left_of_signature", _overlap(*known)


def _seal_and_signature(seal: Instance, signature: Instance) -> list[Image]:
    """Return both images, the seal first, known by its round shape; none where in doubt."""
    anchors = dict.fromkeys((*seal.paragraphs, *signature.paragraphs))
    every = [image for anchor in anchors for image in anchor.images]
    images = [one for one in every if mm(min(one.width, one.height)) > LINE_HEIGHT]
    round_ones = [one for one in images if _ROUND[0] <= one.width / one.height <= _ROUND[1]]
    if len(images) != 2 or len(round_ones) != 1:
        return []
    return images if images[0] is round_ones[0] else images[::-1]


def _printed(image: Image, pages: Sequence[PrintedPage]) -> tuple[PrintedPage, Box] | None:
    """Return where an image is printed, known by its size."""
    found = [
        (page, box)
        for page in pages
        for box in page.images
        if abs(box.width - mm(image.width)) < _SAME_SIZE
        and abs(box.height - mm(image.height)) < _SAME_SIZE
    ]
    return found[0] if len(found) == 1 else None


def _overlap(sealed: tuple[PrintedPage, Box], signed: tuple[PrintedPage, Box]) -> float:
    (seal_page, seal), (page, signature) = sealed, signed
    is_apart = seal.bottom <= signature.top or seal.top >= signature.bottom
    on_right = seal.left + seal.right > signature.left + signature.right
    if seal_page is not page or is_apart or on_right:
        return 0.0
    covered = min(seal.right, signature.right) - max(seal.left, signature.left)
    return round(max(covered, 0) / signature.width, 3)
