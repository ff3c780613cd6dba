"""Writes the files of this folder, and expected.json: what stands in them, and where. See README.md."""

import copy
import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MAKER = ROOT / "infra/local/story/maker"
sys.path.insert(0, str(MAKER))

import docx
import openpyxl

from corpus_forms import DATES, SHEET, fill_document, fill_words, fill_workbook
from corpus_formats import other_formats
from corpus_figures import FIRST_QUARTER, NARRATIVE, PLAN, SIX_MONTHS
from corpus_old_fonts import in_vn_time, in_vni
from programs import WRITTEN, save_by_libreoffice, stop_clocks
from reports import as_date

UNIT = "CCBVMT"


def main():
    stop_clocks()
    expected = {}
    with tempfile.TemporaryDirectory() as room:
        room = Path(room)
        for period in ("Q1-2024", "6T-2024", "KH2024"):
            command = [ROOT / "node_modules/.bin/node", MAKER / "blank_forms.mjs", room / period, period]
            subprocess.run(command, check=True)
        for make in (blank_cells, typed_words, six_months, decomposed, plan, last_year, cut_table, old_fonts):
            make(room, expected)
        other_formats(room, expected, keep)
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


def keep(expected, name, draft, period, state, says, values=None, narrative=None):
    """Saves the draft under its name; a name that tells LibreOffice is saved by it once more."""
    target = HERE / name
    if "LibreOffice" in name:
        save_by_libreoffice(draft, target)
    else:
        target.write_bytes(Path(draft).read_bytes())
    expected[name] = {
        "unit": UNIT,
        "period": period,
        "state": state,
        "says": says,
        "values": values or {},
        "narrative": narrative or {},
    }


def blank_cells(room, expected):
    """Some figures are not known yet, and nobody wrote a text."""
    blank = {code: (None, None) for code in ("A04", "B02", "B05", "C01", "C02", "E03")}
    figures = FIRST_QUARTER | blank
    # Who fills in the year alone or the period alone is asked for the other.
    figures["A09"] = (figures["A09"][0], None)
    says = ["BLANK"] * 4 + ["CUMULATIVE_BLANK", "NARRATIVE_MISSING"]
    book, values = fill_workbook(room / "Q1-2024" / f"{UNIT}.xlsx", figures)
    book.save(room / "blank.xlsx")
    document, in_tables = fill_document(room / "Q1-2024" / f"{UNIT}.docx", figures)
    document.save(room / "blank.docx")
    for name, draft, where in (
        ("blank cells, openpyxl.xlsx", "blank.xlsx", values),
        ("blank cells, LibreOffice.xlsx", "blank.xlsx", values),
        ("blank cells, python-docx.docx", "blank.docx", in_tables),
        ("blank cells, LibreOffice.docx", "blank.docx", in_tables),
    ):
        keep(expected, name, room / draft, "Q1-2024", "accepted-with-warnings", says, where)


def typed_words(room, expected):
    """Words beside figures, or in their place."""
    words = {
        "A01": "06 văn bản",
        "A02": "3 cuộc",
        "A03": "142 lượt người",
        "A08": "không",
        "A09": "khoảng 2",
        "B05": "1.164",
        "B14": "98,08%",
        "C03": "26 lượt",
        "B01": "Ngày 19 tháng 01 năm 2024",
        "E01": "28 người",
    }
    says = ["APPROXIMATE", "DATE_READ", "UNIT_DIFFERS"] + ["NUMBER_IN_TEXT"] * 4 + ["SEPARATOR", "TEXT_NUMBERS", "ZERO_IN_WORDS"]

    def put(cell, value, code):
        in_period = cell.column == 5
        cell.value = words[code] if in_period and code in words else value
        if cell.value == value and code in DATES:
            cell.value = as_date(value)

    figures = FIRST_QUARTER | {"B05": (1164, 1164)}
    book, values = fill_workbook(room / "Q1-2024" / f"{UNIT}.xlsx", figures, put)
    fill_words(book["Lời văn"], NARRATIVE)
    book.save(room / "typed.xlsx")
    for program in ("openpyxl", "LibreOffice"):
        name = f"words in cells, {program}.xlsx"
        keep(expected, name, room / "typed.xlsx", "Q1-2024", "accepted-with-warnings", says, values, NARRATIVE)


def six_months(room, expected):
    """Formulas and shares formatted as percentages: LibreOffice stores their results, openpyxl none."""
    book, values = fill_workbook(room / "6T-2024" / f"{UNIT}.xlsx", SIX_MONTHS)
    sheet = book[SHEET]
    rows = {cells[1].value: cells[1].row for cells in sheet.iter_rows(min_row=11)}
    for column in "EF":
        cell = sheet[f"{column}{rows['B14']}"]
        cell.value = f"={column}{rows['B13']}/{column}{rows['B12']}"
        cell.number_format = "0.0%"
    sheet[f"E{rows['B11']}"] = f"=E{rows['B08']}+E{rows['B09']}-E{rows['B10']}"
    fill_words(book["Lời văn"], NARRATIVE)
    book.save(room / "six.xlsx")
    name = "formulas, LibreOffice.xlsx"
    keep(expected, name, room / "six.xlsx", "6T-2024", "accepted", [], values, NARRATIVE)
    unknown = {"B11": (None, SIX_MONTHS["B11"][1]), "B14": (None, None)}
    without = {code: {**value} for code, value in values.items()}
    for code, (value, cumulative) in unknown.items():
        without[code] |= {"value": value, "cumulative": cumulative}
    says = ["FORMULA_NO_VALUE"] + ["PERCENT_UNREADABLE"] * 2
    name = "formulas, openpyxl.xlsx"
    keep(expected, name, room / "six.xlsx", "6T-2024", "rejected", says, without, NARRATIVE)


