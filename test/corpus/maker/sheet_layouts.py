"""Workbooks in layouts of their own: no two put their table into the same columns. Each answers a Made."""

import unicodedata
from dataclasses import dataclass, field

from report import SECTIONS, Report
from sheet import Sheet, figure_rows, header, narrative_rows, title_block, words_sheet


@dataclass
class Made:
    """What the maker made: the sheets, and what a reader must say of them."""

    name: str
    report: Report
    sheets: list
    says: list = field(default_factory=list)
    state: str = "accepted"
    # Who can write it: fonts and second sheets are beyond some.
    writers: tuple = ("openpyxl", "calc.xlsx", "sheetjs", "calc.xls")
    # Of the first sheet alone, which is all that a csv has: the text stands there too.
    text_on_first_sheet: bool = False


def merged_header():
    """Header of two rows, most of it merged, from B9 on; column A is blank; remarks beside some figures."""
    report = Report("CCBVMT", "Q1-2024", 1)
    sheet = Sheet("Biểu 01", landscape=True)
    row = title_block(sheet, report, 2, 2, 7)
    header(sheet, row, {
        "STT": (2, 1, 2, 0), "Mã": (3, 1, 2, 0), "Chỉ tiêu": (4, 1, 2, 0), "ĐVT": (5, 1, 2, 0),
        "Kết quả thực hiện": (6, 2, 1, 0), "Ghi chú": (8, 1, 2, 0),
        "Trong kỳ": (6, 1, 1, 1), "Lũy kế": (7, 1, 1, 1),
    })
    columns = {"order": 2, "code": 3, "name": 4, "measure": 5, "value": 6, "cumulative": 7}

    def remark(sheet, row, line):
        if line.code in ("A03", "B09"):
            sheet.put(row, 8, "Tăng so với kỳ trước do mở thêm 2 lớp")

    figure_rows(sheet, report, row + 2, columns, extra=remark)
    return Made("merged header", report, [sheet, words_sheet(report)], writers=ALL_XLSX + CSV + ODS)


def three_tiers():
    """Header of three rows, the last of numbers; a column of plans; notes and a signature under the table."""
    report = Report("VPDK", "6T-2024", 2)
    sheet = Sheet("Tổng hợp", landscape=True)
    row = title_block(sheet, report, 1, 1, 8)
    header(sheet, row, {
        "TT": (1, 1, 2, 0), "Nội dung": (2, 1, 2, 0), "Mã số": (3, 1, 2, 0), "ĐVT": (4, 1, 2, 0),
        "Kế hoạch năm 2024": (5, 1, 2, 0), "Kết quả thực hiện 6 tháng đầu năm 2024": (6, 2, 1, 0),
        "Tỷ lệ so với kế hoạch": (8, 1, 2, 0), "Trong kỳ": (6, 1, 1, 1), "Lũy kế": (7, 1, 1, 1),
        "A": (1, 1, 1, 2), "B": (2, 1, 1, 2), "C": (3, 1, 1, 2), "D": (4, 1, 1, 2),
        "1": (5, 1, 1, 2), "2": (6, 1, 1, 2), "3": (7, 1, 1, 2), "4": (8, 1, 1, 2),
    })
    columns = {"order": 1, "name": 2, "code": 3, "measure": 4, "value": 6, "cumulative": 7}

    def planned(sheet, row, line):
        if isinstance(report.values[line.code][0], int):
            sheet.put(row, 5, report.values[line.code][0] * 2 + 7)

    row = figure_rows(sheet, report, row + 3, columns, extra=planned)
    sheet.put(row + 1, 1, "Ghi chú: số liệu tính đến hết ngày 14/6/2024.", across=8)
    sheet.put(row + 3, 6, "NGƯỜI LẬP BIỂU", across=3, bold=True)
    return Made("three tiers", report, [sheet, words_sheet(report, "Thuyết minh")], writers=ALL_XLSX + CSV + PDF)


