"""More files of the kinds that make_doubts.py writes, by further programs: printed ones above all."""

import unicodedata

import docx
import odf.draw
import odf.opendocument
import odf.table
import odf.text
import pymupdf
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import damage
import paper
import programs as by
from expecting import ACCEPTED, HERE, REFUSED, WARNED, expect
from form import Formula, Struck, White, row_of, rows, runs

IN_DOUBT = ("TABLE_IN_DOUBT",)
PRINTERS = (
    (paper.by_chromium, "Chromium.pdf"),
    (paper.by_weasyprint, "WeasyPrint.pdf"),
    (paper.by_wkhtmltopdf, "wkhtmltopdf.pdf"),
    (paper.by_reportlab, "reportlab.pdf"),
)


def printed_by_libreoffice(program, ending, made, target):
    """What another program wrote, printed."""
    source = HERE / f"x.{ending}"
    program(made, source)
    by.by_libreoffice(source, target, "pdf")
    source.unlink()


def looks_on_paper():
    """Raised and struck letters put a figure in doubt; nobody sees white ones."""
    changes = {"A04": runs(("5", ""), ("1", "up")), "A05": runs(("1", "struck"), ("4", "")), "E01": Struck(50)}
    never = {"A04": 51, "A05": 14, "E01": 50}
    for program, name in PRINTERS:
        program(rows(changes), expect(f"looks, {name}", "rejected", IN_DOUBT, never=never))
    # Without a line, and each name a column of words, it is no table to the reader.
    target = expect("looks, Writer.pdf", "rejected", never=never)
    printed_by_libreoffice(by.by_python_docx, "docx", rows(changes), target)
    target = expect("looks, Calc.pdf", REFUSED, never=never)
    printed_by_libreoffice(by.by_openpyxl, "xlsx", rows(changes), target)
    target = expect("unseen colour, wkhtmltopdf.pdf", WARNED, ("HIDDEN_TEXT",), {"E01": None, "A03": 120})
    paper.by_wkhtmltopdf(rows({"E01": White(50)}), target)


def results_that_are_errors():
    """Errors that stand in cells, and results in texts of their own."""
    broken = {"A05": Formula("1/0", "#DIV/0!")}
    by.by_xlsxwriter(rows(broken), expect("error kept, xlsxwriter.xlsx", "rejected", ("CELL_ERROR",), {"A05": None}))
    by.by_openpyxl(rows(broken), HERE / "x.xlsx")
    for ending in ("xlsx", "xls", "ods"):
        target = expect(f"error kept, LibreOffice.{ending}", "rejected", ("CELL_ERROR",), {"A05": None})
        by.by_libreoffice(HERE / "x.xlsx", target)
    by.by_openpyxl(rows({}), HERE / "x.xlsx")
    package = (HERE / "x.xlsx").read_bytes()
    (HERE / "x.xlsx").unlink()
    place = f'<c r="E{row_of("A01")}" t="n"><v>3</v></c>'.encode()

    def stored(cell):
        return damage.changed(package, lambda name, content: content.replace(place, place[:-len(b' t="n"><v>3</v></c>')] + cell))

    told = expect("result in the cell, openpyxl.xlsx", ACCEPTED, values={"A01": 3})
    told.write_bytes(stored(b' t="inlineStr"><f>1+2</f><is><t>3</t></is></c>'))
    stale = expect("0 in the cell, openpyxl.xlsx", "rejected", ("FORMULA_STALE",), never={"A01": 0})
    stale.write_bytes(stored(b' t="inlineStr"><f>1+2</f><is><t>0</t></is></c>'))


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def more_digits():
    """What stands beside digits in plain text and on paper; digits of double width."""
    strange = {"A03": "12O", "A01": "1l", "B11": "6-", "B03": "142\n350", "C01": "12 ₫", "C02": "$12"}
    never = {code: int("".join(c for c in text if c.isdigit())) for code, text in strange.items()}
    said = ("NOT_A_NUMBER",)
    text = damage.csv_text(rows(strange))
    expect("beside digits, python.csv", "rejected", said, never=never).write_text(text, "utf-8", newline="")
    paper.by_weasyprint(rows(strange), expect("beside digits, WeasyPrint.pdf", "rejected", never=never))
    wide = {"A03": "120".translate(WIDE), "A01": "3".translate(WIDE), "B11": "3 đơn".translate(WIDE)}
    read = {"A03": 120, "A01": 3, "B11": 3}
    for program, name in (
        (by.by_openpyxl, "openpyxl.xlsx"),
        (by.by_xlwt, "xlwt.xls"),
        (by.by_odfpy, "odfpy.ods"),
        (by.by_odfpy, "odfpy.odt"),
        (by.by_python_docx, "python-docx.docx"),
    ):
        program(rows(wide), expect(f"double width, {name}", ACCEPTED, ("LOOKALIKE_LETTERS",), read))
    target = expect("double width, python.csv", ACCEPTED, ("LOOKALIKE_LETTERS",), read)
    target.write_text(damage.csv_text(rows(wide)), "utf-8", newline="")


