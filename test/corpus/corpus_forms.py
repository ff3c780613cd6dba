"""Fills in the forms that are handed out, and notes what was put where."""

import docx
import openpyxl

from reports import as_date

SHEET = "Số liệu"
DATES = ("B01", "E02")


def fill_workbook(form, figures, put=None):
    """Fills the form's sheet; `put(cell, value, code)` writes a cell. Answers the book and where what stands."""
    book = openpyxl.load_workbook(form)
    sheet, places = book[SHEET], {}
    for row in sheet.iter_rows(min_row=11):
        code = row[1].value
        if code not in figures:
            continue
        for slot, cell in enumerate(row[4:6]):
            value = figures[code][slot]
            if value is None:
                continue
            if put:
                put(cell, value, code)
            else:
                cell.value = as_date(value) if code in DATES else value
            places[code, slot] = {"sheet": SHEET, "cell": cell.coordinate}
    return book, expectations(figures, places)


def fill_document(form, figures):
    document = docx.Document(form)
    places = {}
    for t, table in enumerate(document.tables, 1):
        for r, row in enumerate(table.rows, 1):
            cells = row.cells
            code = cells[1].text if len(cells) == 7 else None
            if code not in figures:
                continue
            for slot, column in enumerate((5, 6)):
                value = figures[code][slot]
                if value is None:
                    continue
                cells[column - 1].text = typed(code, value)
                places[code, slot] = {"table": t, "row": r, "column": column}
    return document, expectations(figures, places)


def typed(code, value):
    if isinstance(value, str):
        return as_date(value).strftime("%d/%m/%Y") if code in DATES else value
    return str(value).replace(".", ",")


def expectations(figures, places):
    return {
        code: {
            "value": value,
            "source": places.get((code, 0)),
            "cumulative": cumulative,
            "cumulativeSource": places.get((code, 1)),
        }
        for code, (value, cumulative) in figures.items()
    }


def fill_words(sheet, narrative):
    for row in range(1, sheet.max_row + 1):
        section = str(sheet.cell(row, 1).value or "").split(". ")[0]
        for n, text in enumerate(narrative.get(section, []), 1):
            sheet.cell(row + n, 1).value = text
