"""How Word documents look to a library that none of our writers is: page, margins, fonts, sizes, the order of the lines.

`python3 look.py FILE.docx …` prints one line for each fault of a report by Nghị định 30/2020/NĐ-CP; needs python-docx.
"""

import sys

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

MARGINS = {'top': (20, 25), 'bottom': (20, 25), 'left': (30, 35), 'right': (15, 20)}
ORDER = ['I. KẾT QUẢ THỰC HIỆN', 'II. ĐÁNH GIÁ CHUNG', 'III. PHƯƠNG HƯỚNG', 'Phụ lục I']


def faults(path):
    document = Document(path)
    for n, section in enumerate(document.sections):
        if (round(section.page_width.mm), round(section.page_height.mm)) != (210, 297):
            yield f'section {n}: no A4 portrait'
        for side, (least, most) in MARGINS.items():
            found = getattr(section, f'{side}_margin').mm
            if not least <= found <= most:
                yield f'section {n}: {side} margin {found:.1f} mm'
    usual = document.styles['Normal'].font
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            if (run.font.name or usual.name) not in (None, 'Times New Roman'):
                yield f'{run.font.name}: {run.text[:40]}'
            size = run.font.size or paragraph.style.font.size
            if size is not None and not 10 <= size.pt <= 14:
                yield f'{size.pt} points: {run.text[:40]}'
            # Receivers, and what is said below the appendix, stand smaller.
            indent = paragraph.paragraph_format.first_line_indent
            if indent is not None and indent > Mm(5) and size is not None and size.pt < 13:
                yield f'{size.pt} points in the text: {run.text[:40]}'
    lines = [paragraph.text for paragraph in document.paragraphs]
    places = [next((n for n, line in enumerate(lines) if line.startswith(head)), None) for head in ORDER]
    if None in places or places != sorted(places):
        yield f'order of the headings: {places}'
    if sum(line.endswith('./.') for line in lines) != 1:
        yield 'no end of the text'
    rows = document.tables[-1].rows
    if rows[0]._tr.find(f'{qn("w:trPr")}/{qn("w:tblHeader")}') is None:
        yield 'the appendix does not repeat its head'
    if any(not any(cell.text.strip() for cell in row.cells) for row in rows):
        yield 'an empty row in the appendix'


found = [f'{path}: {fault}' for path in sys.argv[1:] for fault in faults(path)]
print('\n'.join(found))
sys.exit(1 if found else 0)
