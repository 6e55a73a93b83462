"""The properties of runs and paragraphs in the words of ECMA-376, in the order of the schema."""

from typing import Any, Final
from xml.sax.saxutils import quoteattr

Tree = dict[str, Any]

LISTS: Final = {"bullet": (1, "bullet", "•"), "decimal": (2, "decimal", "%1.")}

RUN_KEYS: Final = frozenset(
    {
        *("font", "size", "bold", "italic", "underline", "color", "highlight", "caps", "raised"),
        "hidden",
    }
)
PARAGRAPH_KEYS: Final = frozenset(
    {
        *("align", "left", "right", "first_line", "before", "after", "line", "line_rule"),
        *("contextual", "bottom_line", "top_line", "boxed"),
        *("frame", "list", "tabs", "style"),
    }
)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def properties_of_run(look: Tree) -> str:
    """Return the children of ``w:rPr``, in the order of the schema; None leaves one out."""
    found: list[str] = []
    if font := look.get("font"):
        slots = ("ascii", "hAnsi", "eastAsia", "cs")
        if font.startswith("theme:"):
            theme = font.removeprefix("theme:")
            kinds = zip(slots, ("HAnsi", "HAnsi", "EastAsia", "Bidi"), strict=True)
            found.append(
                "<w:rFonts "
                + " ".join(f'w:{_theme_slot(slot)}="{theme}{kind}"' for slot, kind in kinds)
                + "/>"
            )
        else:
            found.append(
                "<w:rFonts " + " ".join(f"w:{slot}={quoteattr(font)}" for slot in slots) + "/>"
            )
    for key, tag in (("bold", "b"), ("italic", "i"), ("caps", "caps"), ("hidden", "vanish")):
        if look.get(key) is not None:
            found.append(f"<w:{tag}/>" if look[key] else f'<w:{tag} w:val="0"/>')
    if color := look.get("color"):
        found.append(f'<w:color w:val="{color}"/>')
    if size := look.get("size"):
        half = round(size * 2)
        found.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    if highlight := look.get("highlight"):
        found.append(f'<w:highlight w:val="{highlight}"/>')
    if underline := look.get("underline"):
        found.append(f'<w:u w:val="{underline}"/>')
    if look.get("raised"):
        found.append('<w:vertAlign w:val="superscript"/>')
    return "".join(found)


def _theme_slot(slot: str) -> str:
    return "cstheme" if slot == "cs" else f"{slot}Theme"


def properties_of_paragraph(look: Tree) -> str:
    """Return the children of ``w:pPr`` but the style, in the order of the schema."""
    found: list[str] = []
    if align := look.get("frame"):
        found.append(
            f'<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{align}" '
            'w:y="1"/>'
        )
    if kind := look.get("list"):
        number = LISTS[kind][0]
        found.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
    sides = (
        ("top", "left", "bottom", "right")
        if look.get("boxed")
        else (
            *(("top",) if look.get("top_line") else ()),
            *(("bottom",) if look.get("bottom_line") else ()),
        )
    )
    if sides:
        found.append("<w:pBdr>" + "".join(_border(side) for side in sides) + "</w:pBdr>")
    if tabs := look.get("tabs"):
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(at)}"/>' for kind, at in tabs)
        found.append(f"<w:tabs>{stops}</w:tabs>")
    found.append(_spacing(look))
    indents = {"left": "left", "right": "right"}
    written = [f'w:{name}="{twips(look[key])}"' for key, name in indents.items() if key in look]
    if (first := look.get("first_line")) is not None:
        name = "hanging" if first < 0 else "firstLine"
        written.append(f'w:{name}="{twips(abs(first))}"')
    if written:
        found.append(f"<w:ind {' '.join(written)}/>")
    if look.get("contextual"):
        found.append("<w:contextualSpacing/>")
    if align := look.get("align"):
        found.append(f'<w:jc w:val="{align}"/>')
    return "".join(found)


def _border(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="auto"/>'


def _spacing(look: Tree) -> str:
    written = [f'w:{key}="{round(look[key] * 20)}"' for key in ("before", "after") if key in look]
    if "line" in look:
        rule = look.get("line_rule", "auto")
        unit = 240 if rule == "auto" else 20
        written.append(f'w:line="{round(look["line"] * unit)}" w:lineRule="{rule}"')
    return f"<w:spacing {' '.join(written)}/>" if written else ""
