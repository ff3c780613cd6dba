"""A sheet as the maker thinks of it, apart from the programs that write it; and the table of a form on it."""

import datetime
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from report import DATES, LINES, SECTIONS

LAST_SLOT = ("value", "cumulative")


@dataclass
class Cell:
    value: object
    bold: bool = False
    number_format: str = ""
    font: str = ""


@dataclass
class Sheet:
    name: str
    state: str = "visible"
    cells: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)
    landscape: bool = False
    # From this row on there are lines around the cells.
    table_from: int = 1_000_000

    def put(self, row, column, value, *, across=1, down=1, bold=False, number_format=""):
        if value is not None:
            self.cells[row, column] = Cell(value, bold, number_format)
        if across * down > 1:
            self.merges.append((row, column, row + down - 1, column + across - 1))

    def rename(self, change):
        """Applies `change` to every text."""
        for cell in self.cells.values():
            if isinstance(cell.value, str):
                cell.value = change(cell.value)


def title_block(sheet, report, row, column, across, title=None, unit_line=True):
    """Letterhead, title, and who reports; answers the next free row."""
    half = across // 2
    sheet.put(row, column, "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", across=half)
    right = column + half
    sheet.put(row, right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", across=across - half, bold=True)
    sheet.put(row + 1, column, report.name.upper(), across=half, bold=True)
    sheet.put(row + 1, right, "Độc lập - Tự do - Hạnh phúc", across=across - half, bold=True)
    sheet.put(row + 3, column, title or f"BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN {report.when.upper()}", across=across, bold=True)
    if unit_line:
        sheet.put(row + 4, column, f"Đơn vị báo cáo: {report.name}", across=across)
    return row + 6


def header(sheet, row, labels):
    """`labels`: text -> (column, across, down, rows below the first)."""
    sheet.table_from = min(row, sheet.table_from)
    for text, (column, across, down, below) in labels.items():
        sheet.put(row + below, column, text, across=across, down=down, bold=True)


def figure_rows(sheet, report, row, columns, *, sections=None, section_rows=True, gap=0, write=None, extra=None):
    """
    One row for each indicator. `columns`: what -> column, of order, code, name, measure, value, cumulative.
    `write(code, slot, value)`: what is put instead of the value; `extra(sheet, row, line)`: further cells;
    `gap`: blank rows behind each. Answers the next free row.
    """
    report.geometry.append(" ".join(f"{what}:{get_column_letter(column)}" for what, column in columns.items()))
    section = None
    for line in LINES:
        if sections and line.section not in sections:
            continue
        if section_rows and line.section != section:
            section = line.section
            first, last = min(columns.values()), max(columns.values())
            if "order" in columns:
                sheet.put(row, columns["order"], section, bold=True)
                sheet.put(row, columns["name"], SECTIONS[section], bold=True)
            else:
                sheet.put(row, first, f"{section}. {SECTIONS[section]}", across=last - first + 1, bold=True)
            row += 1 + gap
        report.rows.add(line.code)
        for what, column in columns.items():
            if what in LAST_SLOT:
                put_figure(sheet, report, row, column, line.code, LAST_SLOT.index(what), write)
            else:
                sheet.put(row, column, {"order": line.number, "code": line.code, "name": line.name, "measure": line.measure}[what])
        if extra:
            extra(sheet, row, line)
        row += 1 + gap
    return row


def put_figure(sheet, report, row, column, code, slot, write=None):
    value = report.values[code][slot]
    if value is None:
        return
    shown = write(code, slot, value) if write else value
    number_format = ""
    if shown == value and code in DATES:
        shown = datetime.date.fromisoformat(value)
        number_format = "dd/mm/yyyy"
    sheet.put(row, column, shown, number_format=number_format)
    report.places[code, slot] = {"sheet": sheet.name, "cell": f"{get_column_letter(column)}{row}"}


def narrative_rows(sheet, report, row, column, across, heading):
    """`heading(section)`: lines above the section's paragraphs."""
    for section, paragraphs in report.narrative.items():
        for text in heading(section):
            sheet.put(row, column, text, across=across, bold=True)
            row += 1
        for text in paragraphs:
            sheet.put(row, column, text, across=across)
            row += 1
    return row


def words_sheet(report, name="Lời văn", numbering=True):
    sheet = Sheet(name)
    narrative_rows(sheet, report, 2, 1, 6, lambda s: [f"{s}. {SECTIONS[s]}" if numbering else SECTIONS[s]])
    return sheet
