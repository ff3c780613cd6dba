"""Files in which a figure or a text is doubtful, each by the programs that can write it, and what must be said of each.

python3 make_doubts.py [KIND…] — all of them, or the kinds named (looks, formulas, …) alone; needs openpyxl, XlsxWriter, xlwt, python-docx, odfpy, PyYAML,
reportlab, PyMuPDF, WeasyPrint, fpdf2, LibreOffice, Chromium, wkhtmltopdf, and npm ci.
"""

import json
import random
import sys
from email.message import EmailMessage
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "maker"))

import xlwt.CompoundDoc  # noqa: E402
from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402

import damage  # noqa: E402
import expecting  # noqa: E402
import programs as by  # noqa: E402
import form  # noqa: E402
from expecting import ACCEPTED, EXPECTED, REFUSED, expect  # noqa: E402
from form import HEADER, PERIOD, TITLE, UNIT, Formula, Shown, Struck, White, row_of, rows, runs  # noqa: E402
from more_doubts import MORE  # noqa: E402
from odd_sheets import ODD_SHEETS  # noqa: E402
from odd_texts import ODD_TEXTS  # noqa: E402
from rich_text import by_textedit  # noqa: E402

random.seed(11)


def looks():
    """Raised, struck and hidden letters."""
    changes = {
        "A04": runs(("5", ""), ("1", "up")),
        "A05": runs(("1", "struck"), ("4", "")),
        "B04": runs(("1", ""), ("2", "down")),
        "E01": Struck(50),
    }
    hidden = {"B09": runs(("10", ""), ("7", "hidden"))}
    read = {"A04": 5, "A05": 4, "B04": 1, "E01": None}
    said = ("RAISED_MARK", "STRUCK_TEXT")
    args = {"values": read, "not_said": ("BLANK",)}
    for program, name in (
        (by.by_openpyxl, "looks, openpyxl.xlsx"),
        (by.by_xlsxwriter, "looks, xlsxwriter.xlsx"),
        (by.by_xlwt, "looks, xlwt.xls"),
    ):
        program(rows(changes), expect(name, "accepted-with-warnings", said, **args))
    args["values"] = {**read, "B09": 10}
    for program, name in (
        (by.by_odfpy, "looks, odfpy.ods"),
        (by.by_odfpy, "looks, odfpy.odt"),
        (by.by_python_docx, "looks, python-docx.docx"),
    ):
        program(rows({**changes, **hidden}), expect(name, "accepted-with-warnings", (*said, "HIDDEN_TEXT"), **args))
    args["values"] = read
    by.by_libreoffice(HERE / "looks, openpyxl.xlsx", expect("looks, LibreOffice.ods", "accepted-with-warnings", said, **args))
    by.by_libreoffice(HERE / "looks, openpyxl.xlsx", expect("looks, LibreOffice.xls", "accepted-with-warnings", said, **args))
    args["values"] = {**read, "B09": 10}
    for source, ending in (("python-docx.docx", "odt"), ("odfpy.odt", "rtf")):
        target = expect(f"looks, LibreOffice.{ending}", "accepted-with-warnings", (*said, "HIDDEN_TEXT"), **args)
        by.by_libreoffice(HERE / f"looks, {source}", target)
    by.by_xlsxwriter(
        rows({"A05": "hidden"}),
        expect("format of nothing, xlsxwriter.xlsx", "accepted-with-warnings", ("HIDDEN_TEXT",), {"A05": None}, not_said=("BLANK",)),
    )


def formulas():
    """Results that are none, and some that are."""
    def sums(stored):
        place = lambda code: f"E{row_of(code)}"  # noqa: E731
        return {
            "A05": Formula(f"SUM({place('A06')}:{place('A07')})", stored[0]),
            "B14": Formula(f'IF({place("B12")}="","",ROUND({place("B13")}/{place("B12")}*100,2))', stored[1]),
        }

    never = {"A05": 0}
    true = (4, 98.5)
    by.by_xlsxwriter(rows(sums((0, 0))), expect("formulas of 0, xlsxwriter.xlsx", "rejected", ("FORMULA_STALE",), never=never))
    by.by_xlwt(rows(sums((0, 0))), expect("formulas of 0, xlwt.xls", "rejected", ("FORMULA_STALE",), never=never))
    by.by_odfpy(rows(sums((0, 0))), expect("formulas of 0, odfpy.ods", "rejected", ("FORMULA_STALE",), never=never))
    by.by_sheetjs(rows(sums((9, 98.5))), expect("a result of before, SheetJS.xlsx", "rejected", ("FORMULA_STALE",), never={"A05": 9}))
    by.by_openpyxl(rows(sums(true)), expect("formulas without results, openpyxl.xlsx", "rejected", ("FORMULA_NO_VALUE",), never=never))
    by.by_xlsxwriter(rows(sums(true)), expect("true results, xlsxwriter.xlsx", ACCEPTED, values={"A05": 4, "B14": 98.5}))
    for ending in ("xlsx", "ods", "xls"):
        target = expect(f"true results, LibreOffice.{ending}", ACCEPTED, values={"A05": 4, "B14": 98.5})
        by.by_libreoffice(HERE / "formulas without results, openpyxl.xlsx", target)


