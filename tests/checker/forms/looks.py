"""How each component is set when it is right: the large set of sizes of NĐ 30/2020, PL I.

The figures are those of the table in Phụ lục I, Phần I, Mục V (sizes in points, lengths in
millimetres, gaps in points); where the decree leaves a choice, the larger one is taken. `body`
stands for every name that is not here.
"""

from typing import Any, Final

Look = dict[str, Any]

FAMILY: Final = "Times New Roman"

_LETTERS: Final[Look] = {"font": FAMILY, "size": 14}
_BODY: Final[Look] = _LETTERS | {"align": "both", "first_line": 12.7, "before": 6}
_CENTRED: Final[Look] = _LETTERS | {"align": "center"}
_BOLD: Final[Look] = _CENTRED | {"bold": True}
_STAMP: Final[Look] = _BOLD | {"size": 13}

LOOKS: Final[dict[str, Look]] = {
    "quoc_hieu": _BOLD | {"size": 13},
    "tieu_ngu": _BOLD,
    "chu_quan": _CENTRED | {"size": 13},
    "co_quan": _BOLD | {"size": 13},
    "so_ky_hieu": _CENTRED | {"size": 13},
    "dia_danh_ngay": _CENTRED | {"italic": True},
    "ten_loai": _BOLD | {"before": 12},
    "trich_yeu": _BOLD,
    "trich_yeu_cv": _CENTRED | {"size": 13, "before": 6},
    "kinh_gui": _LETTERS | {"left": 35, "before": 6},
    "can_cu": _BODY | {"italic": True},
    "body": _BODY,
    "khoan": _BODY,
    "diem": _BODY,
    "dieu": _BODY,
    "titled_khoan": _BODY | {"bold": True},
    "muc_la_ma": _BODY | {"bold": True},
    "heading": _BOLD | {"before": 6},
    "order": _BOLD | {"before": 6},  # "QUYẾT ĐỊNH:", the issuer over the legal bases
    "quyen_han": _BOLD,
    "chuc_vu": _BOLD,
    "ho_ten": _BOLD,
    "signature_image": _CENTRED,
    "noi_nhan_label": _LETTERS | {"size": 12, "bold": True, "italic": True},
    "noi_nhan_list": _LETTERS | {"size": 11},
    "luu_line": _LETTERS | {"size": 11},
    "drafter_code": _LETTERS | {"size": 11},
    "address_block": _CENTRED | {"size": 11},
    "phu_luc_label": _BOLD,
    "phu_luc_title": _BOLD,
    "kem_theo": _CENTRED | {"italic": True},
    "urgency_mark": _STAMP | {"color": "FF0000"},
    "circulation_mark": _STAMP,
    "esign_info": _LETTERS | {"size": 10, "align": "right"},
    "copy_form": _BOLD,
    "page_number": _CENTRED,
    "head_cell": _BOLD | {"size": 12},
    "cell": _LETTERS | {"size": 12},
    "footnote": _LETTERS | {"size": 10, "align": "both"},
    "empty": _LETTERS,
    "line": _CENTRED | {"size": 6},
}