def struck_over_paper():
    """A remark that strikes a cell out from side to side, and a line through a row of the table."""
    made = rows({})
    source = HERE / "x.pdf"
    paper.by_reportlab(made, source)

    def strike(pdf):
        cell, row = paper.in_cell("A03", made), paper.in_cell("B04", made)
        pdf[0].add_strikeout_annot(cell)
        middle = row.y1 - 3 - paper.LETTERS * 0.3
        pdf[0].draw_line((paper.EDGES[0] + 2, middle), (paper.EDGES[-1] - 2, middle))

    target = expect("struck from side to side, PyMuPDF.pdf", "rejected", IN_DOUBT, never={"A03": 120, "B04": 1})
    paper.changed(source, target, strike)
    source.unlink()


def fields_of_old_looks():
    """A program puts another value into a field and leaves what is drawn of it as it was."""
    source = HERE / "x.pdf"
    made = rows({"A03": None})
    paper.by_reportlab(made, source)

    def fill(pdf):
        field = pymupdf.Widget()
        field.field_type, field.field_name, field.text_fontsize = pymupdf.PDF_WIDGET_TYPE_TEXT, "A03", paper.LETTERS
        field.field_value, field.rect = "120", paper.in_cell("A03", made)
        pdf[0].add_widget(field)
        pdf.xref_set_key(field.xref, "V", "(150)")

    target = expect("old look of a field, PyMuPDF.pdf", "rejected", IN_DOUBT, never={"A03": 120}, not_said=("BLANK",))
    paper.changed(source, target, fill)
    source.unlink()


def letters_on_paper():
    """What a wrong table of letters makes of a page."""
    digits = [(0x30 + n, 0x80 + n) for n in range(10)]
    horn = [(0x1B0, 0xB0), (0x111, 0xBF)]
    source = HERE / "x.pdf"
    paper.by_reportlab(rows({}), source)
    never = {"A01": 3, "A03": 120}
    paper.changed(source, expect("lost digits, reportlab.pdf", REFUSED, never=never), paper.with_letters(digits))
    paper.changed(source, expect("lost letters, reportlab.pdf", "rejected", ("DAMAGED_TEXT",)), paper.with_letters(horn))
    source.unlink()

    def unknown(page, x, y, width, height, code):
        page.setFont("HeiseiMin-W3", 7)
        page.drawString(x, y + 3, {"A01": "3", "A03": "１２０"}[code])

    made = rows({"A01": "field", "A03": "field"})
    target = expect("font of no known letters, reportlab.pdf", "rejected", ("DAMAGED_TEXT",), not_said=("BLANK",))
    paper.by_reportlab(made, target, unknown)


def further_printers():
    """The form as it stands, by programs that print and were not asked elsewhere."""
    read = {"A01": 3, "A03": 120, "B01": "2024-02-15", "B13": 197, "C05": 60, "E01": 50}
    for program, name in (*PRINTERS[1:3], (paper.by_fpdf, "fpdf2.pdf")):
        program(rows({}), expect(f"form, {name}", ACCEPTED, values=read))


