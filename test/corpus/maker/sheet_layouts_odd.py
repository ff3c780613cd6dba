"""Workbooks as they should not be: hidden copies, figures in words, columns left out, letters in old fonts."""

import copy


from corpus_old_fonts import in_vn_time
from report import SECTIONS, Report, spoken_date
from sheet import Sheet, figure_rows, header, narrative_rows, title_block, words_sheet
from sheet_layouts import ALL_XLSX, CSV, MODERN, PDF, Made

WARNED = "accepted-with-warnings"


def hidden_copy():
    """An earlier sheet with the same figures is hidden, not deleted."""
    report = Report("KHTC", "Q1-2024", 21)
    sheet = Sheet("Biểu")
    row = title_block(sheet, report, 1, 1, 6)
    header(sheet, row, {
        "Mã": (1, 1, 1, 0), "Chỉ tiêu": (2, 1, 1, 0), "Thực hiện trong kỳ": (3, 1, 1, 0),
        "Lũy kế": (4, 1, 1, 0), "ĐVT": (5, 1, 1, 0), "TT": (6, 1, 1, 0),
    })
    columns = {"code": 1, "name": 2, "value": 3, "cumulative": 4, "measure": 5, "order": 6}
    figure_rows(sheet, report, row + 1, columns, section_rows=False)
    before = copy.deepcopy(sheet)
    before.name, before.state = "Biểu (2)", "hidden"
    return Made("hidden copy", report, [sheet, before, words_sheet(report)], ["HIDDEN_SHEET"], WARNED, MODERN)


def hidden_draft():
    """A draft with other figures is hidden so well that Excel's menu does not list it."""
    report = Report("TTRA", "6T-2024", 22)
    sheet = Sheet("Số liệu 6T")
    row = title_block(sheet, report, 1, 1, 5)
    header(sheet, row, {
        "STT": (1, 1, 1, 0), "Mã": (2, 1, 1, 0), "Nội dung": (3, 1, 1, 0), "Lũy kế": (4, 1, 1, 0),
        "Trong kỳ": (5, 1, 1, 0),
    })
    columns = {"order": 1, "code": 2, "name": 3, "cumulative": 4, "value": 5}
    figure_rows(sheet, report, row + 1, columns)
    draft = copy.deepcopy(sheet)
    draft.name, draft.state = "nháp", "veryHidden"
    rows = {cell.value: row for (row, column), cell in sheet.cells.items() if column == 2}
    for code in ("A03", "B05", "C04"):
        draft.cells[rows[code], 5].value += 10
    says = ["HIDDEN_SHEET"] + ["DUPLICATE_DIFFERS"] * 3
    return Made("hidden draft", report, [sheet, draft, words_sheet(report)], says, "rejected")


def cumulative_only():
    """Only the sum since the start of the year was filled in, in a table that has no other column."""
    report = Report("VPS", "6T-2024", 23)
    report.values = {
        code: (None, cumulative) for code, (_, cumulative) in report.values.items()
    }
    sheet = Sheet("LK")
    row = title_block(sheet, report, 1, 1, 4)
    header(sheet, row, {
        "TT": (1, 1, 1, 0), "Danh mục chỉ tiêu": (2, 1, 1, 0), "Đơn vị": (3, 1, 1, 0),
        "Lũy kế từ đầu năm": (4, 1, 1, 0),
    })
    columns = {"order": 1, "name": 2, "measure": 3, "cumulative": 4}
    figure_rows(sheet, report, row + 1, columns)
    return Made("cumulative only", report, [sheet, words_sheet(report)], ["BLANK"] * 5, WARNED, MODERN + CSV)


def words_and_figures():
    """Every figure is a text, many with a word before or behind; days as people write them; no units of measure."""
    report = Report("CN-CLO", "Q1-2024", 24)
    report.values |= {"A03": (1250, 1250), "B05": (1030, 1030), "A09": (0, 0), "B02": (30, 30), "C04": (12345, 12345)}
    shown = {
        ("A01", 0): f"{report.values['A01'][0]:02d} văn bản",
        ("A02", 0): f"{report.values['A02'][0]} cuộc",
        ("A03", 0): "1.250", ("A03", 1): "1.250 lượt người",
        ("A09", 0): "không", ("A09", 1): "-",
        ("B02", 0): "khoảng 30", ("B02", 1): "30",
        ("B05", 0): "1 030", ("B05", 1): "1.030",
        ("C04", 0): "12.345", ("C04", 1): "12.345",
        ("B14", 0): f"{report.values['B14'][0]:g}%".replace(".", ","),
        ("B01", 0): spoken_date(report.values["B01"][0], "two"),
        ("E02", 0): spoken_date(report.values["E02"][0], "words"),
    }

    def write(code, slot, value):
        known = shown.get((code, slot))
        if known:
            return known
        return value if isinstance(value, str) else f"{value:g}".replace(".", ",")

    sheet = Sheet("BC")
    row = title_block(sheet, report, 1, 1, 5)
    header(sheet, row, {
        "STT": (1, 1, 1, 0), "Mã": (2, 1, 1, 0), "Chỉ tiêu": (3, 1, 1, 0), "Kết quả": (4, 1, 1, 0),
        "Luỹ kế": (5, 1, 1, 0),
    })
    columns = {"order": 1, "code": 2, "name": 3, "value": 4, "cumulative": 5}
    row = figure_rows(sheet, report, row + 1, columns, write=write)
    narrative_rows(sheet, report, row + 1, 1, 5, lambda s: [f"{s}. {SECTIONS[s]}"])
    # A written separator is told once.
    says = ["NUMBER_IN_TEXT"] * 3 + ["ZERO_IN_WORDS"] * 2 + ["APPROXIMATE", "DATE_READ", "DATE_READ", "SEPARATOR", "TEXT_NUMBERS"]
    return Made("words and figures", report, [sheet], says, WARNED, ALL_XLSX + CSV, text_on_first_sheet=True)


