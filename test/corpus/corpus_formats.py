"""Saves what make_corpus.py filled in once more, in the other formats that are read."""

import csv
import datetime
import io
import re
import subprocess
import unicodedata
import zipfile

import openpyxl

from corpus_old_fonts import TCVN3, in_tcvn3

AS_SAVED = {
    "words in cells, LibreOffice.ods": ("words in cells, LibreOffice.xlsx", "typed.xlsx"),
    "formulas, LibreOffice.ods": ("formulas, LibreOffice.xlsx", "six.xlsx"),
    "form cut in two, LibreOffice.odt": ("form cut in two, LibreOffice.docx", "cut.docx"),
    "plan, LibreOffice.odt": ("plan, LibreOffice.docx", "plan.docx"),
}


def other_formats(room, expected, keep):
    """Another format says the same from the same places; a plain text has one sheet, and places of its own."""
    for name, (like, draft) in AS_SAVED.items():
        again(expected, keep, name, room / draft, expected[like])
    with zipfile.ZipFile(room / "plan.zip", "w") as archive:
        archive.write(room / "plan.docx", "Ke hoach/plan.docx")
        archive.writestr("__MACOSX/Ke hoach/._plan.docx", b"Mac OS X")
    again(expected, keep, "plan, zipped.zip", room / "plan.zip", expected["plan, python-docx.docx"])

    decimal = expected["decomposed letters, openpyxl.xlsx"]
    first_sheet = decimal | {
        "state": "accepted-with-warnings",
        "says": ["DECOMPOSED_LETTERS", "NARRATIVE_MISSING"],
        "values": {code: in_table(value) for code, value in decimal["values"].items()},
        "narrative": {},
    }
    again(expected, keep, "first sheet, LibreOffice.csv", room / "nfd.xlsx", first_sheet)
    text = as_text(openpyxl.load_workbook(room / "nfd.xlsx").worksheets[0])
    # The letters without a place of their own are small ones in a font for capitals.
    typed = "".join(letter if letter.lower() not in TCVN3 or letter in TCVN3 else letter.lower() for letter in text)
    (room / "tcvn3.csv").write_bytes(in_tcvn3(typed).encode("cp1252"))
    coded_sheet = first_sheet | {"says": ["CODE_PAGE", "NARRATIVE_MISSING"]}
    again(expected, keep, "code TCVN3, python.csv", room / "tcvn3.csv", coded_sheet)
    command = ["iconv", "-f", "UTF-8", "-t", "CP1258"]
    coded = subprocess.run(command, input=text.encode(), check=True, capture_output=True).stdout
    (room / "1258.csv").write_bytes(coded)
    again(expected, keep, "code page 1258, python.csv", room / "1258.csv", coded_sheet)


def again(expected, keep, name, draft, like):
    keep(expected, name, draft, like["period"], like["state"], like["says"], like["values"], like["narrative"])


def in_table(value):
    """The same figure, its cells found by row and column."""
    return value | {key: place(value[key]) for key in ("source", "cumulativeSource")}


def place(source):
    if source is None:
        return None
    column, row = re.fullmatch(r"([A-Z])(\d+)", source["cell"]).groups()
    return {"table": 1, "row": int(row), "column": ord(column) - 64}


def as_text(sheet):
    """A sheet as a spreadsheet set to Vietnamese saves it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for row in sheet.iter_rows(values_only=True):
        writer.writerow([shown(value) for value in row])
    return out.getvalue()


def shown(value):
    if value is None:
        return ""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return str(value).replace(".", ",")
