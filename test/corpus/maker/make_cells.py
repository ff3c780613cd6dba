"""Writes ../cells: a workbook of every kind of cell, by several programs, for the oracle. No report stands in it."""

import datetime
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[2] / "infra/local/story/maker")]

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from programs import WRITTEN, stop_clocks
from writers import by_libreoffice

TARGET = HERE.parent / "cells"
NUMBERS = [
    0, 1, -1, 12, 1250, 1234567890, 98.5, 0.1, 1 / 3, 2 / 3, 1e21, 1.5e-7, 123456789012345, 56049100664.36,
    0.1 + 0.2, 5e-324, 1.5e308, -0.0, 9007199254740993, 4.35, 100, 1e15, 1e16,
]
FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0.00E+00", "# ?/?", "@", '#,##0 "đồng"',
    '0" lượt"', "[Red]-0.0;0.0", "_-* #,##0_-", "[$-42A]#,##0", '"tăng "0%',
]
DAYS = [
    datetime.datetime(2024, 1, 19), datetime.datetime(2024, 2, 29), datetime.datetime(1999, 12, 31),
    datetime.datetime(2024, 3, 15, 7, 45, 30), datetime.datetime(1900, 3, 1), datetime.datetime(2079, 6, 6),
]
DAY_FORMATS = ["dd/mm/yyyy", "d/m/yy", "yyyy-mm-dd", '"ngày "dd" tháng "mm" năm "yyyy', "[$-42A]dddd, dd mmmm yyyy", "dd/mm/yyyy hh:mm"]
TEXTS = [
    "Đơn vị tính", "hòa và hoà", "  khoảng trắng  ", "hai\ndòng", "tab\tở giữa", "007", "1.250", "98,5%", "12 cuộc",
    "<thẻ> & 'nháy' \"kép\"", "=không phải công thức", "Ủy ban nhân dân", "Ủy ban (tổ hợp)", "😀 biểu tượng",
    "\u00a0khoảng trắng cứng", "dài " * 500, "_x0041_ không phải A", "TRUE", "#N/A là chữ",
]


def main():
    stop_clocks()
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        drafts = {}
        for name, epoch in (("cells", None), ("cells of 1904", CALENDAR_MAC_1904)):
            drafts[name] = Path(room) / f"{name}.xlsx"
            workbook(epoch).save(drafts[name])
        for name, draft in drafts.items():
            (TARGET / f"{name}, openpyxl.xlsx").write_bytes(draft.read_bytes())
        for extension in ("xlsx", "ods"):
            for draft, saved in by_libreoffice(list(drafts.values()), extension, room).items():
                (TARGET / f"{draft.stem}, Calc.{extension}").write_bytes(saved.read_bytes())


def workbook(epoch):
    book = openpyxl.Workbook()
    book.properties.created = WRITTEN
    if epoch:
        book.epoch = epoch
    numbers = book.active
    numbers.title = "Số"
    for row, number in enumerate(NUMBERS, 1):
        for column, number_format in enumerate(FORMATS, 1):
            numbers.cell(row, column, number).number_format = number_format
    days = book.create_sheet("Ngày")
    for row, day in enumerate(DAYS, 1):
        if epoch and day.year < 1904:
            continue
        for column, number_format in enumerate(DAY_FORMATS, 1):
            days.cell(row, column, day).number_format = number_format
    texts = book.create_sheet("Chữ")
    for row, text in enumerate(TEXTS, 1):
        texts.cell(row, 1, text).data_type = "s"
        texts.cell(row, 2, "x" + text).data_type = "s"
    others = book.create_sheet("Khác")
    values = [True, False, "#REF!", "#DIV/0!", "#N/A"]
    for row, value in enumerate(values, 1):
        others.cell(row, 1, value)
    bold = InlineFont(b=True)
    others["B1"] = CellRichText("Đã ", TextBlock(bold, "giải quyết"), " 12 đơn")
    others["B2"] = CellRichText(TextBlock(bold, " đầu "), TextBlock(InlineFont(i=True), "cuối "))
    others["C1"], others["C2"] = "=1+2", '="chữ "&"nối"'
    others["C3"], others["C4"] = "=1/0", "=TRUE"
    others["C5"] = "=DATE(2024,1,19)"
    others["C5"].number_format = "dd/mm/yyyy"
    others["D1"] = "gộp"
    others.merge_cells("D1:F4")
    return book


if __name__ == "__main__":
    main()
