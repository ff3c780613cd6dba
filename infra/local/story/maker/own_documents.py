"""Documents as people really return them: quốc hiệu, their own headings, the table in an annex or in the middle."""

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt

from programs import WRITTEN
from reports import written


def start(report, parent, number):
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = WRITTEN
    document.core_properties.author = report.name
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    head = document.add_table(rows=3, cols=2)
    rows = [
        (parent, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (report.name.upper(), "Độc lập - Tự do - Hạnh phúc"),
        (f"Số:      /BC-{number}", "Lạng Sơn, ngày      tháng 3 năm 2024"),
    ]
    for cells, texts in zip(head.rows, rows):
        for cell, text in zip(cells.cells, texts):
            cell.paragraphs[0].alignment = ALIGN.CENTER
            cell.paragraphs[0].add_run(text).bold = text != parent and not text.startswith(("Số", "Lạng"))
    return document


def centred(document, text):
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.add_run(text).bold = True


def bold(document, text, style=None):
    document.add_paragraph(style=style).add_run(text).bold = True


def body(document, paragraphs):
    for text in paragraphs:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1)


def figure_table(document, report, head, cells):
    table = document.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, head):
        cell.text = text
    section = None
    for line in report.lines:
        if line.section != section:
            section = line.section
            row = table.add_row().cells
            row[0].text = section
            row[1].merge(row[-1]).text = report.titles[section]
        period, cumulative = report.values[line.code]
        for cell, what in zip(table.add_row().cells, cells):
            if what in ("period", "cumulative"):
                cell.text = written(line, period if what == "period" else cumulative)
            elif what:
                cell.text = str(getattr(line, what))


def closing(document, signer):
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = "Nơi nhận:\n- Văn phòng Sở (để tổng hợp);\n- Lưu: VT."
    right.paragraphs[0].alignment = ALIGN.CENTER
    right.paragraphs[0].add_run(signer).bold = True


def minerals(report, target):
    """TNKS: text, signature, then the annex with other column names in another order."""
    document = start(report, "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "TNKS")
    centred(document, "BÁO CÁO")
    centred(document, "Kết quả công tác dân vận quý I năm 2024")
    body(document, [
        "Thực hiện Kế hoạch của Sở Tài nguyên và Môi trường về triển khai thực hiện công tác dân vận năm "
        "2024, Phòng Quản lý Tài nguyên nước và Khoáng sản báo cáo kết quả như sau:"
    ])
    bold(document, "I. KẾT QUẢ THỰC HIỆN")
    headings = {
        "II.1": "1. Công tác lãnh đạo, chỉ đạo",
        "II.2": "2. Xây dựng và thực hiện dân chủ ở cơ sở",
        "II.3": "3. Tuyên truyền, vận động, tập hợp đoàn viên, hội viên và Nhân dân",
        "II.4": "4. Công tác sơ kết, tổng kết",
    }
    for section, heading in headings.items():
        bold(document, heading)
        body(document, report.narrative[section])
    limits, wishes = report.narrative["III"]
    bold(document, "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    body(document, [limits])
    bold(document, "III. KIẾN NGHỊ, ĐỀ XUẤT")
    body(document, [wishes])
    closing(document, "TRƯỞNG PHÒNG")
    document.add_page_break()
    centred(document, "PHỤ LỤC SỐ LIỆU")
    head = ["Mã", "TT", "Nội dung", "Thực hiện trong kỳ", "Luỹ kế từ đầu năm", "ĐVT"]
    figure_table(document, report, head, ["code", "number", "name", "period", "cumulative", "measure"])
    document.save(target)


def monitoring(report, target):
    """TTTNMT: headings by Word's styles, the table without codes between the parts."""
    document = start(report, "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "TTTNMT")
    centred(document, "BÁO CÁO")
    centred(document, "Công tác dân vận quý I năm 2024")
    document.add_heading("I. KẾT QUẢ THỰC HIỆN", 1)
    for n, section in enumerate(["II.1", "II.2", "II.3", "II.4"], 1):
        document.add_heading(f"1.{n}. {report.titles[section]}", 2)
        body(document, report.narrative[section])
    document.add_heading("II. SỐ LIỆU", 1)
    head = ["STT", "Chỉ tiêu", "ĐVT", "Quý I", "Lũy kế từ đầu năm", "Ghi chú"]
    figure_table(document, report, head, ["number", "name", "measure", "period", "cumulative", None])
    document.add_heading("III. ĐÁNH GIÁ CHUNG", 1)
    body(document, report.narrative["III"])
    closing(document, "GIÁM ĐỐC")
    document.save(target)


def city_branch(report, target):
    """CN-TPLS: headings numbered by Word's own lists; the unit of measure is gone from the table."""
    document = start(report, "VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI", "CNTPLS")
    centred(document, "BÁO CÁO")
    centred(document, "Công tác dân vận 3 tháng đầu năm 2024")
    bold(document, "I. KẾT QUẢ")
    for section in ["II.1", "II.2", "II.3", "II.4"]:
        bold(document, report.titles[section], style="List Number")
        body(document, report.narrative[section])
    bold(document, "II. TỔ CHỨC THỰC HIỆN")
    body(document, report.narrative["III"])
    bold(document, "Biểu số liệu")
    head = ["STT", "Mã", "Chỉ tiêu", "Trong kỳ", "Lũy kế"]
    figure_table(document, report, head, ["number", "code", "name", "period", "cumulative"])
    document.add_paragraph()
    closing(document, "GIÁM ĐỐC")
    document.save(target)
