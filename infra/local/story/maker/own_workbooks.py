"""Workbooks as people really return them: other columns, other headings, their own title block."""

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from programs import WRITTEN
from reports import as_date, is_date, written

FONT = "Times New Roman"
THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def new_workbook():
    book = openpyxl.Workbook()
    book.properties.created = WRITTEN
    return book


def put(sheet, row, column, value, *, bold=False, align=None, grid=False, across=1, wrap=True):
    cell = sheet.cell(row, column, value)
    cell.font = Font(name=FONT, size=12, bold=bold)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=wrap)
    if grid:
        for n in range(across):
            sheet.cell(row, column + n).border = GRID
    if across > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + across - 1)
    return cell


def widths(sheet, *sizes):
    for n, size in enumerate(sizes, 1):
        sheet.column_dimensions[get_column_letter(n)].width = size
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def title_block(sheet, report, columns, title, parent="SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"):
    """Letterhead on the left, quốc hiệu on the right, the title below; answers the next free row."""
    half = columns // 2
    right = half + 1
    rest = columns - half
    put(sheet, 1, 1, parent, align="center", across=half)
    put(sheet, 1, right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center", across=rest)
    put(sheet, 2, 1, report.name.upper(), bold=True, align="center", across=half)
    put(sheet, 2, right, "Độc lập - Tự do - Hạnh phúc", bold=True, align="center", across=rest)
    put(sheet, 3, 1, f"Số:      /BC-{report.unit}", align="center", across=half)
    put(sheet, 3, right, "Lạng Sơn, ngày 15 tháng 3 năm 2024", align="center", across=rest)
    row = 5
    for line in title:
        put(sheet, row, 1, line, bold=True, align="center", across=columns)
        row += 1
    return row + 1


def figure_table(sheet, report, row, columns, *, head, cells, gaps=False, text=False):
    """
    `head`: rows of (text, first column, columns across); `cells`: column -> what of the line stands there.
    `gaps`: a blank row before each section; `text`: figures as people type them.
    """
    for tier in head:
        for label, column, across in tier:
            put(sheet, row, column, label, bold=True, align="center", grid=True, across=across)
        row += 1
    section = None
    for line in report.lines:
        if line.section != section:
            section = line.section
            row += 1 if gaps else 0
            put(sheet, row, 1, section, bold=True, align="center", grid=True)
            put(sheet, row, 2, report.titles[section], bold=True, grid=True, across=columns - 1)
            row += 1
        period, cumulative = report.values[line.code]
        for column, what in cells.items():
            if what in ("period", "cumulative", "year-before"):
                value = period if what == "period" else cumulative
                if what == "year-before":
                    value = value - value // 8 if isinstance(value, int) else None
                if text:
                    value = written(line, value) or None
                elif value and is_date(line):
                    value = as_date(value)
                cell = put(sheet, row, column, value, align="right", grid=True)
                if not text and is_date(line):
                    cell.number_format = "dd/mm/yyyy"
            else:
                put(sheet, row, column, getattr(line, what), grid=True)
        row += 1
    return row


def narrative_rows(sheet, report, row, columns, headings, blank=True):
    """`headings`: section -> lines to type above its paragraphs."""
    # Letters of 12 points that go into a line.
    room = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, columns + 1)) * 0.95
    for section, paragraphs in report.narrative.items():
        for heading in headings[section]:
            put(sheet, row, 1, heading, bold=True, across=columns)
            row += 1
        for text in paragraphs:
            put(sheet, row, 1, text, align="justify", across=columns)
            sheet.row_dimensions[row].height = 17 * (1 + len(text) // room)
            row += 1
        row += 1 if blank else 0
    return row


def closing(sheet, row, columns, signer, left=("Nơi nhận:", "- Văn phòng Sở (để tổng hợp);", "- Lưu: VT.")):
    row += 1
    put(sheet, row, columns - 1, signer, bold=True, align="center", across=2)
    for n, text in enumerate(left):
        put(sheet, row + n, 1, text, across=2, wrap=False)
    return row + len(left)


def office(report, target):
    """VPS: text and annex on two sheets, code at the end, the two columns of figures exchanged, typed numbers."""
    book = new_workbook()
    words = book.active
    words.title = "Báo cáo"
    widths(words, 22, 22, 22, 22)
    row = title_block(words, report, 4, ["BÁO CÁO", "Kết quả công tác dân vận quý I năm 2024"])
    headings = {
        "II.1": ["I. KẾT QUẢ THỰC HIỆN", "1. Công tác lãnh đạo, chỉ đạo, quán triệt, tuyên truyền"],
        "II.2": ["2. Thực hiện dân chủ ở cơ sở"],
        "II.3": ["3. Công tác tuyên truyền, vận động Nhân dân"],
        "II.4": ["4. Sơ kết, tổng kết các nghị quyết, chỉ thị, kết luận"],
        "III": ["II. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN; KIẾN NGHỊ, ĐỀ XUẤT"],
    }
    row = narrative_rows(words, report, row, 4, headings)
    closing(words, row, 4, "CHÁNH VĂN PHÒNG")

    annex = book.create_sheet("Phụ lục")
    widths(annex, 6, 58, 12, 18, 18, 9)
    put(annex, 1, 1, "PHỤ LỤC", bold=True, align="center", across=6)
    put(annex, 2, 1, "Số liệu công tác dân vận quý I năm 2024 của Văn phòng Sở", align="center", across=6)
    head = [[("TT", 1, 1), ("Nội dung", 2, 1), ("ĐVT", 3, 1)]]
    head[0] += [("Luỹ kế từ đầu năm", 4, 1), ("Thực hiện trong kỳ", 5, 1), ("Mã số", 6, 1)]
    cells = {1: "number", 2: "name", 3: "measure", 4: "cumulative", 5: "period", 6: "code"}
    figure_table(annex, report, 4, 6, head=head, cells=cells, text=True)
    book.save(target)


def surveying(report, form, target):
    """DDBD: the form without its column of codes, blank rows set between the sections."""
    book = openpyxl.load_workbook(form)
    sheet = book["Số liệu"]
    sheet.protection.sheet = False
    # Who deletes a column in Excel keeps the text of a merged cell that begins in it.
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
        if area.min_col == 2:
            sheet.cell(area.min_row, 3).value = sheet.cell(area.min_row, 2).value
    sheet.data_validations.dataValidation.clear()
    sheet.delete_cols(2)
    widths(sheet, 7, 62, 12, 15, 15, 42)
    for row in range(1, 9):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
    lines = {line.name: line for line in report.lines}
    for row in range(sheet.max_row, 10, -1):
        line = lines.get(sheet.cell(row, 2).value)
        if line:
            for column, value in zip((4, 5), report.values[line.code]):
                cell = sheet.cell(row, column)
                cell.value = as_date(value) if value and is_date(line) else value
        elif row > 11:
            sheet.insert_rows(row)
    fill_words(book["Lời văn"], report)
    book.save(target)


def fill_words(sheet, report):
    for row in range(1, sheet.max_row + 1):
        section = str(sheet.cell(row, 1).value or "").split(". ")[0]
        for n, text in enumerate(report.narrative.get(section, [])):
            sheet.cell(row + 1 + n, 1).value = text


def registry(report, target):
    """VPDK: one sheet, the text first, then the table, then who receives it."""
    book = new_workbook()
    sheet = book.active
    sheet.title = "Quý I"
    widths(sheet, 7, 56, 12, 14, 14, 8)
    row = title_block(sheet, report, 6, ["BÁO CÁO", "Kết quả công tác dân vận quý I năm 2024"])
    headings = {
        section: [f"{section}. {title}" if section != "III" else "III. Đánh giá chung"]
        for section, title in report.titles.items()
    }
    row = narrative_rows(sheet, report, row, 6, headings)
    put(sheet, row, 1, "BIỂU SỐ LIỆU", bold=True, align="center", across=6)
    head = [[("STT", 1, 1), ("Chỉ tiêu", 2, 1), ("Đơn vị tính", 3, 1)]]
    head[0] += [("Kỳ này", 4, 1), ("Lũy kế", 5, 1), ("Mã", 6, 1)]
    cells = {1: "number", 2: "name", 3: "measure", 4: "period", 5: "cumulative", 6: "code"}
    row = figure_table(sheet, report, row + 1, 6, head=head, cells=cells, gaps=True)
    closing(sheet, row, 6, "GIÁM ĐỐC")
    book.save(target)


def land_fund(report, target):
    """TTPTQD: a header of two rows and a column for the year before, which nobody asked for."""
    book = new_workbook()
    sheet = book.active
    sheet.title = "Biểu tổng hợp"
    widths(sheet, 6, 8, 56, 12, 14, 14, 16, 22)
    title = ["BÁO CÁO CÔNG TÁC DÂN VẬN", "Quý I năm 2024"]
    row = title_block(sheet, report, 8, title)
    put(sheet, row, 1, f"Đơn vị báo cáo: {report.name}", across=8)
    row += 1
    put(sheet, row, 1, "Số liệu lấy từ ngày 15/12/2023 đến hết ngày 14/3/2024", across=8)
    row += 2
    first = [("STT", 1, 1), ("Mã", 2, 1), ("Chỉ tiêu", 3, 1), ("ĐVT", 4, 1)]
    first += [("Kết quả thực hiện", 5, 3), ("Ghi chú", 8, 1)]
    second = [("Cùng kỳ năm 2023", 5, 1), ("Trong kỳ", 6, 1), ("Lũy kế từ đầu năm", 7, 1)]
    cells = {1: "number", 2: "code", 3: "name", 4: "measure"}
    cells |= {5: "year-before", 6: "period", 7: "cumulative"}
    figure_table(sheet, report, row, 8, head=[first, second], cells=cells, gaps=True)

    words = book.create_sheet("Thuyết minh")
    widths(words, 24, 24, 24, 24)
    headings = {section: [f"Mục {section}. {title}"] for section, title in report.titles.items()}
    row = narrative_rows(words, report, 1, 4, headings, blank=False)
    closing(words, row, 4, "GIÁM ĐỐC")
    book.save(target)


def cao_loc(report, target):
    """CN-CLO: table and text side by side in one workbook, code first and typed with a point, blank rows."""
    book = new_workbook()
    sheet = book.active
    sheet.title = "Biểu"
    widths(sheet, 8, 6, 58, 12, 14, 14)
    title = ["BÁO CÁO", "Kết quả thực hiện công tác dân vận quý I/2024"]
    row = title_block(sheet, report, 6, title, parent="VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI")
    head = [[("Mã chỉ tiêu", 1, 1), ("TT", 2, 1), ("Tên chỉ tiêu", 3, 1), ("ĐVT", 4, 1)]]
    head[0] += [("Số liệu trong kỳ", 5, 1), ("Cộng dồn", 6, 1)]
    cells = {1: "code", 2: "number", 3: "name", 4: "measure", 5: "period", 6: "cumulative"}
    row = figure_table(sheet, report, row, 6, head=head, cells=cells, gaps=True)
    closing(sheet, row, 6, "GIÁM ĐỐC CHI NHÁNH")
    words = book.create_sheet("Nội dung")
    widths(words, 30, 30, 30)
    headings = {
        "II.1": ["PHẦN I. KẾT QUẢ", "1.1. Lãnh đạo, chỉ đạo công tác dân vận"],
        "II.2": ["1.2. Thực hiện quy chế dân chủ ở cơ sở"],
        "II.3": ["1.3. Phát huy vai trò nòng cốt"],
        "II.4": ["1.4. Công tác sơ kết, tổng kết"],
        "III": ["PHẦN II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"],
    }
    narrative_rows(words, report, 1, 3, headings)
    book.save(target)