def not_understood():
    """What lies over a page, is attached or embedded: named, where a cell seems blank."""
    said = ("BLANK",)

    def told(name, words, state=WARNED):
        return expect(name, state, said, {"A01": None}, words=words)

    field = rows({"A01": "field"})

    def box(page, x, y, width, height, code):
        page.acroForm.textfield(name=code, x=x, y=y, width=width, height=height, value="3", fontSize=paper.LETTERS, borderWidth=0)

    def choice(page, x, y, width, height, code):
        page.acroForm.choice(name=code, x=x, y=y, width=width, height=height, value="3", options=["3", "5"], fontSize=paper.LETTERS)

    source = HERE / "x.pdf"
    for put, what in ((box, "field"), (choice, "list")):
        paper.by_reportlab(field, source, put)
        paper.changed(source, told(f"{what} without a look, reportlab.pdf", "ô nhập"), paper.without_looks)
    made = rows({"A01": None})
    paper.by_reportlab(made, source)
    place = paper.in_cell("A01", made)
    report = damage.zipped({"[Content_Types].xml": b"<Types/>"})
    for what, words, change in (
        ("report attached", "tệp đính kèm", lambda pdf: pdf.embfile_add("bc.xlsx", report, filename="bc.xlsx")),
        ("handwriting", "hình vẽ", lambda pdf: pdf[0].add_ink_annot([[tuple(place.tl), tuple(place.bl), tuple(place.br)]]) and None),
        ("figure beside the table", "ngoài bảng", lambda pdf: pdf[0].insert_text((570, place.y1 - 3), "3", fontsize=7)),
    ):
        paper.changed(source, told(f"{what}, PyMuPDF.pdf", words), change)
    source.unlink()
    embedded_in_texts(told, made)


def embedded_in_texts(told, made):
    """A workbook in a document, and a document that is to be fetched into one."""
    by.by_python_docx(made, HERE / "x.docx")
    report = damage.zipped({"[Content_Types].xml": b"<Types/>"})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    for what, words, relation, name, element in (
        ("workbook embedded", "đối tượng nhúng", RELATIONSHIP_TYPE.PACKAGE, "embeddings/bc.xlsx",
         '<w:p {}><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="{}" Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'),
        ("document fetched", "tài liệu nhúng", RELATIONSHIP_TYPE.A_F_CHUNK, "chunk.docx", '<w:altChunk {} r:id="{}"/>'),
    ):  # fmt: skip
        document = docx.Document(str(HERE / "x.docx"))
        part = Part(PackURI(f"/word/{name}"), kind, report, document.part.package)
        made_element = parse_xml(element.format(nsdecls("w", "r"), document.part.relate_to(part, relation)))
        document.element.body.insert(0, made_element)
        document.core_properties.modified = by.DAY
        document.save(str(told(f"{what}, python-docx.docx", words)))
    (HERE / "x.docx").unlink()
    by.by_odfpy(made, HERE / "x.odt")
    document = odf.opendocument.load(str(HERE / "x.odt"))
    inner = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Số liệu")
    inner.spreadsheet.addElement(table)
    frame = odf.draw.Frame(width="8cm", height="4cm", anchortype="paragraph")
    frame.addElement(odf.draw.Object(href=document.addObject(inner)))
    paragraph = odf.text.P()
    paragraph.addElement(frame)
    document.text.insertBefore(paragraph, document.text.firstChild)
    document.save(str(told("workbook embedded, odfpy.odt", "tài liệu nhúng")))
    (HERE / "x.odt").unlink()


def more_faults():
    """One fault more in files that are sound."""
    values = {"A01": 3, "B13": 197}
    by.by_xlwt(rows({}), HERE / "x.xls")
    book = (HERE / "x.xls").read_bytes()
    small = "Workbook".encode("utf-16le")
    assert book.count(small) == 1
    expect("stream in capitals, xlwt.xls", ACCEPTED, values=values).write_bytes(book.replace(small, "WORKBOOK".encode("utf-16le")))
    (HERE / "x.xls").unlink()
    kept = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"
    plain = lambda letter: letter if letter in kept else unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))[0]  # noqa: E731
    text = "".join(plain(letter) for letter in damage.csv_text(rows({})))
    expect("Latin-1, python.csv", ACCEPTED + "|rejected", ("CODE_PAGE",)).write_bytes(text.encode("latin-1"))
    expect("UTF-16 without a mark, python.csv", ACCEPTED, ("CODE_PAGE",), values).write_bytes(
        damage.csv_text(rows({}), "\t").encode("utf-16le")
    )


MORE = {
    looks_on_paper: 1,
    struck_over_paper: 1,
    fields_of_old_looks: 6,
    results_that_are_errors: 2,
    more_digits: 3,
    letters_on_paper: 4,
    further_printers: 5,
    not_understood: 6,
    more_faults: 7,
}