def code_in_name():
    """Code and name in one cell; neither ordinals nor a column of codes."""
    report = Report("CN-LBI", "6T-2024", 25)
    sheet = Sheet("Phu luc")
    row = title_block(sheet, report, 1, 2, 4, title="BÁO CÁO CÔNG TÁC DÂN VẬN 6 THÁNG ĐẦU NĂM 2024")
    header(sheet, row, {
        "Chỉ tiêu báo cáo": (2, 1, 1, 0), "ĐVT": (3, 1, 1, 0), "Số liệu kỳ này": (4, 1, 1, 0),
        "Lũy kế": (5, 1, 1, 0),
    })
    columns = {"name": 2, "measure": 3, "value": 4, "cumulative": 5}
    figure_rows(sheet, report, row + 1, columns)
    codes = {(row, 2): code for code, row in ((c, place_row(p)) for (c, s), p in report.places.items() if s == 0)}
    for place, code in codes.items():
        sheet.cells[place].value = f"{code}. {sheet.cells[place].value}"
    return Made("code in name", report, [sheet, words_sheet(report)], writers=MODERN + CSV)


def place_row(place):
    return int("".join(letter for letter in place["cell"] if letter.isdigit()))


def below_a_register():
    """A register of people stands above the form, a table of something else to its right."""
    report = Report("TTTNMT", "Q1-2024", 26)
    sheet = Sheet("Tổng hợp Q1")
    row = title_block(sheet, report, 1, 1, 8)
    sheet.put(row, 1, "Danh sách Tổ dân vận", bold=True)
    people = [("STT", "Họ và tên", "Chức vụ", "Số điện thoại"), (1, "Hoàng Văn Thụ", "Tổ trưởng", "0987 000 111")]
    people += [(2, "Nông Thị Hoà", "Tổ phó", "0912 000 222"), (3, "Lương Văn Tri", "Thành viên", "0903 000 333")]
    for n, person in enumerate(people):
        for column, text in enumerate(person, 1):
            sheet.put(row + 1 + n, column, text)
    row += 7
    header(sheet, row, {
        "STT": (1, 1, 1, 0), "Chỉ tiêu": (2, 3, 1, 0), "Mã số": (5, 1, 1, 0), "Đơn vị tính": (6, 1, 1, 0),
        "Trong kỳ": (7, 1, 1, 0), "Lũy kế": (8, 1, 1, 0),
    })
    columns = {"order": 1, "name": 2, "code": 5, "measure": 6, "value": 7, "cumulative": 8}

    def wide(sheet, row, _line):
        sheet.merges.append((row, 2, row, 4))

    last = figure_rows(sheet, report, row + 1, columns, extra=wide)
    sheet.put(last + 2, 1, "(*) Số liệu chưa bao gồm các chi nhánh trực thuộc.", across=8)
    return Made("below a register", report, [sheet, words_sheet(report)], writers=ALL_XLSX + CSV + PDF)


def old_font():
    """A layout of the unit's own, typed in .VnTime and .VnTimeH."""
    report = Report("CCBVMT", "9T-2024", 27)
    sheet = Sheet("Bieu")
    row = title_block(sheet, report, 1, 1, 6)
    header(sheet, row, {
        "TT": (1, 1, 1, 0), "Chỉ tiêu": (2, 1, 1, 0), "Trong kỳ": (3, 1, 1, 0), "Lũy kế": (4, 1, 1, 0),
        "Đơn vị tính": (5, 1, 1, 0), "Ghi chú": (6, 1, 1, 0),
    })
    columns = {"order": 1, "name": 2, "value": 3, "cumulative": 4, "measure": 5}
    figure_rows(sheet, report, row + 1, columns)
    words = words_sheet(report, "Loi van")
    for each in (sheet, words):
        for cell in each.cells.values():
            if isinstance(cell.value, str):
                cell.value, cell.font = in_vn_time(cell.value), ".VnTime"
    says = ["LEGACY_FONT", "LEGACY_FONT"]
    return Made("old font", report, [sheet, words], says, writers=("openpyxl", "calc.xlsx", "calc.xls"))



ODD_SHEET_LAYOUTS = (
    hidden_copy, hidden_draft, cumulative_only, words_and_figures, code_in_name, below_a_register, old_font,
)