def figures_first():
    """The figures stand before the names, the cumulative ones first; no column of ordinals."""
    report = Report("QLDD", "6T-2024", 3)
    sheet = Sheet("6 tháng")
    row = title_block(sheet, report, 1, 1, 5)
    header(sheet, row, {
        "Lũy kế từ đầu năm": (1, 1, 1, 0), "Trong kỳ": (2, 1, 1, 0), "Mã": (3, 1, 1, 0),
        "Chỉ tiêu": (4, 1, 1, 0), "Đơn vị tính": (5, 1, 1, 0),
    })
    columns = {"cumulative": 1, "value": 2, "code": 3, "name": 4, "measure": 5}
    row = figure_rows(sheet, report, row + 1, columns, section_rows=False)
    narrative_rows(sheet, report, row + 1, 1, 5, lambda s: [f"{s}. {SECTIONS[s]}"])
    return Made("figures first", report, [sheet], writers=MODERN + CSV, text_on_first_sheet=True)


def inserted_rows():
    """Rows of the unit's own between those asked for; codes deleted; figures of the period alone."""
    report = Report("TNKS", "Q1-2024", 4)
    report.values = {code: (value, None) for code, (value, _) in report.values.items()}
    sheet = Sheet("Sheet1")
    row = title_block(sheet, report, 1, 1, 4)
    header(sheet, row, {"Stt": (1, 1, 1, 0), "Chỉ tiêu": (2, 1, 1, 0), "Đvt": (3, 1, 1, 0), "Số liệu": (4, 1, 1, 0)})
    columns = {"order": 1, "name": 2, "measure": 3, "value": 4}
    row += 1
    for section in SECTIONS:
        row = figure_rows(sheet, report, row, columns, sections=[section])
        if section == "II.1":
            for label, measure, value in (
                ("Số băng rôn, khẩu hiệu treo tại trụ sở", "chiếc", 12),
                ("Số giếng khoan được trám lấp", "giếng", 7),
            ):
                sheet.put(row, 2, label)
                sheet.put(row, 3, measure)
                sheet.put(row, 4, value)
                row += 1
    says = ["UNKNOWN_INDICATOR", "UNKNOWN_INDICATOR", "CUMULATIVE_BLANK"]
    return Made(
        "inserted rows", report, [sheet, words_sheet(report, "Sheet2")], says,
        "accepted-with-warnings", writers=ALL_XLSX + CSV,
    )


def stacked_tables():
    """One sheet, a table with a header of its own for each section, shifted to the right one after another."""
    report = Report("TTTNMT", "9T-2024", 5)
    sheet = Sheet("Báo cáo 9 tháng")
    row = title_block(sheet, report, 1, 1, 6)
    for shift, (section, title) in enumerate(SECTIONS.items()):
        left = 1 + shift % 3
        sheet.put(row, left, f"Biểu {shift + 1}. {title}", bold=True)
        header(sheet, row + 1, {
            "TT": (left, 1, 1, 0), "Tên chỉ tiêu": (left + 1, 1, 1, 0), "Đơn vị tính": (left + 2, 1, 1, 0),
            "Kỳ này": (left + 3, 1, 1, 0), "Cộng dồn": (left + 4, 1, 1, 0),
        })
        columns = {"order": left, "name": left + 1, "measure": left + 2, "value": left + 3, "cumulative": left + 4}
        row = figure_rows(sheet, report, row + 2, columns, sections=[section], section_rows=False) + 2
    return Made("stacked tables", report, [sheet, words_sheet(report)], writers=MODERN + CSV)


def side_by_side():
    """Two tables beside each other on a sheet lying on its side, a blank column between them."""
    report = Report("DDBD", "Q1-2024", 6)
    sheet = Sheet("Ngang", landscape=True)
    row = title_block(sheet, report, 1, 1, 11)
    for left, sections in ((1, ("II.1", "II.2")), (7, ("II.3", "II.4", "III"))):
        header(sheet, row, {
            "STT": (left, 1, 1, 0), "Chỉ tiêu": (left + 1, 1, 1, 0), "ĐVT": (left + 2, 1, 1, 0),
            "Trong kỳ": (left + 3, 1, 1, 0), "Lũy kế": (left + 4, 1, 1, 0),
        })
        columns = {"order": left, "name": left + 1, "measure": left + 2, "value": left + 3, "cumulative": left + 4}
        figure_rows(sheet, report, row + 1, columns, sections=sections)
    return Made("side by side", report, [sheet, words_sheet(report)], writers=ALL_XLSX + CSV)


