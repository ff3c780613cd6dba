"""Programs that print: the rows of a form, and the text beside it, on pages."""

import html
import os
import re
import subprocess
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import pymupdf
from reportlab import rl_config
from fontTools import subset
from fpdf import FPDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from weasyprint import HTML

from form import Runs, Struck, White, narrative

WHOLE_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
FONT = Path(tempfile.mkdtemp()) / "Form.ttf"
DAY = "D:20240401080000Z"
# In points from the page's left and bottom.
EDGES = (30, 52, 80, 330, 385, 445, 500, 565)
ROW, TOP, LETTERS = 14, 800, 7


def _without_hints():
    """What screens need of a font is three quarters of a small file."""
    options = subset.Options(hinting=False, layout_features=[])
    font = subset.load_font(WHOLE_FONT, options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=range(0x20, 0x2100))
    chosen.subset(font)
    subset.save_font(font, str(FONT), options)


_without_hints()
rl_config.useA85 = 0
pdfmetrics.registerFont(TTFont("Form", FONT))
pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))


def as_html(made):
    """A page of the web with the form in it."""
    lines = [f"<p>{html.escape(row[0])}</p>" for row in made if len(row) == 1]
    table = "".join("<tr>" + "".join(f"<td>{_marked(cell)}</td>" for cell in _whole(row)) + "</tr>" for row in made if len(row) > 1)
    text = "".join(f"<p>{html.escape(line)}</p>" for line in narrative())
    style = "@page{margin:12mm}body{font:11px 'DejaVu Serif'}p{margin:3px}table{border-collapse:collapse}td{border:1px solid;padding:1px 3px}"
    return f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>{"".join(lines)}<table>{table}</table>{text}</body></html>'


def _whole(row):
    return list(row) + [None] * (7 - len(row))


def _marked(value):
    if value is None:
        return ""
    if isinstance(value, Runs):
        tags = {"up": "<sup>{}</sup>", "down": "<sub>{}</sub>", "struck": "<s>{}</s>", "": "{}"}
        return "".join(tags[look].format(html.escape(text)) for text, look in value.runs)
    if isinstance(value, Struck):
        return f"<s>{value.value}</s>"
    if isinstance(value, White):
        return f'<span style="color:#fff">{value.value}</span>'
    return html.escape(_written(value)).replace("\n", "<br>")


def _written(value):
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def by_weasyprint(made, target):
    HTML(string=as_html(made)).write_pdf(str(target))


def by_wkhtmltopdf(made, target):
    _print(made, lambda page: ["wkhtmltopdf", "-q", page, str(target)])


def by_chromium(made, target):
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging"]
    _print(made, lambda page: ["chromium", *flags, f"--print-to-pdf={target}", page])


def _print(made, command):
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as page:
        page.write(as_html(made))
        page.flush()
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(command(page.name), check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def by_fpdf(made, target):
    """Cells of one line, drawn one after the other."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_creation_date(datetime(2024, 4, 1, tzinfo=timezone.utc))
    pdf.add_font("Form", "", FONT)
    pdf.set_font("Form", size=LETTERS)
    pdf.add_page()
    for row in made:
        if len(row) == 1:
            pdf.cell(text=row[0], new_x="LMARGIN", new_y="NEXT")
            continue
        for n, value in enumerate(_whole(row)):
            width = EDGES[n + 1] - EDGES[n]
            pdf.cell(width, ROW, "" if value is None else _shortened(_written(value), width), border=1)
        pdf.ln()
    for line in narrative():
        pdf.multi_cell(0, 11, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(target))


def _shortened(text, width):
    while pdfmetrics.stringWidth(text, "Form", LETTERS) > width - 4:
        text = text[:-1]
    return text


def by_reportlab(made, target, put=None):
    """`put(canvas, left, bottom, width, height, code)` draws what a cell that says "field" holds."""
    page = canvas.Canvas(str(target), pagesize=(595, 842), invariant=1)
    page.setFont("Form", LETTERS)
    y = TOP
    for row in made:
        if len(row) == 1:
            page.drawString(EDGES[0], y, row[0])
        else:
            for n, value in enumerate(_whole(row)):
                width = EDGES[n + 1] - EDGES[n]
                page.rect(EDGES[n], y - 4, width, ROW)
                if value == "field":
                    put(page, EDGES[n] + 1, y - 3, width - 2, ROW - 2, row[1])
                    page.setFont("Form", LETTERS)
                elif value is not None:
                    _draw(page, EDGES[n] + 2, y, value, width)
        y -= ROW
    y = 0
    for line in narrative():
        if y < 40:
            page.showPage()
            page.setFont("Form", LETTERS)
            y = TOP
        page.drawString(EDGES[0], y, line[:120])
        y -= ROW
    page.save()


def _draw(page, x, y, value, width):
    if isinstance(value, White):
        page.setFillColorRGB(1, 1, 1)
        page.drawString(x, y, str(value.value))
        page.setFillColorRGB(0, 0, 0)
        return
    runs = value.runs if isinstance(value, Runs) else ((str(value.value), "struck"),) if isinstance(value, Struck) else ((_shortened(_written(value), width), ""),)
    for text, look in runs:
        size, up = (LETTERS * 0.6, {"up": 3, "down": -1}[look]) if look in ("up", "down") else (LETTERS, 0)
        page.setFont("Form", size)
        page.drawString(x, y + up, text)
        wide = pdfmetrics.stringWidth(text, "Form", size)
        if look == "struck":
            page.line(x, y + LETTERS * 0.3, x + wide, y + LETTERS * 0.3)
        x += wide
    page.setFont("Form", LETTERS)


def in_cell(code, made):
    """The place of an indicator's figure on a page by reportlab, from its top left corner."""
    row = next(n for n, row in enumerate(made) if len(row) > 1 and row[1] == code)
    y = 842 - (TOP - ROW * row)
    return pymupdf.Rect(EDGES[4] + 2, y - 9, EDGES[5] - 2, y + 3)


def changed(source, target, change):
    """Opens what another program printed, lets `change(document)` change it, and saves it."""
    document = pymupdf.open(source)
    change(document)
    document.set_metadata({"creationDate": DAY, "modDate": DAY})
    document.save(str(target), garbage=3, deflate=True, no_new_id=True)


def with_letters(pairs):
    """A change of what fonts say that their letters are: pairs of Unicode numbers."""

    def change(document):
        tables = {
            int(found[1])
            for xref in range(1, document.xref_length())
            if (found := re.search(r"/ToUnicode (\d+) 0 R", document.xref_object(xref, compressed=True)))
        }
        for table in tables:
            text = document.xref_stream(table).decode("latin-1")
            for was, becomes in pairs:
                text = re.sub(f"<{was:04x}>", f"<{becomes:04x}>", text, flags=re.I)
            document.update_stream(table, text.encode("latin-1"))

    return change


def without_looks(document):
    """Fields keep what they hold, and nothing shows it."""
    for page in document:
        for field in page.widgets():
            document.xref_set_key(field.xref, "AP", "null")