def digits():
    """What stands beside digits."""
    strange = ("12O", "1l", "6-", "142\n350", "12 ₫", "$12", "12 (nghìn)")
    programs = (
        (by.by_openpyxl, "openpyxl.xlsx"),
        (by.by_python_docx, "python-docx.docx"),
        (by.by_xlwt, "xlwt.xls"),
        (by.by_odfpy, "odfpy.odt"),
        (by.by_sheetjs, "SheetJS.xlsx"),
    )
    wrong = dict(zip(("A03", "A01", "B11", "B03", "C01", "C02", "C03"), strange))
    for program, name in programs:
        never = {code: int("".join(c for c in text if c.isdigit())) for code, text in wrong.items()}
        program(rows(wrong), expect(f"beside digits, {name}", "rejected", ("NOT_A_NUMBER",), never=never))
        unseen = {"A03": "\u200b120\ufeff", "A01": "3*", "B11": "3 đơn"}
        said = ("UNSEEN_LETTERS", "RAISED_MARK")
        program(rows(unseen), expect(f"beyond doubt, {name}", ACCEPTED, said, {"A03": 120, "A01": 3, "B11": 3}))


def letters():
    """Damaged letters, and letters that only look right."""
    text = "Chưa nhận được văn bản hướng dẫn của cấp trên"
    garbled, marks = damage.misread(text), damage.questioned(text)
    for program, name in (
        (by.by_openpyxl, "openpyxl.xlsx"),
        (by.by_python_docx, "python-docx.docx"),
        (by.by_xlwt, "xlwt.xls"),
        (by.by_odfpy, "odfpy.ods"),
        (by.by_sheetjs, "SheetJS.xlsx"),
    ):
        program(rows({"D01": garbled}), expect(f"misread, {name}", "rejected", ("DAMAGED_TEXT",), never={"D01": garbled}))
        program(rows({"D02": marks}), expect(f"question marks, {name}", "rejected", ("DAMAGED_TEXT",), never={"D02": marks}))
        like = text.replace("ư", "ƣ").replace("Đ", "Ð")
        program(rows({"D03": like}), expect(f"lookalikes, {name}", ACCEPTED, ("LOOKALIKE_LETTERS",), {"D03": text}))
    whole = damage.csv_text(rows({}))
    (expect("misread, python.csv", "rejected", ("DAMAGED_TEXT",))).write_text(damage.misread(whole), "utf-8", newline="")
    target = expect("question marks, python.csv", "rejected", ("DAMAGED_TEXT",))
    target.write_bytes(whole.encode("windows-1252", errors="replace"))


def unread():
    """What was not read is named."""
    def drop_down():
        return parse_xml(
            f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="5"/><w:listEntry w:val="3"/></w:ddList></w:ffData></w:fldChar></w:r>'
        )

    by.by_python_docx(rows({"A01": "field"}), expect("list of old, python-docx.docx", ACCEPTED, values={"A01": 3}), drop_down)
    column = [each if each != "Trong kỳ" else "Số mới" for each in HEADER]
    for program, name in ((by.by_openpyxl, "openpyxl.xlsx"), (by.by_python_docx, "python-docx.docx"), (by.by_odfpy, "odfpy.ods"), (by.by_sheetjs, "SheetJS.xlsx")):
        program(rows({}, column), expect(f"strange column, {name}", "rejected|accepted-with-warnings", ("BLANK",), {"A01": None}))
        EXPECTED[f"strange column, {name}"]["words"] = "Số mới"
    box = (row_of("A01") - 1, 4, "3")
    target = expect("box over a blank, xlsxwriter.xlsx", "accepted-with-warnings", ("BLANK",), {"A01": None})
    by.by_xlsxwriter(rows({"A01": None}), target, box)
    EXPECTED[target.name]["words"] = "hộp chữ"
    by.by_libreoffice(target, expect("box over a blank, LibreOffice.xls", "accepted-with-warnings", ("BLANK",), {"A01": None}))
    EXPECTED["box over a blank, LibreOffice.xls"]["words"] = "hộp chữ"


