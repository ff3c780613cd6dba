"""The programs that write what the maker made. LibreOffice is set to Vietnamese, as it is where the files come from."""

import json
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from programs import WRITTEN
from report import ROOT

NAMES = ("Chỉ tiêu", "Nội dung", "Tên chỉ tiêu", "Danh mục chỉ tiêu", "Chỉ tiêu báo cáo", "Nội dung chỉ tiêu")
THIN = Side(style="thin")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>vi-VN</value></prop></item>
</oor:items>
"""
FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
    # Semicolons, quotes, UTF-8; cells as they are shown.
    "csv": "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "pdf": "pdf",
}


def by_openpyxl(made, target):
    book = openpyxl.Workbook()
    book.properties.created = WRITTEN
    book.remove(book.active)
    for sheet in made.sheets:
        page = book.create_sheet(sheet.name)
        page.sheet_state = sheet.state
        for column in range(1, 1 + max((column for _, column in sheet.cells), default=1)):
            page.column_dimensions[get_column_letter(column)].width = 14
        page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
        page.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        page.page_setup.fitToHeight = 0
        for (row, column), cell in sheet.cells.items():
            there = page.cell(row, column, cell.value)
            there.alignment = Alignment(wrap_text=isinstance(cell.value, (str, CellRichText)), vertical="top")
            there.font = Font(name=cell.font or "Times New Roman", size=12, bold=cell.bold)
            if cell.number_format:
                there.number_format = cell.number_format
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        lay_out(page, sheet)
    book.save(target)


def lay_out(page, sheet):
    """Columns, rows and lines as they must be for everything to be seen on paper."""
    for (_, column), cell in sheet.cells.items():
        if cell.bold and cell.value in NAMES:
            page.column_dimensions[get_column_letter(column)].width = 48
    across = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    for row, column in sheet.cells:
        value = page.cell(row, column).value
        bottom, right = across.get((row, column), (row, column))
        if bottom == row and isinstance(value, (str, CellRichText)):
            width = sum(page.column_dimensions[get_column_letter(n)].width for n in range(column, right + 1))
            lines = 1 + int(len(str(value)) * 1.2 // width)
            page.row_dimensions[row].height = max(17 * lines, page.row_dimensions[row].height or 0)
        if row >= sheet.table_from:
            for at in range(row, bottom + 1):
                for n in range(column, right + 1):
                    page.cell(at, n).border = GRID


def by_sheetjs(all_made, folder):
    """One run of write_sheetjs.mjs writes all; answers nothing."""
    work = []
    for made, target in all_made:
        sheets = [
            {
                "name": sheet.name,
                "state": sheet.state,
                "cells": [
                    [row, column, cell.value.isoformat() if isinstance(cell.value, date) else cell.value,
                     "date" if isinstance(cell.value, date) else "plain"]
                    for (row, column), cell in sheet.cells.items()
                ],
                "merges": sheet.merges,
            }
            for sheet in made.sheets
        ]
        work.append({"target": str(target), "sheets": sheets})
    listed = Path(folder) / "sheetjs.json"
    listed.write_text(json.dumps(work), encoding="utf-8")
    script = Path(__file__).with_name("write_sheetjs.mjs")
    subprocess.run([ROOT / "node_modules/.bin/node", script, listed], check=True)


def by_libreoffice(drafts, extension, folder):
    """Converts all drafts in one run; answers draft -> file."""
    out = Path(folder) / f"out-{extension}"
    with tempfile.TemporaryDirectory() as profile:
        settings = Path(profile) / "user"
        settings.mkdir()
        (settings / "registrymodifications.xcu").write_text(VIETNAMESE, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
        command += [FILTERS[extension], "--outdir", str(out), *map(str, drafts)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {draft: out / f"{draft.stem}.{extension}" for draft in drafts}
