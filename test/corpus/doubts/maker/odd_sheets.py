"""Sheets whose figures look otherwise than they are stored: by their sizes, their formats, and rules for their looks."""

import openpyxl.formatting.rule as of
from openpyxl.styles import Font

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


def rules_of_looks():
    """Conditional formats that strike or hide figures, that may do so, and that only paint."""
    place = f"E{row_of('A03')}"
    figures = f"E{row_of('A01')}:F{row_of('B14')}"

    def struck(sheet):
        sheet.conditional_formatting.add(place, of.CellIsRule("greaterThan", ["100"], font=Font(strike=True)))
        sheet.conditional_formatting.add(figures, of.CellIsRule("lessThan", ["0"], font=Font(strike=True)))
        sheet.conditional_formatting.add(figures, of.FormulaRule([f"{figures.split(':')[0]}>1000"], font=Font(strike=True)))

    def perhaps(sheet):
        found = [f'ISNUMBER(SEARCH("hủy",G{row_of("A03")}))']
        sheet.conditional_formatting.add(place, of.FormulaRule(found, font=Font(strike=True)))

    def hidden(book, sheet):
        nothing = book.add_format({"num_format": ";;;"})
        sheet.conditional_format(place, {"type": "formula", "criteria": f"=${place}>100", "format": nothing})

    def painted(book, sheet):
        loud = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True})
        sheet.conditional_format(figures, {"type": "cell", "criteria": ">", "value": 0, "format": loud})
        sheet.conditional_format(figures, {"type": "3_color_scale"})
        sheet.conditional_format(figures, {"type": "duplicate", "format": loud})

    def told(said, read, state=WARNED):
        return lambda name: expect(name, state, said, {"A04": 5, "B13": 197, **read})

    gone = told(("STRUCK_TEXT",), {"A03": None})
    by.by_openpyxl(rows({}), gone("struck by a rule, openpyxl.xlsx"), struck)
    resaved("struck by a rule", ("ods", "xls", "xlsx"), gone)
    unseen = told(("HIDDEN_TEXT",), {"A03": None})
    source = unseen("hidden by a rule, xlsxwriter.xlsx")
    by.by_xlsxwriter(rows({}), source, dress=hidden)
    by.by_libreoffice(source, unseen("hidden by a rule, LibreOffice.ods"))
    by.by_openpyxl(rows({}), told(("LOOK_BY_RULE",), {"A03": 120})("struck by a rule perhaps, openpyxl.xlsx"), perhaps)
    sound = told((), {"A03": 120}, "accepted")
    source = sound("painted by rules, xlsxwriter.xlsx")
    by.by_xlsxwriter(rows({}), source, dress=painted)
    for ending in ("ods", "xls"):
        by.by_libreoffice(source, sound(f"painted by rules, LibreOffice.{ending}"))
    nothing = rows({"A03": Shown(120, ";;;")})
    by.by_openpyxl(nothing, HERE / "x.xlsx")
    by.by_libreoffice(HERE / "x.xlsx", unseen("format of nothing, LibreOffice.ods"))
    (HERE / "x.xlsx").unlink()


ODD_SHEETS = {rules_of_looks: 1, sizes: 1, signs_of_shares: 3, two_days: 3}