def one_fault():
    """One fault does not condemn a file."""
    values = {"A01": 3, "B13": 197}
    good = HERE / "plain, openpyxl.xlsx"
    by.by_openpyxl(rows({}), expect(good.name, ACCEPTED, values=values))
    package = good.read_bytes()
    expect("UTF-16 part, openpyxl.xlsx", ACCEPTED, values=values).write_bytes(damage.changed(package, damage.in_utf16))
    lock = bytes([2]) + b"An" + b" " * 162
    expect("lock file beside, zipped.zip", ACCEPTED, values=values).write_bytes(
        damage.zipped({"BC.xlsx": package, "~$BC.xlsx": lock, "thu muc/.~lock.BC.xlsx#": b",An,"})
    )
    lost = lambda name, content: content.replace(b'<c r="E8" t="n"><v>3</v></c>', b'<c r="E8" t="s"><v>9999</v></c>')  # noqa: E731
    expect("lost shared text, openpyxl.xlsx", "rejected", ("NOT_A_NUMBER",), {"B13": 197}).write_bytes(damage.changed(package, lost))
    empty = lambda name, content: content.replace(b'<c r="E8" t="n"><v>3</v></c>', b'<c r="E8" t="s"><v></v></c>')  # noqa: E731
    expect("empty shared text, openpyxl.xlsx", ACCEPTED, ("BLANK",), {"A01": None, "B13": 197}).write_bytes(damage.changed(package, empty))
    by.by_xlwt(rows({}), HERE / "x.xls")
    import xlwt

    old = xlwt_stream(xlwt)
    for method in ("rc4", "cryptoapi"):
        target = expect(f"default password {method}, xlwt.xls", ACCEPTED, values=values)
        xlwt.CompoundDoc.XlsDoc().save(str(target), damage.protected(old, method))
    (HERE / "x.xls").unlink()
    by.by_sheetjs(rows({}), expect("Excel 95, SheetJS.xls", REFUSED + "|" + ACCEPTED), "biff5")
    by.by_libreoffice(good, expect("plain, LibreOffice.xls", ACCEPTED, values=values))
    by_textedit(rows({}), expect("plain, python.rtf", ACCEPTED, values={**values, "B14": 98.5}))
    by.by_sheetjs(rows({}), expect("binary, SheetJS.xlsb", "unreadable", ("BINARY_WORKBOOK",)), "xlsb")
    for delimiter, name in ((",", "commas"), (";", "semicolons")):
        text = damage.quoted_lines(damage.csv_text(rows({}), delimiter))
        expect(f"lines quoted, {name}.csv", ACCEPTED, values=values).write_text(text, "utf-8", newline="")


def xlwt_stream(xlwt):
    """The stream of an old workbook without its container."""
    with (HERE / "x.xls").open("rb") as file:
        data = file.read()
    import xlrd.compdoc

    return xlrd.compdoc.CompDoc(data).get_named_stream("Workbook")


