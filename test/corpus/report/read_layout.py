"""Reads the layout of the sample's report by python-docx into layout.json, which the suite holds against its own reading.

    python3 read_layout.py       # after npm ci; needs python-docx 1.2.0
"""
import json
import pathlib
import subprocess
import tempfile

import docx
from docx.oxml.ns import qn

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]


def mm(length):
    return round(length.mm, 1)


def styled(paragraph, pick):
    """The first value that the paragraph's runs, its style, or the document's defaults give."""
    for run in paragraph.runs:
        if run.text and pick(run.font) is not None:
            return pick(run.font)
    return pick(paragraph.style.font)


def layout(path):
    paper = docx.Document(path)
    sections = [
        {
            "page": [mm(s.page_width), mm(s.page_height)],
            "margins": [mm(s.top_margin), mm(s.right_margin), mm(s.bottom_margin), mm(s.left_margin)],
        }
        for s in paper.sections
    ]
    fonts = sorted({f.get(qn("w:ascii")) for f in paper.element.iter(qn("w:rFonts"))})
    order = [
        [
            p.style.name,
            styled(p, lambda font: font.size).pt,
            bool(styled(p, lambda font: font.bold)),
            p.text[:60],
        ]
        for p in paper.paragraphs
        if p.text
    ]
    rows = [[len(t.rows), len(t.columns)] for t in paper.tables]
    return {"sections": sections, "fonts": fonts, "order": order, "tables": rows}


with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder) / "report.docx"
    node = str(ROOT / "node_modules/node/bin/node")
    subprocess.run([node, str(HERE / "write_sample.mjs"), str(file)], check=True, cwd=ROOT)
    text = json.dumps(layout(file), ensure_ascii=False, indent=1)
(HERE / "layout.json").write_text(text + "\n")