def sheet_each():
    """A sheet for each section: the table, and its text under it."""
    report = Report("TTPTQD", "6T-2024", 7)
    cover = Sheet("Bìa")
    title_block(cover, report, 3, 2, 4)
    sheets = [cover]
    for n, (section, title) in enumerate(SECTIONS.items(), 1):
        sheet = Sheet(f"Mục {section}")
        header(sheet, 3, {
            "Mã chỉ tiêu": (2, 1, 1, 0), "Nội dung chỉ tiêu": (3, 1, 1, 0), "Lũy kế": (4, 1, 1, 0),
            "Kỳ báo cáo": (5, 1, 1, 0),
        })
        columns = {"code": 2, "name": 3, "cumulative": 4, "value": 5}
        row = figure_rows(sheet, report, 4, columns, sections=[section], section_rows=False)
        sheet.put(row + 1, 2, f"{section}. {title}", across=4, bold=True)
        for k, text in enumerate(report.narrative[section], 2):
            sheet.put(row + k, 2, text, across=4)
        sheets.append(sheet)
    return Made("a sheet each", report, sheets)


def months():
    """A column for each month before the sum of the period."""
    report = Report("CN-TPLS", "Q1-2024", 8)
    sheet = Sheet("Quý I", landscape=True)
    row = title_block(sheet, report, 1, 1, 9, title="BÁO CÁO CÔNG TÁC DÂN VẬN QUÍ I/2024")
    header(sheet, row, {
        "TT": (1, 1, 1, 0), "Chỉ tiêu": (2, 1, 1, 0), "ĐVT": (3, 1, 1, 0), "Tháng 12/2023": (4, 1, 1, 0),
        "Tháng 01": (5, 1, 1, 0), "Tháng 02": (6, 1, 1, 0), "Tháng 3": (7, 1, 1, 0),
        "Cộng trong kỳ": (8, 1, 1, 0), "Lũy kế": (9, 1, 1, 0),
    })
    columns = {"order": 1, "name": 2, "measure": 3, "value": 8, "cumulative": 9}

    def by_month(sheet, row, line):
        value = report.values[line.code][0]
        if isinstance(value, int):
            for n in range(4):
                sheet.put(row, 4 + n, value // 4 + (value % 4 if n == 3 else 0))

    figure_rows(sheet, report, row + 1, columns, extra=by_month)
    return Made("months", report, [sheet, words_sheet(report)], writers=MODERN + CSV)


def decomposed_and_blank():
    """Blank columns and rows between the filled ones, names broken over lines, letters in decomposed Unicode."""
    report = Report("CN-HLU", "Q1-2024", 9)
    sheet = Sheet("So lieu")
    row = title_block(sheet, report, 2, 1, 9)
    header(sheet, row, {
        "STT": (1, 1, 1, 0), "Chỉ tiêu": (3, 1, 1, 0), "Đơn vị tính": (5, 1, 1, 0),
        "Trong kỳ": (7, 1, 1, 0), "Luỹ kế": (9, 1, 1, 0),
    })
    columns = {"order": 1, "name": 3, "measure": 5, "value": 7, "cumulative": 9}
    figure_rows(sheet, report, row + 2, columns, gap=1)
    for (_, column), cell in sheet.cells.items():
        if column == 3 and isinstance(cell.value, str) and len(cell.value) > 50:
            middle = cell.value.index(" ", 25)
            cell.value = cell.value[:middle] + "\n" + cell.value[middle + 1:] + "  "
    words = words_sheet(report, "Loi van")
    for each in (sheet, words):
        each.rename(lambda text: unicodedata.normalize("NFD", text))
    return Made("blank rows and columns", report, [sheet, words], ["DECOMPOSED_LETTERS"], writers=ALL_XLSX)


ALL_XLSX = ("openpyxl", "calc.xlsx", "sheetjs", "calc.xls")
MODERN = ("openpyxl", "calc.xlsx", "sheetjs")
CSV = ("calc.csv",)
PDF = ("calc.pdf",)
ODS = ("calc.ods",)
SHEET_LAYOUTS = (
    merged_header, three_tiers, figures_first, inserted_rows, stacked_tables, side_by_side, sheet_each, months,
    decomposed_and_blank,
)
