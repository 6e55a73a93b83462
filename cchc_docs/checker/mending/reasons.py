"""Why the program leaves something to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cchc_docs.model.rule import Rule

NO_RUN: Final = "chữ không có đoạn định dạng riêng để sửa"
NO_SECTION: Final = "tệp không ghi số đo của trang ở phần này"
_WORDS: Final = "phải sửa chữ; công cụ không sửa chữ của văn bản"
_MISSING: Final = "phải bổ sung, bỏ bớt hoặc viết lại nội dung"
_PLACE: Final = "phải dời chỗ thành phần của văn bản"
_LINE: Final = "phải kẻ đường bằng tay: độ dài tùy dòng chữ khi in"
_COUNT: Final = "phải đánh lại số thứ tự; số có thể được viện dẫn ở nơi khác"
_IMAGE: Final = "phải thay hình, khung"
_OTHER: Final = "công cụ không tự sửa được chỗ này"

_REASONS: Final = {
    **dict.fromkeys(
        (
            *("text", "raw_text", "text_case", "rule_kind", "length", "place_case", "last_text"),
            *("place_has_unit_word", "calendar_date", "type_code_equals_ten_loai"),
            *("title_case_ratio", "count_end_mark", "word_bullet", "empty_paragraphs"),
        ),
        _WORDS,
    ),
    **dict.fromkeys(
        (
            *("present", "components_present", "title_present", "mentioned_in_main_text"),
            *("first_mention_has_date_issuer_subject", "later_mention_is_short"),
        ),
        _MISSING,
    ),
    **dict.fromkeys(
        (
            *("column", "component_order", "block_order", "is_last_line", "own_section"),
            *("same_row_as_so_ky_hieu", "same_row_as_quyen_han", "location"),
            *("same_page_as_quyen_han", "orientation", "landscape_section_has_table"),
        ),
        _PLACE,
    ),
    **dict.fromkeys(("line_below", "line_length", "line_above_full_width"), _LINE),
    "sequence": _COUNT,
    **dict.fromkeys(
        ("image_format", "box_size", "single_border_box", "overlap_left_of_signature"), _IMAGE
    ),
}


def reason_of(rule: Rule, refused: Mapping[str, str]) -> str:
    """Return why a finding is left: what stood in the way of its repair, else what it asks for."""
    return refused.get(rule.id) or _REASONS.get(rule.property, _OTHER)
