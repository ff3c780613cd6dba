"""Writes ../layouts: each layout by each program that can, and expected.json: what stands in them, and where."""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[2] / "infra/local/story/maker")]

from document_layouts import DOCUMENT_LAYOUTS
from document_layouts_odd import ODD_DOCUMENT_LAYOUTS
from programs import stop_clocks
from sheet_layouts import SHEET_LAYOUTS
from sheet_layouts_odd import ODD_SHEET_LAYOUTS
from writers import by_libreoffice, by_openpyxl, by_sheetjs

TARGET = HERE.parent / "layouts"
# What a format does not tell: a text file holds nothing but texts, and paper shows letters put together.
UNSEEN = {".csv": ("TEXT_NUMBERS",), ".pdf": ("DECOMPOSED_LETTERS",)}
PROGRAMS = {
    "openpyxl": "openpyxl.xlsx", "sheetjs": "SheetJS.xlsx", "calc.xlsx": "Calc.xlsx", "calc.xls": "Calc.xls",
    "calc.csv": "Calc.csv", "calc.ods": "Calc.ods", "calc.pdf": "Calc.pdf", "python-docx": "python-docx.docx",
    "writer.docx": "Writer.docx", "writer.odt": "Writer.odt", "writer.pdf": "Writer.pdf",
}


def main():
    stop_clocks()
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.iterdir():
        old.unlink()
    workbooks = [make() for make in SHEET_LAYOUTS + ODD_SHEET_LAYOUTS]
    documents = [make() for make in DOCUMENT_LAYOUTS + ODD_DOCUMENT_LAYOUTS]
    layouts, files = {}, {}
    with tempfile.TemporaryDirectory() as room:
        room = Path(room)
        for kind, all_made, drafted_by in (("sheet", workbooks, "openpyxl"), ("text", documents, "python-docx")):
            drafts = {}
            for made in all_made:
                layouts[f"{kind} {made.name}"] = as_expected(made)
                draft = drafts[made.name] = room / kind / f"{made.name}{'.xlsx' if kind == 'sheet' else '.docx'}"
                draft.parent.mkdir(exist_ok=True)
                by_openpyxl(made, draft) if kind == "sheet" else made.document.save(draft)
                keep(files, made, kind, drafted_by, draft)
            written = [(made, room / f"{made.name}.sheetjs.xlsx") for made in all_made if "sheetjs" in made.writers]
            if written:
                by_sheetjs(written, room)
            for made, path in written:
                keep(files, made, kind, "sheetjs", path)
            for program in sorted({each for made in all_made for each in made.writers if "." in each}):
                wanting = [made for made in all_made if program in made.writers]
                saved = by_libreoffice([drafts[made.name] for made in wanting], program.split(".")[1], room / kind)
                for made in wanting:
                    keep(files, made, kind, program, saved[drafts[made.name]])
    (TARGET / "expected.json").write_text(as_text({"layouts": layouts, "files": files}), encoding="utf-8")
    size = sum(path.stat().st_size for path in TARGET.iterdir())
    print(f"{len(files)} files, {len(layouts)} layouts, {size / 1e6:.2f} MB")


def keep(files, made, kind, program, path):
    name = f"{kind} {made.name}, {PROGRAMS[program]}"
    (TARGET / name).write_bytes(path.read_bytes())
    file = files[name] = {"layout": f"{kind} {made.name}"}
    if path.suffix == ".csv":
        # The first sheet is all there is.
        file["places"] = "of-a-text"
        if not made.text_on_first_sheet:
            file["textElsewhere"] = True
    if unsaid := [code for code in made.says if code in UNSEEN.get(path.suffix, ())]:
        file["unsaid"] = unsaid
    if path.suffix == ".pdf":
        # On paper nothing says which row or column a figure stood in.
        file["places"] = "none"


def as_expected(made):
    report = made.report
    return {
        "unit": report.unit,
        "period": report.period,
        "state": made.state,
        "says": made.says,
        "geometry": "; ".join(dict.fromkeys(report.geometry)),
        "values": {
            code: [value, cumulative, place(report, code, 0), place(report, code, 1)]
            for code, (value, cumulative) in report.values.items()
            if code in report.rows
        },
        "narrative": report.narrative,
    }


def place(report, code, slot):
    """"Sheet!C7", or the numbers of table, row and column."""
    known = report.places.get((code, slot))
    if known is None:
        return None
    return f"{known['sheet']}!{known['cell']}" if "sheet" in known else [known["table"], known["row"], known["column"]]


def as_text(expected):
    """JSON with a figure, a paragraph or a file a line."""
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+([^\[\]]*?|[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)+)\s+\]", lambda found: " ".join(found[0].split()), text) + "\n"


if __name__ == "__main__":
    main()
