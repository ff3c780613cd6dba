"""One function for each program: writes the rows of a form, and the text beside it, into a file."""

import json
import os
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

import docx
import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl
import xlsxwriter
import xlwt
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

import damage
from form import Formula, Runs, Shown, Struck, White, narrative
from slim import PARTS, slim

DAY = datetime(2024, 4, 1)
UNNEEDED = (*PARTS, "/theme", "/fontTable", "/webSettings", "/numbering")
FILTERS = {
    "xls": "xls:MS Excel 97",
    "xls95": "xls:MS Excel 95",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods:calc8",
    "odt": "odt:writer8",
    "docx": "docx:MS Word 2007 XML",
    "rtf": "rtf:Rich Text Format",
    "doc": "doc:MS Word 97",
    "pdf": "pdf",
}


def by_openpyxl(made, target, dress=None):
    """`dress(sheet)` sets what cells do not say themselves: sizes, rules of looks."""
    book = openpyxl.Workbook()
    book.properties.created = DAY
    sheet = book.active
    sheet.title = "Số liệu"
    for r, row in enumerate(made, 1):
        for c, value in enumerate(row, 1):
            cell = sheet.cell(r, c)
            if isinstance(value, Runs):
                cell.value = CellRichText(
                    *[TextBlock(_inline(look), text) if look else text for text, look in value.runs]
                )
            elif isinstance(value, Struck):
                cell.value = value.value
                cell.font = Font(strike=True)
            elif isinstance(value, White):
                cell.value = value.value
                cell.font = Font(color="FFFFFFFF")
            elif isinstance(value, Shown):
                cell.value = value.value
                cell.number_format = value.code
            elif isinstance(value, Formula):
                cell.value = f"={value.text}"
            elif value is not None:
                cell.value = value
    if dress is not None:
        dress(sheet)
    text = book.create_sheet("Lời văn")
    for line in narrative():
        text.append([line])
    book.save(target)


def _inline(look):
    place = {"up": "superscript", "down": "subscript"}.get(look)
    return InlineFont(vertAlign=place, strike=look == "struck" or None)


def by_xlsxwriter(made, target, box=None, dress=None):
    book = xlsxwriter.Workbook(str(target))
    book.set_properties({"created": DAY})
    looks = {
        "up": book.add_format({"font_script": 1}),
        "down": book.add_format({"font_script": 2}),
        "struck": book.add_format({"font_strikeout": True}),
    }
    nothing = book.add_format({"num_format": ";;;"})
    unseen = book.add_format({"font_color": "#C00000", "bg_color": "#C00000"})
    sheet = book.add_worksheet("Số liệu")
    for r, row in enumerate(made):
        for c, value in enumerate(row):
            if isinstance(value, Runs):
                pieces = [piece for text, look in value.runs for piece in ([looks[look]] if look else []) + [text]]
                sheet.write_rich_string(r, c, *pieces)
            elif isinstance(value, Struck):
                sheet.write(r, c, value.value, looks["struck"])
            elif isinstance(value, White):
                sheet.write(r, c, value.value, unseen)
            elif isinstance(value, Formula):
                # What is given here is stored; by itself this program stores 0.
                sheet.write_formula(r, c, f"={value.text}", None, value.stored)
            elif value == "hidden":
                sheet.write(r, c, 4, nothing)
            elif value is not None:
                sheet.write(r, c, value)
    if box is not None:
        sheet.insert_textbox(box[0], box[1], box[2])
    if dress is not None:
        dress(book, sheet)
    text = book.add_worksheet("Lời văn")
    for r, line in enumerate(narrative()):
        text.write(r, 0, line)
    book.close()


def by_xlwt(made, target, dress=None):
    book = xlwt.Workbook()
    fonts = {}
    for look in ("", "up", "down", "struck"):
        font = xlwt.Font()
        font.struck_out = look == "struck"
        font.escapement = {"up": xlwt.Font.ESCAPEMENT_SUPERSCRIPT, "down": xlwt.Font.ESCAPEMENT_SUBSCRIPT}.get(look, 0)
        fonts[look] = font
    struck = xlwt.XFStyle()
    struck.font = fonts["struck"]
    white = xlwt.easyxf("font: color white")
    sheet = book.add_sheet("Số liệu")
    for r, row in enumerate(made):
        for c, value in enumerate(row):
            if isinstance(value, Runs):
                sheet.write_rich_text(r, c, [(text, fonts[look]) for text, look in value.runs])
            elif isinstance(value, Struck):
                sheet.write(r, c, value.value, struck)
            elif isinstance(value, White):
                sheet.write(r, c, value.value, white)
            elif isinstance(value, Formula):
                sheet.write(r, c, xlwt.Formula(value.text.replace(",", ";")))
            elif isinstance(value, Shown):
                sheet.write(r, c, value.value, xlwt.easyxf(num_format_str=value.code))
            elif value is not None:
                sheet.write(r, c, value)
    if dress is not None:
        dress(sheet)
    text = book.add_sheet("Lời văn")
    for r, line in enumerate(narrative()):
        text.write(r, 0, line)
    book.save(str(target))


def by_sheetjs(made, target, kind="xlsx"):
    cells = [
        [r, c, {"f": value.text, "v": value.stored} if isinstance(value, Formula) else value]
        for r, row in enumerate(made)
        for c, value in enumerate(row)
        if value is not None
    ]
    work = {"target": str(target), "kind": kind, "cells": cells, "text": narrative()}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(work, file)
        file.flush()
        subprocess.run(["node", str(Path(__file__).parent / "write_sheetjs.mjs"), file.name], check=True)


