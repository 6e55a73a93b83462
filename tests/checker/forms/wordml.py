"""Writes a described document (see `tests.checker.documents`) as a Word file, in plain XML.

Nothing of the product is used and nothing is left to a library's taste: what a rule reads in the
file stands here in the words of ECMA-376.
"""

import io
import zipfile
from collections.abc import Callable, Iterable
from itertools import count
from typing import Final
from xml.sax.saxutils import escape

from tests.checker.forms.drawings import NAMESPACES, PICTURES, drawn_line, picture, text_box
from tests.checker.forms.looks import FAMILY, LOOKS
from tests.checker.forms.properties import (
    LISTS,
    PARAGRAPH_KEYS,
    RUN_KEYS,
    Tree,
    properties_of_paragraph,
    properties_of_run,
    twips,
)

_DECLARED: Final = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Writer:
    """One document on its way to XML: what its parts share is counted and kept here."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._styled = tree.get("dress", "direct") == "styles"
        self._ids = count(1)
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: list[tuple[str, str, str]] = []
        self._notes: list[str] = []

    def write(self) -> bytes:
        """Return the Word file."""
        sections = self._tree["sections"]
        body = "".join(self._section(section, last=section is sections[-1]) for section in sections)
        self._part("document", f"<w:body>{body}</w:body>", "document.main+xml", related=False)
        self._part("styles", self._styles(), "styles+xml")
        self._part(
            "settings",
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
            "settings+xml",
        )
        self._part("numbering", _numbering(), "numbering+xml")
        if theme := self._tree.get("theme"):
            self._theme(theme)
        if self._notes:
            notes = "".join(_separators()) + "".join(self._notes)
            self._part("footnotes", notes, "footnotes+xml")
        return self._package()

    # ------------------------------------------------------------------ parts

    def _part(self, name: str, content: str, kind: str, *, related: bool = True) -> str:
        root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
        xml = f"{_XML}<w:{root} {_DECLARED}>{content}</w:{root}>"
        self._parts[f"word/{name}.xml"] = xml.encode()
        self._types[f"/word/{name}.xml"] = _TYPE + kind
        return self._relate(name.rstrip("0123456789"), f"{name}.xml") if related else ""

    def _relate(self, kind: str, target: str) -> str:
        identifier = f"rId{len(self._relations) + 1}"
        self._relations.append((identifier, _OFFICE + kind, target))
        return identifier

    def _theme(self, fonts: dict[str, str]) -> None:
        faces = "".join(
            f'<a:{kind}Font><a:latin typeface="{fonts[kind]}"/><a:ea typeface=""/>'
            f'<a:cs typeface=""/></a:{kind}Font>'
            for kind in ("major", "minor")
        )
        names = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
        colours = "".join(f'<a:{one}><a:srgbClr val="000000"/></a:{one}>' for one in names.split())
        fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
        line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        xml = (
            f'{_XML}<a:theme xmlns:a="{NAMESPACES["a"]}" name="Office"><a:themeElements>'
            f'<a:clrScheme name="Office">{colours}</a:clrScheme>'
            f'<a:fontScheme name="Office">{faces}</a:fontScheme>'
            f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill}</a:fillStyleLst>'
            f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )
        self._parts["word/theme/theme1.xml"] = xml.encode()
        self._types["/word/theme/theme1.xml"] = (
            "application/vnd.openxmlformats-officedocument.theme+xml"
        )
        self._relate("theme", "theme/theme1.xml")

    def _package(self) -> bytes:
        overrides = "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in self._types.items()
        )
        types = (
            f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Default Extension="jpeg" ContentType="image/jpeg"/>{overrides}</Types>'
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr("[Content_Types].xml", types)
            main = [("rId1", f"{_OFFICE}officeDocument", "word/document.xml")]
            archive.writestr("_rels/.rels", _relations(main))
            archive.writestr("word/_rels/document.xml.rels", _relations(self._relations))
            for name, content in self._parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    # ------------------------------------------------------------------ styles

    def _styles(self) -> str:
        defaults = properties_of_run(self._tree.get("defaults", {"font": FAMILY, "size": 14}))
        normal = self._tree.get("normal", {})
        styles = [
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            f"<w:pPr>{properties_of_paragraph(normal)}</w:pPr>"
            f"<w:rPr>{properties_of_run(normal)}</w:rPr></w:style>",
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
            "</w:tblPr></w:style>",
        ]
        named = LOOKS if self._styled else {}
        for name, look in (named | self._tree.get("styles", {})).items():
            styles.append(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
                f'<w:name w:val="{name.replace("_", " ")}"/><w:basedOn w:val="Normal"/>'
                f"<w:pPr>{properties_of_paragraph(look)}</w:pPr>"
                f"<w:rPr>{properties_of_run(look)}</w:rPr></w:style>"
            )
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>"
            f"<w:pPrDefault/></w:docDefaults>{''.join(styles)}"
        )

    # ------------------------------------------------------------------ sections and blocks

    def _section(self, section: Tree, *, last: bool) -> str:
        properties, blocks = self._section_properties(section), section["blocks"]
        if last:
            closing = (
                "<w:p/>" if blocks[-1]["is"] in ("grid", "table", "sdt") else ""
            )  # as Word does
            return self._blocks(blocks) + closing + properties
        if "runs" in blocks[-1]:  # as in Word, the last paragraph carries the end of the section
            return self._blocks(blocks[:-1]) + self._paragraph(blocks[-1], properties)
        return f"{self._blocks(blocks)}<w:p><w:pPr>{properties}</w:pPr></w:p>"

    def _section_properties(self, section: Tree) -> str:
        found: list[str] = []
        for place, tag in (("headers", "header"), ("footers", "footer")):
            for kind, blocks in section.get(place, {}).items():
                name = f"{tag}{next(self._ids)}"
                content = self._blocks(blocks) or "<w:p><w:pPr/></w:p>"
                relation = self._part(name, content, f"{tag}+xml")
                found.append(f'<w:{tag}Reference w:type="{kind}" r:id="{relation}"/>')
        found.append(f'<w:type w:val="{section.get("start", "nextPage")}"/>')
        width, height = section.get("twips") or [twips(side) for side in section["size"]]
        turned = ' w:orient="landscape"' if width > height else ""
        found.append(f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>')
        top, bottom, left, right = map(twips, section["margins"])
        found.append(
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
            f'w:header="567" w:footer="567" w:gutter="{twips(section.get("gutter", 0))}"/>'
        )
        number = {"fmt": section.get("number_format"), "start": section.get("number_start")}
        written = " ".join(f'w:{key}="{one}"' for key, one in number.items() if one is not None)
        if written:
            found.append(f"<w:pgNumType {written}/>")
        if section.get("title_page", True):
            found.append("<w:titlePg/>")
        return f"<w:sectPr>{''.join(found)}</w:sectPr>"

    def _blocks(self, blocks: Iterable[Tree]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Tree) -> str:
        writers: dict[str, Callable[[Tree], str]] = {
            "grid": self._grid,
            "table": self._grid,
            "sdt": self._control,
            "line": self._line,
        }
        return writers.get(block["is"], self._paragraph)(block)

    def _control(self, block: Tree) -> str:
        return f"<w:sdt><w:sdtContent>{self._blocks(block['blocks'])}</w:sdtContent></w:sdt>"

    def _paragraph(self, block: Tree, section: str = "") -> str:
        known = LOOKS.get(block["is"], LOOKS["body"])
        own = {key: block[key] for key in RUN_KEYS | PARAGRAPH_KEYS if key in block}
        style = own.pop("style", None) or (
            (block["is"] if block["is"] in LOOKS else "body") if self._styled else None
        )
        look = own if style else known | own
        mark = f'<w:pStyle w:val="{style}"/>' if style else ""
        runs = "".join(self._run(run, look) for run in block["runs"])
        return (
            f"<w:p><w:pPr>{mark}{properties_of_paragraph(look)}"
            f"<w:rPr>{properties_of_run(look)}</w:rPr>{section}</w:pPr>{runs}</w:p>"
        )

    def _line(self, block: Tree) -> str:
        """A line under a name, made in one of the ways people make it."""
        how, length = block.get("how", "wps"), block["length"]
        plain = {key: one for key, one in block.items() if key not in ("how", "length", "of")}
        if how == "underscores":
            return self._paragraph(
                plain | {"size": 14, "runs": [{"text": "_" * length, "raised": True}]}
            )
        if how == "dashes":
            return self._paragraph(plain | {"size": 13, "runs": [{"text": "-" * length}]})
        if how == "border":
            around = {"left": block["around"], "right": block["around"], "bottom_line": True}
            return self._paragraph(plain | around | {"runs": []})
        return self._paragraph(plain | {"runs": [{"line": length, "how": how}]})

    def _grid(self, block: Tree) -> str:
        ruled = block["is"] == "table"
        widths = [twips(width) for width in block["widths"]]
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        head = block.get("head", 1) if ruled else 0
        rows = "".join(
            self._row(row, widths, whole=ruled, repeats=number < head)
            for number, row in enumerate(block["rows"])
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        margin = 57 if ruled else 0
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{0 if not ruled else margin}" w:type="dxa"/>'
            f"{f'<w:tblBorders>{borders}</w:tblBorders>' if ruled else ''}"
            '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, cells: list[Tree], widths: list[int], *, whole: bool, repeats: bool) -> str:
        last = len(cells) - 1  # reaches over the columns that are left
        own = [*([width] for width in widths[:last]), widths[last:]]
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns)}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(columns)}"/>{_fill(cell)}</w:tcPr>'
            f"{self._blocks(cell['blocks']) or '<w:p/>'}</w:tc>"
            for cell, columns in zip(cells, own, strict=True)
        )
        marks = f"{'<w:cantSplit/>' if whole else ''}{'<w:tblHeader/>' if repeats else ''}"
        return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{written}</w:tr>"

    # ------------------------------------------------------------------ runs

    def _run(self, run: Tree, paragraph: Tree) -> str:
        look = {key: paragraph[key] for key in RUN_KEYS if key in paragraph}
        look |= {key: run[key] for key in RUN_KEYS if key in run}
        face = f"<w:rPr>{properties_of_run(look)}</w:rPr>"
        if "field" in run:
            shown = _text(run.get("text", ""))
            steps = (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve"> {run["field"]} </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                shown,
                '<w:fldChar w:fldCharType="end"/>',
            )
            return "".join(f"<w:r>{face}{step}</w:r>" for step in steps)
        if "open" in run:  # a field over several paragraphs
            steps = (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve"> {run["open"]} </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
            )
            return "".join(f"<w:r>{face}{step}</w:r>" for step in steps)
        if "close" in run:
            return f'<w:r>{face}<w:fldChar w:fldCharType="end"/></w:r>'
        content = self._content(run)
        if run.get("deleted"):
            content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        written = f"<w:r>{face}{content}</w:r>"
        for key, tag in (("inserted", "ins"), ("deleted", "del")):
            if run.get(key):
                stamp = f'w:id="{next(self._ids)}" w:author="A" w:date="2027-01-04T08:00:00Z"'
                written = f"<w:{tag} {stamp}>{written}</w:{tag}>"
        return written

    def _content(self, run: Tree) -> str:
        if "line" in run:
            how, down = run.get("how", "wps"), run.get("y", 1)
            return drawn_line(run["line"], how, down, next(self._ids))
        if "image" in run:
            return self._picture(run["image"])
        if "box" in run:
            box = run["box"]
            return text_box(box, self._blocks(box["blocks"]), next(self._ids))
        if "note" in run:
            return self._note(run["note"])
        if "break" in run:
            return f'<w:br w:type="{run["break"]}"/>'
        return _text(run["text"])

    def _picture(self, image: Tree) -> str:
        kind, identifier = image["format"], next(self._ids)
        name = f"media/image{identifier}.{kind}"
        self._parts[f"word/{name}"] = PICTURES[kind]
        return picture(image, self._relate("image", name), identifier)

    def _note(self, text: str) -> str:
        number = len(self._notes) + 2
        face = properties_of_run(LOOKS["footnote"])
        mark = f'<w:r><w:rPr>{face}<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:rPr>{face}</w:rPr>{_text(text)}</w:r>'
            "</w:p></w:footnote>"
        )
        return f'<w:footnoteReference w:id="{number}"/>'


def _text(text: str) -> str:
    pieces: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            pieces.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                pieces.append("<w:tab/>")
            if piece:
                pieces.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(pieces)


def _fill(cell: Tree) -> str:
    fill = cell.get("fill")
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def _separators() -> Iterable[str]:
    for number, kind in enumerate(("separator", "continuationSeparator")):
        yield (
            f'<w:footnote w:type="{kind}" w:id="{number}">'
            f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        )


def _numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        "</w:abstractNum>"
        for number, kind, text in LISTS.values()
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, *_ in LISTS.values()
    )
    return kinds + uses


def _relations(found: list[tuple[str, str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for identifier, kind, target in found
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{uri}">{links}</Relationships>'