def other_kinds():
    """Files that are no reports, each with its own way out."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = "An <a@vd.vn>", "b@vd.vn", "Báo cáo quý I", "<1@vd.vn>"
    mail.set_content("Kính gửi Văn phòng.")
    expect("mail.eml", "unreadable", ("MAIL",)).write_bytes(bytes(mail))
    page = "<html><body><table><tr><td>A01</td><td>7</td></tr></table></body></html>"
    expect("page in UTF-16.xls", "unreadable", ("WEB_PAGE",)).write_bytes(("\ufeff" + page).encode("utf-16le"))
    expect("stub.gsheet", "unreadable", ("LINK",)).write_text('{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}')
    expect("lock file.xlsx", "unreadable", ("LOCK_FILE",)).write_bytes(bytes([2]) + b"An" + b" " * 162)
    expect("archive.rar", "unreadable", ("OTHER_ARCHIVE",)).write_bytes(b"Rar!\x1a\x07\x01\x00" + random.randbytes(200))
    expect("archive.7z", "unreadable", ("OTHER_ARCHIVE",)).write_bytes(b"7z\xbc\xaf\x27\x1c\x00\x04" + random.randbytes(200))
    sent = EmailMessage()
    sent["From"], sent["To"], sent["Subject"], sent["Date"] = "An <a@vd.vn>", "b@vd.vn", "Báo cáo", "Mon, 1 Apr 2024 08:00:00 +0700"
    sent.set_content("Kính gửi Văn phòng.")
    sent.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="bc.xlsx")
    expect("mail with a report.eml", "unreadable", ("MAIL",)).write_bytes(bytes(sent))
    prolog = '<?xml version="1.0" encoding="utf-8"?>\n'
    expect("page behind a prolog.xls", "unreadable", ("WEB_PAGE",)).write_text(prolog + "<!DOCTYPE html>" + page)
    expect("Excel 2003.xml", "unreadable", ("XML_DATA",)).write_text(
        prolog + '<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    )
    expect("address.txt", "unreadable", ("LINK",)).write_text("Báo cáo: https://docs.google.com/spreadsheets/d/1/edit\n")
    expect("video.mp4", "unreadable", ("RECORDING",)).write_bytes(b"\0\0\0\x20ftypisom" + random.randbytes(200))
    expect("never came.xlsx", "unreadable", ("FILE_EMPTY",)).write_bytes(bytes(600))
    expect("print.xps", "unreadable", ("PROGRAM_FILE",)).write_bytes(damage.zipped({"FixedDocSeq.fdseq": b"<x/>"}))
    expect("prose.txt", "unreadable", ("PLAIN_TEXT",)).write_text("Kính gửi Văn phòng Sở, đơn vị xin báo cáo như sau.\n")
    expect("Numbers.numbers", "unreadable", ("APPLE_FILE",)).write_bytes(
        damage.zipped({"Index/Document.iwa": b"\x00", "Metadata/Properties.plist": b"x", "preview.jpg": b"\xff\xd8\xff"})
    )


def colours():
    """Letters in the colour of their ground."""
    args = {"values": {"E01": None, "A03": 120}, "not_said": ("BLANK",)}
    changes = {"E01": White(50)}
    for program, name in (
        (by.by_openpyxl, "openpyxl.xlsx"),
        (by.by_xlsxwriter, "xlsxwriter.xlsx"),
        (by.by_xlwt, "xlwt.xls"),
        (by.by_python_docx, "python-docx.docx"),
        (by.by_odfpy, "odfpy.ods"),
        (by.by_odfpy, "odfpy.odt"),
    ):
        program(rows(changes), expect(f"unseen colour, {name}", "accepted-with-warnings", ("HIDDEN_TEXT",), **args))
    source = HERE / "unseen colour, openpyxl.xlsx"
    for ending in ("ods", "xls"):
        target = expect(f"unseen colour, LibreOffice.{ending}", "accepted-with-warnings", ("HIDDEN_TEXT",), **args)
        by.by_libreoffice(source, target)


def unnamed_fonts():
    """Text of before Unicode under the name of a new font."""
    sys.path.insert(0, str(HERE.parents[0]))
    from corpus_old_fonts import in_tcvn3, in_vni

    read = {"A03": 120, "D01": form.WAIT, "E03": "Không"}
    for program, name, old in (
        (by.by_openpyxl, "TCVN3, openpyxl.xlsx", in_tcvn3),
        (by.by_xlwt, "TCVN3, xlwt.xls", in_tcvn3),
        (by.by_odfpy, "TCVN3, odfpy.odt", in_tcvn3),
        (by.by_sheetjs, "VNI, SheetJS.xlsx", in_vni),
        (by.by_odfpy, "VNI, odfpy.ods", in_vni),
    ):
        form.stored = old
        made = [[old(value) if isinstance(value, str) else value for value in row] for row in rows({})]
        program(made, expect(f"no font named, {name}", ACCEPTED, ("LEGACY_FONT",), read))
        form.stored = str


def headings():
    """Columns of figures of which nobody can tell what they are."""
    heads = [{"Trong kỳ": "Đăng ký", "Lũy kế": "Hoàn thành"}.get(each, each) for each in HEADER]
    for program, name in ((by.by_openpyxl, "openpyxl.xlsx"), (by.by_odfpy, "odfpy.odt"), (by.by_xlwt, "xlwt.xls")):
        target = expect(f"strange headings, {name}", "rejected", ("NO_FORM",), never={"A01": 3})
        program(rows({}, heads), target)
        EXPECTED[target.name]["words"] = "Hoàn thành"
    target = expect("strange headings, python.csv", "rejected", ("NO_FORM",), never={"A01": 3})
    target.write_text(damage.csv_text(rows({}, heads)), "utf-8", newline="")
    EXPECTED[target.name]["words"] = "Hoàn thành"


def active():
    """What a file may do by itself."""
    values = {"A01": 3, "B13": 197}
    said = ("ACTIVE_CONTENT",)

    def told(name, words):
        target = expect(name, "accepted-with-warnings", said, values)
        EXPECTED[name]["words"] = words
        return target

    def dde():
        return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" DDEAUTO cmd &quot;/c calc&quot; "/>')

    made = rows({"A01": 3})
    made[row_of("A01") - 1][6] = "field"
    by.by_python_docx(made, told("command in a field, python-docx.docx", "DDEAUTO"), dde)
    by.by_openpyxl(rows({}), HERE / "x.xlsx")
    link = (
        b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    )
    relation = b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'

    def linked(name, content):
        return content.replace(b"</Relationships>", relation) if name == "xl/_rels/workbook.xml.rels" else content

    package = damage.changed((HERE / "x.xlsx").read_bytes(), linked)
    target = told("command in a link, openpyxl.xlsx", "cmd|/c calc")
    target.write_bytes(damage.with_part(package, "xl/externalLinks/externalLink1.xml", link))
    (HERE / "x.xlsx").unlink()
    by.by_odfpy(rows({}), HERE / "x.ods")
    source = (
        b'<table:dde-links><table:dde-link><office:dde-source office:dde-application="cmd" office:dde-topic="/c calc"'
        b' office:dde-item="A1"/><table:table><table:table-row><table:table-cell/></table:table-row></table:table>'
        b"</table:dde-link></table:dde-links></office:spreadsheet>"
    )
    told("command in a link, odfpy.ods", "cmd|/c calc").write_bytes(
        damage.changed(
            (HERE / "x.ods").read_bytes(),
            lambda name, content: content.replace(b"</office:spreadsheet>", source) if name == "content.xml" else content,
        )
    )
    (HERE / "x.ods").unlink()
    made = rows({})
    made[row_of("A01") - 1][6] = "=cmd|' /C calc'!A0"
    told("command in a cell, python.csv", "cmd|").write_text(damage.csv_text(made), "utf-8", newline="")


def disguises():
    """Formats under which a number reads as another one, and formats that only dress it."""
    changes = {
        "A03": Shown(120000, "#,##0,"),
        "A01": Shown(3, '0"00"'),
        "B11": Shown(3, '0" nghìn"'),
        "C01": Shown(2, '"Có"'),
    }
    dressed = {"A03": Shown(120, '#,##0.00" hộ"'), "A01": Shown(3, "000"), "B14": Shown(98.5, "0"), "C02": Shown(0, '0;-0;"-"')}
    unread = dict.fromkeys(changes)
    read = {"A03": 120, "A01": 3, "B14": 98.5, "C02": 0}
    source = expect("disguised, openpyxl.xlsx", "rejected", ("NOT_A_NUMBER",), values=unread)
    by.by_openpyxl(rows(changes), source)
    plain = expect("dressed, openpyxl.xlsx", ACCEPTED, values=read)
    by.by_openpyxl(rows(dressed), plain)
    for ending in ("ods", "xls"):
        by.by_libreoffice(source, expect(f"disguised, LibreOffice.{ending}", "rejected", ("NOT_A_NUMBER",), values=unread))
        by.by_libreoffice(plain, expect(f"dressed, LibreOffice.{ending}", ACCEPTED, values=read))


KINDS = {
    looks: 1, colours: 1, formulas: 2, digits: 3, disguises: 3, letters: 4, unnamed_fonts: 4, unread: 6, headings: 6,
    one_fault: 7, other_kinds: 8, active: 0, **MORE, **ODD_SHEETS, **ODD_TEXTS,
}  # fmt: skip
wanted = sys.argv[1:]
for function, kind in KINDS.items():
    if not wanted or function.__name__ in wanted:
        expecting.kind = kind
        function()
files = EXPECTED
if wanted:
    files = {**json.loads((HERE / "expected.json").read_text("utf-8"))["files"], **EXPECTED}
assert TITLE and UNIT
(HERE / "expected.json").write_text(
    json.dumps({"unit": UNIT, "period": PERIOD, "files": files}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
)
