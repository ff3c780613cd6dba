"""Documents in layouts of their own. Each answers a MadeDocument."""

from dataclasses import dataclass, field

from document import FormTable, bold, landscape, numbered, outline_numbering, start
from report import SECTIONS, Report

BOTH = ("python-docx", "writer.docx")
PAPER = (*BOTH, "writer.pdf")


@dataclass
class MadeDocument:
    """What the maker made, and what a reader must say of it."""

    name: str
    report: Report
    document: object
    says: list = field(default_factory=list)
    state: str = "accepted"
    writers: tuple = PAPER


def tell(document, report, heading=None):
    """The text by section; `heading(section)`: the line above it."""
    for section, paragraphs in report.narrative.items():
        bold(document, heading(section) if heading else f"{section}. {SECTIONS[section]}")
        for text in paragraphs:
            document.add_paragraph(text)


def closing(document, signer="GIÁM ĐỐC"):
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    table.cell(0, 1).text = signer


def annex_behind():
    """Headings typed "I.", "1.", "a)"; the table in an annex, its header of two rows."""
    report = Report("QLDD", "6T-2024", 41)
    document = start(report)
    bold(document, "I. KẾT QUẢ THỰC HIỆN")
    for n, section in enumerate(("II.1", "II.2", "II.3", "II.4"), 1):
        bold(document, f"{n}. {SECTIONS[section]}")
        report.narrative[section] = [f"{'abcd'[k]}) {text}" for k, text in enumerate(report.narrative[section])]
        for text in report.narrative[section]:
            document.add_paragraph(text)
    bold(document, "II. TỒN TẠI, HẠN CHẾ; KIẾN NGHỊ, ĐỀ XUẤT")
    for text in report.narrative["III"]:
        document.add_paragraph(text)
    closing(document, "TRƯỞNG PHÒNG")
    document.add_page_break()
    bold(document, "PHỤ LỤC SỐ LIỆU")
    form = FormTable(document, report, ["order", "name", "code", "measure", "cumulative", "value"], 3, heads=False)
    form.add(["TT", "Chỉ tiêu", "Mã", "ĐVT", "", ""], bold=True)
    form.add(["", "", "", "", "Lũy kế", "Trong kỳ"], bold=True)
    for column, text in enumerate(("TT", "Chỉ tiêu", "Mã", "ĐVT"), 1):
        form.merge(1, column, column, text, below=1)
    form.merge(1, 5, 6, "Kết quả thực hiện")
    form.fill()
    return MadeDocument("annex behind", report, document)


def numbered_by_word():
    """Headings hold their words alone; Word's lists number them "I." and "1."."""
    report = Report("TNKS", "Q1-2024", 42)
    document = start(report)
    number = outline_numbering(document)
    numbered(document, "KẾT QUẢ THỰC HIỆN", number, 0)
    for section in ("II.1", "II.2", "II.3", "II.4"):
        numbered(document, SECTIONS[section], number, 1)
        for text in report.narrative[section]:
            document.add_paragraph(text)
    numbered(document, "SỐ LIỆU", number, 0)
    FormTable(document, report, ["code", "name", "measure", "value", "remark"], 2, heads={"value": "Quý I"}).fill(
        section_rows=False
    )
    report.values = {code: (value, None) for code, (value, _) in report.values.items()}
    numbered(document, SECTIONS["III"].upper(), number, 0)
    for text in report.narrative["III"]:
        document.add_paragraph(text)
    return MadeDocument("numbered by Word", report, document, ["CUMULATIVE_BLANK"], "accepted-with-warnings")


def text_in_a_table():
    """The text stands in a table too: the heading on the left, what was done on the right."""
    report = Report("VPDK", "Q1-2024", 43)
    document = start(report)
    words = document.add_table(rows=0, cols=2)
    for section, paragraphs in report.narrative.items():
        left, right = words.add_row().cells
        left.text = f"{section}. {SECTIONS[section]}"
        right.text = "\n".join(paragraphs)
    document.add_paragraph()
    heads = {"cumulative": "Lũy kế từ đầu năm", "value": "Kỳ này"}
    FormTable(document, report, ["order", "code", "name", "cumulative", "value", "measure"], 3, heads=heads).fill()
    return MadeDocument("text in a table", report, document)


def landscape_two_tables():
    """Pages on their side with two tables, one of more columns than the other."""
    report = Report("TTPTQD", "9T-2024", 44)
    document = start(report)
    numbers = {"II.1": "1.1", "II.2": "1.2", "II.3": "1.3", "II.4": "1.4", "III": "II"}
    bold(document, "I. KẾT QUẢ")
    tell(document, report, lambda s: f"{numbers[s]}. {SECTIONS[s]}")
    landscape(document)
    bold(document, "Biểu 1. Lãnh đạo, chỉ đạo; dân chủ ở cơ sở")
    FormTable(document, report, ["order", "name", "measure", "value", "cumulative", "remark"], 2).fill(["II.1", "II.2"])
    bold(document, "Biểu 2. Các nội dung khác")
    FormTable(document, report, ["code", "name", "value", "cumulative"], 3).fill(["II.3", "II.4", "III"])
    return MadeDocument("landscape two tables", report, document)


def table_each():
    """Under each heading the text, then the table of that section, the letters a) b) before the sentences."""
    report = Report("CN-TPLS", "6T-2024", 45)
    document = start(report)
    number = 1
    for n, (section, paragraphs) in enumerate(report.narrative.items(), 1):
        bold(document, f"{n}. {SECTIONS[section]}" if section != "III" else "III. TỔ CHỨC THỰC HIỆN")
        for text in paragraphs:
            document.add_paragraph(text)
        number += 1
        FormTable(document, report, ["name", "code", "measure", "value", "cumulative"], number).fill(
            [section], section_rows=False
        )
    return MadeDocument("a table each", report, document)


def section_column():
    """The section's title fills the first column, merged down over its rows."""
    report = Report("TTTNMT", "6T-2024", 46)
    document = start(report)
    tell(document, report, lambda s: f"Mục {s}. {SECTIONS[s]}")
    bold(document, "BIỂU SỐ LIỆU")
    heads = {"section": "Nhóm", "order": "STT"}
    form = FormTable(document, report, ["section", "order", "name", "measure", "value", "cumulative"], 2, heads=heads)
    for section, title in SECTIONS.items():
        first = form.rows + 1
        form.fill([section], section_rows=False)
        form.merge(first, 1, 1, title, below=form.rows - first)
    return MadeDocument("section column", report, document)


def three_columns():
    """Nothing but a code, a name and a figure; the text follows the table; notes under it."""
    report = Report("CN-HLU", "Q1-2024", 47)
    document = start(report)
    FormTable(document, report, ["code", "name", "value"], 2, heads={"value": "Số liệu"}).fill(section_rows=False)
    document.add_paragraph("Ghi chú: số liệu tính đến hết ngày 14/3/2024.")
    report.values = {code: (value, None) for code, (value, _) in report.values.items()}
    tell(document, report)
    closing(document)
    return MadeDocument("three columns", report, document, ["CUMULATIVE_BLANK"], "accepted-with-warnings")


DOCUMENT_LAYOUTS = (
    annex_behind, numbered_by_word, text_in_a_table, landscape_two_tables, table_each, section_column, three_columns,
)
