"""Sheets whose figures look otherwise than they are stored: by their sizes, their formats, and rules for their looks."""

import programs as by
from expecting import ACCEPTED, HERE, WARNED, expect
from form import Shown, row_of, rows


def resaved(name, endings, told):
    """What openpyxl wrote, by LibreOffice: `told(name)` expects the same of it."""
    for ending in endings:
        by.by_libreoffice(HERE / f"{name}, openpyxl.xlsx", told(f"{name}, LibreOffice.{ending}"))


def sizes():
    """Rows too low and columns too narrow to be seen."""
    figures = {"A03": 120, "B13": 197}

    def told(name):
        return expect(name, WARNED, ("HIDDEN_CELLS",), figures)

    def low(sheet):
        sheet.row(row_of("A03") - 1).height_mismatch = True
        sheet.row(row_of("A03") - 1).height = 4

    def narrow(sheet):
        sheet.column_dimensions["E"].width = 0.2

    by.by_xlwt(rows({}), told("row not seen, xlwt.xls"), low)
    by.by_openpyxl(rows({}), told("column not seen, openpyxl.xlsx"), narrow)
    resaved("column not seen", ("ods", "xls"), told)


def signs_of_shares():
    """The sign of a share that multiplies nothing: a count is none with it, a share is what stands there."""
    changes = {"A03": Shown(120, '0"%"'), "A04": Shown(5, '0"‰"'), "B14": Shown(98.5, '0.0"%"')}
    read = {"A03": None, "A04": None, "B14": 98.5}

    def told(name):
        return expect(name, "rejected", ("NOT_A_NUMBER",), read)

    by.by_openpyxl(rows(changes), told("share by its sign, openpyxl.xlsx"))
    by.by_xlwt(rows(changes), told("share by its sign, xlwt.xls"))
    resaved("share by its sign", ("ods",), told)


def two_days():
    """One day of the period, another one since the year began; the same day twice is no contradiction."""
    made = rows({})
    made[row_of("B01") - 1][5] = "20/02/2024"
    for program, name in ((by.by_openpyxl, "openpyxl.xlsx"), (by.by_odfpy, "odfpy.odt")):
        program(made, expect(f"two days, {name}", "rejected", ("DUPLICATE_DIFFERS",)))
    made[row_of("B01") - 1][5] = "15/02/2024"
    by.by_python_docx(made, expect("one day twice, python-docx.docx", ACCEPTED, values={"B01": "2024-02-15"}))


ODD_SHEETS = {sizes: 1, signs_of_shares: 3, two_days: 3}
