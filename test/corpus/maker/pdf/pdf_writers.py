"""The programs that write a form as pdf: by places (cairo, reportlab, as printers of offices do), by html, docx, xlsx."""

from html import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas

from pdf_drawing import Drawing, wrapped


def with_reportlab(form, path, style="plain"):
    """`style`: word, excel, wps, pscript imitate how those programs draw."""
    drawing = Drawing(form)
    sideways = form.layout.paper == "sideways"
    first = drawing.pages[0]
    size = (first.height, first.width) if sideways else (first.width, first.height)
    pdf = canvas.Canvas(str(path), pagesize=size, invariant=1)
    for page in drawing.pages:
        if sideways:
            pdf.translate(page.height, 0)
            pdf.rotate(90)
        if style in ("word", "pscript"):
            texts(pdf, page, style)
            rules(pdf, page, form, style)
        else:
            rules(pdf, page, form, style)
            texts(pdf, page, style)
        pdf.showPage()
    pdf.save()


def rules(pdf, page, form, style):
    pdf.setLineWidth(0.5)
    if form.layout.rules == "dotted":
        pdf.setDash(1, 1.5)
    for x0, y0, x1, y1 in page.lines:
        y0, y1 = page.height - y0, page.height - y1
        if style == "word":
            pdf.rect(min(x0, x1) - 0.24, min(y0, y1) - 0.24, abs(x1 - x0) + 0.48, abs(y1 - y0) + 0.48, stroke=0, fill=1)
        elif style == "pscript":
            path = pdf.beginPath()
            wide, high = (0, 0.3) if y0 == y1 else (0.3, 0)
            path.moveTo(x0 - wide, y0 - high)
            path.lineTo(x1 - wide, y1 - high)
            path.lineTo(x1 + wide, y1 + high)
            path.lineTo(x0 + wide, y0 + high)
            path.close()
            pdf.drawPath(path, stroke=0, fill=1)
        elif style == "excel" and form.layout.rules != "dotted":
            steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) // 40))
            for n in range(steps):
                a, b = n / steps, (n + 1) / steps
                pdf.line(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)
        else:
            pdf.line(x0, y0, x1, y1)
    pdf.setDash()


def texts(pdf, page, style):
    for piece in page.pieces:
        pdf.saveState()
        left, top, right, bottom = piece.clip
        if style in ("excel", "word"):
            box = (left, page.height - bottom, right - left, bottom - top) if style == "excel" else (0, 0, page.width, page.height)
            path = pdf.beginPath()
            path.rect(*box)
            pdf.clipPath(path, stroke=0, fill=0)
        pdf.setFont(piece.font, piece.size)
        pdf.translate(piece.x, page.height - piece.y)
        if piece.turned:
            pdf.rotate(90)
        for x, text in parts(piece, style):
            pdf.drawString(x, 0, text)
        pdf.restoreState()


def parts(piece, style):
    """How a text comes in pieces: whole, word by word with blanks apart, letter by letter, words without blanks."""
    width = lambda text: pdfmetrics.stringWidth(text, piece.font, piece.size)
    if style == "wps":
        return [(width(piece.text[:n]), letter) for n, letter in enumerate(piece.text)]
    if style in ("word", "pscript"):
        found, at = [], 0
        for n, word in enumerate(piece.text.split(" ")):
            if n and style == "word":
                found.append((width(piece.text[: at - 1]), " "))
            found.append((width(piece.text[:at]), word))
            at += len(word) + 1
        return found
    return [(0, piece.text)]


def with_cairo(form, path):
    import cairo

    drawing = Drawing(form)
    sideways = form.layout.paper == "sideways"
    first = drawing.pages[0]
    size = (first.height, first.width) if sideways else (first.width, first.height)
    surface = cairo.PDFSurface(str(path), *size)
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2024-06-14T00:00:00Z")
    context = cairo.Context(surface)
    for page in drawing.pages:
        context.save()
        if sideways:
            context.translate(0, page.width)
            context.rotate(-1.5707963267948966)
        context.set_line_width(0.5)
        context.set_dash([1, 1.5] if form.layout.rules == "dotted" else [])
        for x0, y0, x1, y1 in page.lines:
            context.move_to(x0, y0)
            context.line_to(x1, y1)
            context.stroke()
        for piece in page.pieces:
            context.save()
            family = "Noto Sans Mono" if piece.font[0] == "M" else "DejaVu Serif"
            context.select_font_face(family, 0, 1 if piece.font.endswith("B") else 0)
            context.set_font_size(piece.size)
            context.translate(piece.x, piece.y)
            if piece.turned:
                context.rotate(-1.5707963267948966)
            context.move_to(0, 0)
            context.show_text(piece.text)
            context.restore()
        context.restore()
        surface.show_page()
    surface.finish()


