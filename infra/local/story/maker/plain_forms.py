"""The forms handed out, filled in and otherwise left as they are."""

import docx
import openpyxl

from reports import as_date, is_date, written


def fill_workbook(report, form, target):
    book = openpyxl.load_workbook(form)
    figures = book["Số liệu"]
    lines = {line.code: line for line in report.lines}
    for row in figures.iter_rows(min_row=11):
        line = lines.get(row[1].value)
        if not line:
            continue
        for cell, value in zip(row[4:6], report.values[line.code]):
            cell.value = as_date(value) if value and is_date(line) else value
    words = book["Lời văn"]
    for row in range(1, words.max_row + 1):
        heading = str(words.cell(row, 1).value or "")
        for section, paragraphs in report.narrative.items():
            if heading.startswith(f"{section}. "):
                for n, text in enumerate(paragraphs):
                    words.cell(row + 1 + n, 1).value = text
    book.save(target)


def fill_document(report, form, target):
    document = docx.Document(form)
    lines = {line.code: line for line in report.lines}
    for table in document.tables:
        for row in table.rows:
            cells = row.cells
            line = lines.get(cells[1].text) if len(cells) == 7 else None
            if not line:
                continue
            for cell, value in zip(cells[4:6], report.values[line.code]):
                cell.paragraphs[0].add_run(written(line, value))
    paragraphs = document.paragraphs
    for at, paragraph in enumerate(paragraphs):
        for section, texts in report.narrative.items():
            if not paragraph.text.startswith(f"{section}. "):
                continue
            room = [line for line in paragraphs[at + 1 : at + 3] if line.text == ""]
            for line, text in zip(room, texts):
                line.add_run(text)
            # A third paragraph takes a line that people make with Enter.
            for text in texts[len(room) :]:
                after = paragraphs[at + 3]
                after.insert_paragraph_before(text, style=room[-1].style)
    document.save(target)
