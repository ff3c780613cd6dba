"""A Word document as the maker fills it by python-docx; and the table of a form in it."""

import copy

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.oxml.ns import nsdecls, qn

from programs import WRITTEN
from report import LINES, SECTIONS, typed
from slim import PARTS, slim

NAMESPACES = nsdecls("w", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
WIDTHS = {
    "order": 1, "code": 1.3, "name": 5.6, "measure": 1.9, "value": 2.8, "cumulative": 2.8, "remark": 1.8, "section": 2.6,
}
HEADS = {
    "order": "TT", "code": "Mã", "name": "Chỉ tiêu", "measure": "ĐVT", "value": "Trong kỳ", "cumulative": "Lũy kế",
    "remark": "Ghi chú", "section": "Nội dung",
}


def start(report, *, letterhead=True):
    """An empty document of python-docx without the parts that nothing here needs; letterhead and title."""
    document = docx.Document()
    own = ("Normal Table", "Table Grid")
    slim(document, PARTS, lambda style: style.type != WD_STYLE_TYPE.TABLE or style.name in own)
    document.core_properties.created = document.core_properties.modified = WRITTEN
    if letterhead:
        table = document.add_table(rows=2, cols=2)
        put(table.cell(0, 0), "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG")
        put(table.cell(0, 1), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
        put(table.cell(1, 0), report.name.upper(), bold=True)
        put(table.cell(1, 1), "Độc lập - Tự do - Hạnh phúc", bold=True)
        bold(document, "BÁO CÁO")
        bold(document, f"Kết quả công tác dân vận {report.when}")
    return document


def put(cell, text, bold=False):
    run = cell.paragraphs[0].add_run(text)
    run.bold = bold or None
    return run


def bold(place, text):
    place.add_paragraph().add_run(text).bold = True


def landscape(document):
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


class FormTable:
    """
    A table of a form; `roles` are its columns from left to right. `number`: which table of the document it is, as a
    reader counts them, from 1.
    """

    def __init__(self, place, report, roles, number, *, heads=None):
        self.report, self.roles, self.number = report, roles, number
        report.geometry.append(" ".join(roles))
        self.table = place.add_table(rows=0, cols=len(roles))
        if "Table Grid" in [style.name for style in place.part.document.styles]:
            self.table.style = "Table Grid"
        self.table.autofit = False
        for column, role in zip(self.table.columns, roles):
            column.width = Cm(WIDTHS[role])
        self.rows = 0
        if heads is not False:
            self.add([(heads or {}).get(role) or HEADS[role] for role in roles], bold=True)

    def add(self, texts, bold=False):
        cells = self.table.add_row().cells
        for cell, role in zip(cells, self.roles):
            cell.width = Cm(WIDTHS[role])
        for cell, text in zip(cells, texts):
            if text:
                put(cell, text, bold)
        self.rows += 1
        return cells

    def merge(self, row, first, last, text, below=0):
        """Rows and columns from 1; `below`: how many rows further down the cell reaches."""
        cell = self.table.cell(row - 1, first - 1).merge(self.table.cell(row - 1 + below, last - 1))
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        cell.paragraphs[0].text = text

    def section_row(self, section):
        self.add([])
        self.merge(self.rows, 1, len(self.roles), f"{section}. {SECTIONS[section]}")

    def fill(self, sections=None, section_rows=True, write=typed, remark=None):
        section = None
        for line in LINES:
            if sections and line.section not in sections:
                continue
            if section_rows and line.section != section:
                section = line.section
                self.section_row(section)
            self.line(line, write, remark)
        return self

    def line(self, line, write=typed, remark=None):
        self.report.rows.add(line.code)
        cells = self.add([])
        texts = {"order": str(line.number), "code": line.code, "name": line.name, "measure": line.measure}
        for column, role in enumerate(self.roles, 1):
            text = texts.get(role)
            if role in ("value", "cumulative"):
                slot = ("value", "cumulative").index(role)
                value = self.report.values[line.code][slot]
                if value is None:
                    continue
                text = write(line.code, value)
                self.report.places[line.code, slot] = {"table": self.number, "row": self.rows, "column": column}
            elif role == "remark" and remark:
                text = remark(line)
            if text:
                put(cells[column - 1], text)


def text_box(paragraphs, identity):
    """A paragraph with a text box, as Word writes one: DrawingML, and VML for programs of old, saying the same."""
    inside = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return parse_xml(
        f"""<w:p {NAMESPACES}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
        <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
         layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
        <wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
        <wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
        <wp:extent cx="5400000" cy="1200000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
        <wp:docPr id="{identity}" name="Hộp {identity}"/><wp:cNvGraphicFramePr/>
        <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
        <wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1200000"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
        <wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr><a:noAutofit/></wps:bodyPr></wps:wsp>
        </a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
        <v:shape style="width:425pt;height:94pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape>
        </w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    )


def replace_tracked(cell, before, after, identity):
    """The cell's text `before` struck out and `after` typed in its place, both tracked."""
    author = 'w:author="Văn thư" w:date="2024-03-14T08:00:00Z"'
    paragraph = cell.paragraphs[0]._p
    for run in paragraph.findall(qn("w:r")):
        paragraph.remove(run)
    for tag, text_tag, text, n in (("del", "delText", before, 0), ("ins", "t", after, 1)):
        paragraph.append(parse_xml(
            f'<w:{tag} {nsdecls("w")} w:id="{identity + n}" {author}><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>'
        ))


def tracked_paragraph(document, text, identity, tag):
    """A paragraph that was typed (`ins`) or struck out (`del`) as a whole."""
    author = f'w:id="{identity}" w:author="Văn thư" w:date="2024-03-14T08:00:00Z"'
    text_tag = "t" if tag == "ins" else "delText"
    paragraph = document.add_paragraph()._p
    paragraph.append(parse_xml(f'<w:pPr {nsdecls("w")}><w:rPr><w:{tag} {author}/></w:rPr></w:pPr>'))
    paragraph.append(parse_xml(
        f'<w:{tag} {nsdecls("w")} {author}><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>'
    ))


def outline_numbering(document):
    """A list of three levels, "I.", "1.", "a)", as Word counts them; answers its number."""
    numbering = document.part.numbering_part.element
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77


def numbered(document, text, number, level, is_bold=True):
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = is_bold or None
    paragraph._p.get_or_add_pPr().append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    ))


def repeat_header(form):
    """Somebody copied the header into the middle of the table."""
    form.table._tbl.append(copy.deepcopy(form.table._tbl.tr_lst[0]))
    form.rows += 1