def html_of(form):
    layout = form.layout
    line = "1px dotted black" if layout.rules == "dotted" else "1px solid black"
    sides = {
        "all": f"td,th{{border:{line}}}", "dotted": f"td,th{{border:{line}}}",
        "uprights": f"td,th{{border-left:{line};border-right:{line}}} thead th{{border:{line}}} table{{border:{line}}}",
        "levels": f"td,th{{border-top:{line};border-bottom:{line}}}",
        "head": f"thead{{border-top:{line};border-bottom:{line}}} table{{border-bottom:{line}}}",
        "frame": f"table{{border:{line}}} thead{{border-bottom:{line}}}", "none": "",
    }[layout.rules]
    size = "landscape" if layout.paper in ("landscape", "sideways") else "portrait"
    keep = "auto" if layout.pages == "cut" else "avoid"
    group = "table-row-group" if layout.pages in ("bare", "cut") else "table-header-group"
    font = "Noto Sans Mono" if layout.mono else "DejaVu Serif"
    rows = [
        "<tr>" + "".join(cell_html(cell, n < form.head, layout) for cell in row) + "</tr>"
        for n, row in enumerate(form.rows)
    ]
    columns = "".join(f'<col style="width:{width}pt">' for width in form.widths)
    top = "".join(f"<p>{escape(text)}</p>" for text in form.top)
    return f"""<!doctype html><meta charset="utf-8"><style>@page{{size:A4 {size};margin:14mm}}
body{{font:{layout.size}pt "{font}"}} p{{margin:2pt 0;font-size:11pt}} table{{border-collapse:collapse;table-layout:fixed;width:{sum(form.widths)}pt}}
td,th{{padding:2pt 3pt;vertical-align:{"middle" if layout.middle else "top"};word-wrap:break-word}} tr{{break-inside:{keep}}}
thead{{display:{group}}} .turned{{writing-mode:vertical-rl;transform:rotate(180deg);height:80pt}} {sides}</style>
{top}<table><colgroup>{columns}</colgroup><thead>{"".join(rows[:form.head])}</thead><tbody>{"".join(rows[form.head:])}</tbody></table>"""


def cell_html(cell, head, layout):
    tag = "th" if head else "td"
    text = escape(cell.text)
    if cell.turned:
        text = f'<div class="turned">{text}</div>'
    if cell.bold and not head:
        text = f"<b>{text}</b>"
    return f'<{tag} colspan="{cell.span}" rowspan="{cell.rows}" style="text-align:{cell.align}">{text}</{tag}>'


