"""Where the image of a seal lies over that of a signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cchc_docs.checker.printed.whereabouts import Told, Whereabouts
from cchc_docs.layout.looks import mm
from cchc_docs.layout.pdf_page import Box, PrintedPage
from cchc_docs.layout.picture import Image

_SAME_SIZE: Final = 0.5  # mm


def look_at_seals(where: Whereabouts) -> Told:
    """Tell how much of a signature, by its width, the seal covers from the left."""
    signatures = where.by_group("signature_image")
    for group, seals in where.by_group("seal_image").items():
        signed = signatures.get(group, ())
        if len(seals) == len(signed) == 1:
            seal = _printed(seals[0].facts["image"], where.pages)
            signature = _printed(signed[0].facts["image"], where.pages)
            if seal and signature:
                yield seals[0], "overlap_left_of_signature", _overlap(seal, signature)


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
