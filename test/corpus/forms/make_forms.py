"""Fills in the form handed out, as units and their programs do. Needs openpyxl, python-docx and LibreOffice (soffice).

    python3 make_forms.py        # from anywhere, after npm ci

"by openpyxl" leaves the form's formulas without results; "overtyped" has two of them written over by hand.
"""
import datetime
import json
import pathlib
import shutil
import subprocess
import tempfile

import docx
import openpyxl

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
FIGURES = json.loads((HERE / "figures.json").read_text())
NOW = FIGURES["now"]
TEXTS = {
    "II.1.": "Đơn vị tổ chức 3 hội nghị quán triệt tại xã Mẫu Sơn.",
    "II.2.": "Công khai quy trình giải quyết hồ sơ tại bộ phận một cửa.",
    "II.3.": "Vận động người lao động dự Cuộc thi trắc nghiệm trên Internet.",
    "II.4.": "Chưa có văn bản hướng dẫn sơ kết, tổng kết.",
    "III.": "Kinh phí tuyên truyền còn hạn chế.",
    "VII.": "Tổ chức 2 buổi đối thoại với doanh nghiệp khai thác cát sỏi.",
}
WHEN = datetime.datetime(2024, 6, 14)


def workbook(form, target, overtyped=None):
    book = openpyxl.load_workbook(form)
    sheet, words = book.worksheets[:2]
    for row in range(1, sheet.max_row + 1):
        code = sheet.cell(row, 2).value
        if code in NOW:
            value = NOW[code]
            day = isinstance(value, str) and value.startswith("2024-")
            sheet.cell(row, 5).value = datetime.date.fromisoformat(value) if day else value
        for column, typed in (overtyped or {}).get(code, {}).items():
            sheet.cell(row, column).value = typed
    for row in range(1, words.max_row):
        for heading, text in TEXTS.items():
            if str(words.cell(row, 1).value).startswith(heading):
                words.cell(row + 1, 1).value = text
    book.properties.modified = book.properties.created = WHEN
    book.save(target)


def document(form, target):
    paper = docx.Document(form)
    shares = FIGURES["computed"]
    for table in paper.tables:
        for row in table.rows:
            cells = row.cells
            if len(cells) != 7:
                continue
            code = cells[1].text
            before = FIGURES["previous"].get(code, [None, None])[1]
            value, total = shares.get(code, [NOW.get(code), None])
            if code not in shares and before is not None:
                total = before + value
            for cell, figure in ((cells[4], value), (cells[5], total)):
                if figure is not None:
                    cell.paragraphs[0].text = str(figure).replace(".", ",")
    for at, paragraph in enumerate(paper.paragraphs):
        for heading, text in TEXTS.items():
            if paragraph.text.startswith(heading):
                paper.paragraphs[at + 1].text = text
    paper.core_properties.modified = WHEN
    paper.save(target)


def libreoffice(source, target):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        shutil.move(f"{folder}/{source.name}", target)


with tempfile.TemporaryDirectory() as folder:
    node = str(ROOT / "node_modules/node/bin/node")
    subprocess.run([node, str(HERE / "blank_form.mjs"), folder], check=True, cwd=ROOT)
    blank = pathlib.Path(folder)
    workbook(blank / "form.xlsx", HERE / "by openpyxl.xlsx")
    workbook(blank / "form.xlsx", HERE / "overtyped.xlsx", {"A02": {6: 99}, "B14": {5: 50}})
    libreoffice(HERE / "by openpyxl.xlsx", HERE / "by libreoffice.xlsx")
    document(blank / "form.docx", HERE / "by python-docx.docx")