def by_python_docx(made, target, field=None):
    document = docx.Document()
    document.core_properties.created = DAY
    table = None
    for row in made:
        if len(row) == 1:
            document.add_paragraph(row[0])
            continue
        table = table or document.add_table(0, 7)
        for cell, value in zip(table.add_row().cells, list(row) + [None] * 7):
            if field is not None and value == "field":
                cell.paragraphs[0]._p.append(field())
            else:
                _write_docx(cell.paragraphs[0], value)
    for line in narrative():
        document.add_paragraph(line)
    slim(document, UNNEEDED, lambda style: style.element.get(qn("w:default")) is not None)
    document.save(str(target))


def _write_docx(paragraph, value):
    white = isinstance(value, White)
    value = value.value if white else value
    pairs = value.runs if isinstance(value, Runs) else [(value.value, "struck")] if isinstance(value, Struck) else [(value, "")]
    for text, look in pairs:
        if text is None:
            continue
        run = paragraph.add_run(str(text).replace(".", ",") if isinstance(text, float) else str(text))
        if look == "up":
            run.font.superscript = True
        elif look == "down":
            run.font.subscript = True
        run.font.strike = look == "struck" or None
        run.font.hidden = look == "hidden" or None
        if white:
            run.font.color.rgb = RGBColor(255, 255, 255)


def by_odfpy(made, target):
    spreadsheet = str(target).endswith(".ods")
    document = odf.opendocument.OpenDocumentSpreadsheet() if spreadsheet else odf.opendocument.OpenDocumentText()
    ways = {
        "up": {"textposition": "super 58%"},
        "down": {"textposition": "sub 58%"},
        "struck": {"textlinethroughstyle": "solid"},
        "hidden": {"display": "none"},
    }
    styles = {}
    for look, properties in ways.items():
        styles[look] = odf.style.Style(name=look, family="text")
        styles[look].addElement(odf.style.TextProperties(attributes=properties))
        document.automaticstyles.addElement(styles[look])
    struck = odf.style.Style(name="cell", family="table-cell")
    struck.addElement(odf.style.TextProperties(attributes=ways["struck"]))
    document.automaticstyles.addElement(struck)
    white = odf.style.Style(name="white", family="table-cell")
    white.addElement(odf.style.TextProperties(attributes={"color": "#ffffff"}))
    document.automaticstyles.addElement(white)
    styles["white"] = odf.style.Style(name="letters", family="text")
    styles["white"].addElement(odf.style.TextProperties(attributes={"color": "#ffffff"}))
    document.automaticstyles.addElement(styles["white"])
    styles["white cell"] = white
    table = odf.table.Table(name="Số liệu")
    body = document.spreadsheet if spreadsheet else document.text
    if not spreadsheet:
        for row in (row for row in made if len(row) == 1):
            body.addElement(odf.text.P(text=row[0]))
        made = [list(row) + [None] * (7 - len(row)) for row in made if len(row) > 1]
        table.addElement(odf.table.TableColumn(numbercolumnsrepeated=7))
    for row in made:
        line = odf.table.TableRow()
        for value in row:
            line.addElement(_odf_cell(value, styles, struck, spreadsheet))
        table.addElement(line)
    body.addElement(table)
    if spreadsheet:
        text = odf.table.Table(name="Lời văn")
        for said in narrative():
            line = odf.table.TableRow()
            line.addElement(_odf_cell(said, styles, struck, True))
            text.addElement(line)
        body.addElement(text)
    else:
        for said in narrative():
            body.addElement(odf.text.P(text=said))
    document.save(str(target))


def _odf_cell(value, styles, struck, spreadsheet):
    if value is None:
        return odf.table.TableCell()
    if isinstance(value, Formula):
        cell = odf.table.TableCell(valuetype="float", value=value.stored, formula=f"of:={_odf(value.text)}")
        cell.addElement(odf.text.P(text=str(value.stored)))
        return cell
    look = struck if isinstance(value, Struck) else styles["white cell"] if isinstance(value, White) else None
    way = "white" if isinstance(value, White) else "struck"
    plain = value.value if look else value
    if spreadsheet and isinstance(plain, (int, float)):
        cell = odf.table.TableCell(valuetype="float", value=plain, stylename=look)
    else:
        cell = odf.table.TableCell(valuetype="string", stylename=look) if spreadsheet else odf.table.TableCell()
    paragraph = odf.text.P()
    pairs = plain.runs if isinstance(plain, Runs) else [(str(plain).replace(".", ",") if isinstance(plain, float) else str(plain), way if look and not spreadsheet else "")]
    for text, way in pairs:
        for n, line in enumerate(text.split("\n")):
            if n > 0:
                paragraph.addElement(odf.text.LineBreak())
            paragraph.addElement(odf.text.Span(stylename=styles[way], text=line) if way else odf.text.Span(text=line))
    cell.addElement(paragraph)
    return cell


def _odf(text):
    import re

    return re.sub(r"([A-Z]\d+)(?::([A-Z]\d+))?", lambda m: f"[.{m[1]}:.{m[2]}]" if m[2] else f"[.{m[1]}]", text).replace(",", ";")


def by_libreoffice(source, target, kind=None):
    """Opens what another program wrote, and saves it."""
    profile = Path(tempfile.gettempdir()) / f"doubts-profile-{os.getpid()}"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
             FILTERS[kind or target.suffix[1:]], "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        made = next(Path(folder).iterdir())
        if target.suffix in (".ods", ".odt"):
            made.write_bytes(damage.without(made.read_bytes(), "Thumbnails/thumbnail.png"))
        shutil.move(made, target)