def with_docx(form, path):
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    layout = form.layout
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595), Pt(842)
    if layout.paper in ("landscape", "sideways"):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Pt(842), Pt(595)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Pt(36))
    style = document.styles["Normal"]
    style.font.name = "Noto Sans Mono" if layout.mono else "DejaVu Serif"
    style.font.size = Pt(layout.size)
    style.paragraph_format.space_after = Pt(0)
    for text in form.top:
        document.add_paragraph(text)
    table = document.add_table(len(form.rows), len(form.widths))
    table.autofit = False
    borders = OxmlElement("w:tblBorders")
    drawn = {
        "all": "top left bottom right insideH insideV", "dotted": "top left bottom right insideH insideV",
        "uprights": "top left bottom right insideV", "levels": "top bottom insideH", "head": "top bottom",
        "frame": "top left bottom right", "none": "",
    }[layout.rules].split()
    for side in drawn:
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "dotted" if layout.rules == "dotted" else "single")
        border.set(qn("w:sz"), "4")
        borders.append(border)
    table._tbl.tblPr.append(borders)
    for n, width in enumerate(form.widths):
        for row in table.rows:
            row.cells[n].width = Pt(width)
    for n, row in enumerate(form.rows):
        properties = table.rows[n]._tr.get_or_add_trPr()
        if layout.pages == "repeat" and n < form.head:
            properties.append(OxmlElement("w:tblHeader"))
        if layout.pages != "cut":
            properties.append(OxmlElement("w:cantSplit"))
        for cell in row:
            place = table.cell(n, cell.column)
            if cell.span > 1 or cell.rows > 1:
                place = place.merge(table.cell(n + cell.rows - 1, cell.column + cell.span - 1))
            run = place.paragraphs[0].add_run(cell.text)
            run.bold = cell.bold
            place.paragraphs[0].alignment = {"left": 0, "center": 1, "right": 2}[cell.align]
            if cell.turned:
                direction = OxmlElement("w:textDirection")
                direction.set(qn("w:val"), "btLr")
                place._tc.get_or_add_tcPr().append(direction)
                height = OxmlElement("w:trHeight")
                height.set(qn("w:val"), "1700")
                properties.append(height)
            if layout.rules in ("head", "frame", "uprights") and n < form.head:
                bottom = OxmlElement("w:tcBorders")
                border = OxmlElement("w:bottom")
                border.set(qn("w:val"), "single")
                border.set(qn("w:sz"), "4")
                bottom.append(border)
                place._tc.get_or_add_tcPr().append(bottom)
            if layout.middle:
                align = OxmlElement("w:vAlign")
                align.set(qn("w:val"), "center")
                place._tc.get_or_add_tcPr().append(align)
    document.save(path)


def with_xlsx(form, path):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    layout = form.layout
    book = Workbook()
    sheet = book.active
    for text in form.top:
        sheet.append([text])
    kind = "dotted" if layout.rules == "dotted" else "thin"
    line = Side(style=kind)
    for n, width in enumerate(form.widths):
        sheet.column_dimensions[get_column_letter(n + 1)].width = width / 5.2
    first = len(form.top) + 1
    for n, row in enumerate(form.rows):
        for cell in row:
            place = sheet.cell(first + n, cell.column + 1, cell.text or None)
            place.font = Font(name="Noto Sans Mono" if layout.mono else "DejaVu Serif", size=layout.size, bold=cell.bold)
            place.alignment = Alignment(
                horizontal=cell.align, vertical="center" if layout.middle else "top", wrap_text=True,
                text_rotation=90 if cell.turned else 0,
            )
            for down in range(cell.rows):
                for right in range(cell.span):
                    head = n < form.head
                    last = n == len(form.rows) - 1
                    inner = layout.rules in ("all", "dotted")
                    sheet.cell(first + n + down, cell.column + 1 + right).border = Border(
                        left=line if inner or layout.rules == "uprights" or (layout.rules == "frame" and cell.column == 0) else None,
                        right=line if inner or layout.rules == "uprights" or (layout.rules == "frame" and cell.column + cell.span == len(form.widths)) else None,
                        top=line if inner or layout.rules == "levels" or (head and layout.rules != "none") else None,
                        bottom=line if inner or layout.rules == "levels" or ((head or last) and layout.rules != "none") else None,
                    )
            if cell.span > 1 or cell.rows > 1:
                sheet.merge_cells(
                    start_row=first + n, end_row=first + n + cell.rows - 1,
                    start_column=cell.column + 1, end_column=cell.column + cell.span,
                )
        high = max(len(wrapped(cell.text, "F", layout.size, sum(form.widths[cell.column : cell.column + cell.span]) - 12)) for cell in row)
        sheet.row_dimensions[first + n].height = high * layout.size * 1.3 + 4
        if any(cell.turned for cell in row):
            sheet.row_dimensions[first + n].height = 90
    if layout.pages == "repeat":
        sheet.print_title_rows = f"{first}:{first + form.head - 1}"
    if layout.paper in ("landscape", "sideways"):
        sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    if layout.pages != "columns":
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 0
    else:
        from openpyxl.worksheet.pagebreak import Break, ColBreak
        sheet.col_breaks = ColBreak()
        sheet.col_breaks.append(Break(id=4))
    book.save(path)
