"""Documents as they should not be: text boxes, tracked changes, tables in tables, old fonts, figures in words."""

import unicodedata

from corpus_old_fonts import in_vni
from document import (
    FormTable, bold, put, repeat_header, replace_tracked, start, text_box, tracked_paragraph,
)
from document_layouts import BOTH, MadeDocument, tell
from report import SECTIONS, Report, spoken_date, typed

WARNED = "accepted-with-warnings"


def in_text_boxes():
    """Title and one section's text stand in text boxes."""
    report = Report("DDBD", "Q1-2024", 51)
    document = start(report, letterhead=False)
    box = text_box(["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", report.name.upper()], 1)
    document.element.body.insert(0, box)
    box.addnext(text_box(["BÁO CÁO", f"Kết quả công tác dân vận {report.when}"], 2))
    for section, paragraphs in report.narrative.items():
        bold(document, f"{section}. {SECTIONS[section]}")
        if section == "II.3":
            last = document.add_paragraph()._p
            last.addnext(text_box(paragraphs, 3))
            last.getparent().remove(last)
        else:
            for text in paragraphs:
                document.add_paragraph(text)
    heads = {"value": "Thực hiện trong kỳ", "cumulative": "Cộng dồn", "name": "Nội dung"}
    FormTable(document, report, ["measure", "name", "value", "cumulative", "code"], 1, heads=heads).fill()
    return MadeDocument("text boxes", report, document, writers=(*BOTH, "writer.odt"))


def tracked_changes():
    """Figures corrected with tracked changes, a paragraph typed and one struck out; the final text is meant."""
    report = Report("VPS", "6T-2024", 52)
    document = start(report)
    for section, paragraphs in report.narrative.items():
        bold(document, f"{section}. {SECTIONS[section]}")
        for text in paragraphs:
            document.add_paragraph(text)
        if section == "II.2":
            tracked_paragraph(document, "Đã gửi lấy ý kiến lần 1, chờ tổng hợp.", 900, "del")
            added = "Đã công khai kết quả giải quyết trên cổng dịch vụ công."
            tracked_paragraph(document, added, 902, "ins")
            paragraphs.append(added)
    form = FormTable(document, report, ["order", "code", "name", "measure", "value", "remark", "cumulative"], 2).fill()
    for n, code in enumerate(("A03", "B05", "C04")):
        for slot in (0, 1):
            place = report.places[code, slot]
            cell = form.table.cell(place["row"] - 1, place["column"] - 1)
            right = typed(code, report.values[code][slot])
            replace_tracked(cell, str(int(right) - 5), right, 910 + n * 10 + slot * 2)
    return MadeDocument("tracked changes", report, document, ["TRACKED_CHANGES"], writers=BOTH)


def nested():
    """Everything stands in one large table for the layout: the form is a table within its last cell."""
    report = Report("TTRA", "Q1-2024", 53)
    document = start(report)
    frame = document.add_table(rows=0, cols=1)
    for section, paragraphs in report.narrative.items():
        frame.add_row().cells[0].text = f"{section}. {SECTIONS[section]}"
        frame.add_row().cells[0].text = "\n".join(paragraphs)
    last = frame.add_row().cells[0]
    put(last, "Số liệu kèm theo")
    FormTable(last, report, ["order", "name", "value", "cumulative", "measure", "code"], 3).fill()
    return MadeDocument("nested table", report, document, writers=BOTH)


def in_words():
    """No units of measure, no codes; figures with a word, days as people write them."""
    report = Report("CN-CLO", "6T-2024", 54)
    shown = {
        ("A01", 0): "{} văn bản", ("A02", 0): "{} hội nghị", ("A04", 0): "khoảng {}", ("B06", 0): "{} lượt",
        ("B14", 0): "{}%", ("B14", 1): "{} %",
    }
    report.values["A09"] = (0, 0)
    shown |= {("A09", 0): "Không", ("A09", 1): "không có"}
    shown[("B01", 0)] = spoken_date(report.values["B01"][0], "words")
    shown[("E02", 0)] = spoken_date(report.values["E02"][0], "point")
    slots = {}

    def write(code, value):
        slot = slots.setdefault(code, 0)
        slots[code] += 1
        return shown.get((code, slot), "{}").format(typed(code, value))

    document = start(report)
    tell(document, report)
    heads = {"name": "Nội dung chỉ tiêu", "value": "Kết quả 6 tháng", "cumulative": "Luỹ kế"}
    FormTable(document, report, ["order", "name", "value", "cumulative"], 2, heads=heads).fill(write=write)
    says = ["NUMBER_IN_TEXT"] * 3 + ["APPROXIMATE", "DATE_READ", "DATE_READ"] + ["ZERO_IN_WORDS"] * 2
    return MadeDocument("figures in words", report, document, says, WARNED)


def decomposed():
    """Letters in decomposed Unicode, tones on the other vowel, "Tỉ" for "Tỷ"; header repeated in the middle."""
    report = Report("KHTC", "9T-2024", 55)
    document = start(report)
    tell(document, report)
    form = FormTable(document, report, ["code", "order", "name", "measure", "value", "cumulative"], 2)
    for section in SECTIONS:
        if section == "II.3":
            repeat_header(form)
        form.fill([section])
    old = {"hoà": "hòa", "thuỷ": "thủy", "Tỷ lệ": "Tỉ lệ", "kỳ": "kì"}

    def habit(text):
        for usual, other in old.items():
            text = text.replace(usual, other)
        return unicodedata.normalize("NFD", text)

    for run in runs_of(document):
        run.text = habit(run.text)
    for section, paragraphs in report.narrative.items():
        report.narrative[section] = [unicodedata.normalize("NFC", habit(text)) for text in paragraphs]
    for code in ("D01", "D02", "D03", "D04", "E03"):
        value = report.values[code][0]
        report.values[code] = (unicodedata.normalize("NFC", habit(value)), None)
    return MadeDocument("decomposed", report, document, ["DECOMPOSED_LETTERS"])


def old_font():
    """A layout of the unit's own, all typed in VNI-Times."""
    report = Report("CCBVMT", "6T-2024", 56)
    document = start(report)
    FormTable(document, report, ["name", "measure", "value", "cumulative", "remark"], 2).fill()
    tell(document, report)
    for run in runs_of(document):
        run.text = in_vni(run.text)
        run.font.name = "VNI-Times"
    return MadeDocument("old font", report, document, ["LEGACY_FONT"], writers=BOTH)


def cumulative_only():
    """The table has no column but that of the sums since the start of the year; notes under it."""
    report = Report("CN-LBI", "9T-2024", 57)
    report.values = {code: (None, cumulative) for code, (_, cumulative) in report.values.items()}
    document = start(report)
    tell(document, report)
    heads = {"cumulative": "Lũy kế 9 tháng"}
    FormTable(document, report, ["order", "code", "name", "cumulative", "measure"], 2, heads=heads).fill()
    document.add_paragraph("(1) Số liệu lũy kế từ ngày 15/12/2023 đến hết ngày 14/9/2024.")
    return MadeDocument("cumulative only", report, document, ["BLANK"] * 5, WARNED, BOTH)


def runs_of(document):
    """Every run of the document's paragraphs and tables, once."""
    seen = set()
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for place in (document, *cells):
        for paragraph in place.paragraphs:
            if paragraph._p not in seen:
                seen.add(paragraph._p)
                yield from paragraph.runs


ODD_DOCUMENT_LAYOUTS = (
    in_text_boxes, tracked_changes, nested, in_words, decomposed, old_font, cumulative_only,
)