def decomposed(room, expected):
    """Every text in decomposed Unicode, as some systems write it, and the codes deleted."""
    book, values = fill_workbook(room / "Q1-2024" / f"{UNIT}.xlsx", FIRST_QUARTER)
    fill_words(book["Lời văn"], NARRATIVE)
    for row in book[SHEET].iter_rows(min_row=11):
        if row[1].value in FIRST_QUARTER:
            row[1].value = None
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = unicodedata.normalize("NFD", cell.value)
    book.save(room / "nfd.xlsx")
    for program in ("openpyxl", "LibreOffice"):
        name = f"decomposed letters, {program}.xlsx"
        keep(expected, name, room / "nfd.xlsx", "Q1-2024", "accepted", ["DECOMPOSED_LETTERS"], values, NARRATIVE)


def plan(room, expected):
    """A plan is text alone; its outline is the regime's, its numbering the unit's."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = WRITTEN
    for text in ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "CHI CỤC BẢO VỆ MÔI TRƯỜNG", "KẾ HOẠCH"):
        document.add_paragraph().add_run(text).bold = True
    document.add_paragraph().add_run("Triển khai thực hiện công tác dân vận năm 2024").bold = True
    document.add_paragraph().add_run("I. MỤC ĐÍCH, YÊU CẦU").bold = True
    document.add_paragraph("Tạo chuyển biến trong nhận thức và hành động của viên chức, người lao động.")
    document.add_paragraph().add_run("II. NỘI DUNG TRỌNG TÂM").bold = True
    headings = {
        "II.1": "1. Tăng cường lãnh đạo, chỉ đạo công tác dân vận",
        "II.2": "2. Xây dựng và thực hiện dân chủ ở cơ sở",
        "III": "III. TỔ CHỨC THỰC HIỆN",
    }
    for section, heading in headings.items():
        document.add_paragraph().add_run(heading).bold = True
        for text in PLAN[section]:
            document.add_paragraph(text)
    document.add_paragraph("Nơi nhận:")
    document.add_paragraph("- Lưu: VT.")
    document.save(room / "plan.docx")
    for program in ("python-docx", "LibreOffice"):
        name = f"plan, {program}.docx"
        keep(expected, name, room / "plan.docx", "KH2024", "accepted", ["NARRATIVE_OUTSIDE"], None, PLAN)


def last_year(room, expected):
    """The file of the year before, filled in again: its titles were forgotten."""
    document, values = fill_document(room / "Q1-2024" / f"{UNIT}.docx", FIRST_QUARTER)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("2024", "2023")
    document.save(room / "last.docx")
    says = ["OTHER_PERIOD", "OTHER_WINDOW", "NARRATIVE_MISSING"]
    name = "last year, python-docx.docx"
    keep(expected, name, room / "last.docx", "Q1-2024", "rejected", says, values)


def cut_table(room, expected):
    """A form cut in two: the second table has no header."""
    document, values = fill_document(room / "Q1-2024" / f"{UNIT}.docx", FIRST_QUARTER)
    number, table = next((n, t) for n, t in enumerate(document.tables, 1) if len(t.columns) == 7)
    rows = table._tbl.tr_lst
    cut = next(n for n, row in enumerate(table.rows) if row.cells[1].text == "B05")
    rest = copy.deepcopy(table._tbl)
    for row in rows[cut:]:
        table._tbl.remove(row)
    for row in rest.tr_lst[:cut]:
        rest.remove(row)
    gap = document.add_paragraph()._p
    table._tbl.addnext(gap)
    gap.addnext(rest)
    for value in values.values():
        for source in (value["source"], value["cumulativeSource"]):
            if source and source["table"] == number and source["row"] > cut:
                source |= {"table": number + 1, "row": source["row"] - cut}
    document.save(room / "cut.docx")
    says = ["FORM_CONTINUED", "NARRATIVE_MISSING"]
    for program in ("python-docx", "LibreOffice"):
        name = f"form cut in two, {program}.docx"
        keep(expected, name, room / "cut.docx", "Q1-2024", "accepted-with-warnings", says, values)


def old_fonts(room, expected):
    """Everything typed in fonts of before Unicode: a workbook in .VnTime, a document in VNI-Times."""
    book, values = fill_workbook(room / "Q1-2024" / f"{UNIT}.xlsx", FIRST_QUARTER)
    fill_words(book["Lời văn"], NARRATIVE)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = in_vn_time(cell.value)
                    cell.font = openpyxl.styles.Font(name=".VnTime", size=13)
    book.save(room / "tcvn3.xlsx")
    name = "old font TCVN3, openpyxl.xlsx"
    says = ["LEGACY_FONT", "LEGACY_FONT"]
    keep(expected, name, room / "tcvn3.xlsx", "Q1-2024", "accepted", says, values, NARRATIVE)

    document, in_tables = fill_document(room / "Q1-2024" / f"{UNIT}.docx", FIRST_QUARTER)
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    seen = set()
    for place in (document, *cells):
        for paragraph in place.paragraphs:
            if paragraph._p in seen:
                continue
            seen.add(paragraph._p)
            for run in paragraph.runs:
                run.text = in_vni(run.text)
                run.font.name = "VNI-Times"
    document.save(room / "vni.docx")
    says = ["LEGACY_FONT", "NARRATIVE_MISSING"]
    name = "old font VNI, python-docx.docx"
    keep(expected, name, room / "vni.docx", "Q1-2024", "accepted-with-warnings", says, in_tables)


if __name__ == "__main__":
    main()
