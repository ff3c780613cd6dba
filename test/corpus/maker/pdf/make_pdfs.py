"""
Writes every layout by every program: python3 make_pdfs.py FOLDER [SEED] [PART OF A NAME]. Beside the files stands expected.json: code -> the
figure in the period and the cumulative one. Needs reportlab, pycairo, python-docx, openpyxl, PyYAML; LibreOffice,
Ghostscript and Chromium, and `npm ci` for the latter.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.append("/usr/lib/python3/dist-packages")
from pdf_layouts import LAYOUTS, form_of  # noqa: E402
from pdf_writers import html_of, with_cairo, with_docx, with_reportlab, with_xlsx  # noqa: E402

STYLES = ("plain", "word", "excel", "wps", "pscript")
# Columns go on only where a sheet is printed, by places.
BY_PLACES_ALONE = ("columns",)


def run(*command, cwd=None):
    subprocess.run(command, check=True, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(folder, seed, only):
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    office = {"writer": [], "calc": []}
    for n, layout in enumerate(LAYOUTS):
        writers = [*[f"reportlab-{style}" for style in STYLES], "cairo", "calc"]
        if layout.pages not in BY_PLACES_ALONE:
            writers += ["chromium", "writer", "ghostscript"]
        for m, writer in enumerate(writers):
            form = form_of(layout, seed * 1000 + n * 20 + m)
            path = folder / f"{layout.name}, {writer}.pdf"
            if only not in path.name:
                continue
            if writer.startswith("reportlab"):
                with_reportlab(form, path, writer.split("-")[1])
            elif writer == "cairo":
                with_cairo(form, path)
            elif writer == "ghostscript":
                with_cairo(form, path.with_suffix(".cairo"))
            elif writer == "chromium":
                path.with_suffix(".html").write_text(html_of(form), encoding="utf-8")
            elif writer == "writer":
                with_docx(form, path.with_suffix(".docx"))
            else:
                with_xlsx(form, path.with_suffix(".xlsx"))
            if writer in office:
                office[writer].append(path)
            expected[path.name] = {
                "unit": form.report.unit, "period": form.report.period,
                "values": {code: list(form.report.values[code]) for code in form.codes},
            }
    if any(folder.glob("*.html")):
        run("node", str(Path(__file__).with_name("html_to_pdf.mjs")), str(folder.resolve()), cwd=Path(__file__).parent)
    for ending in ("docx", "xlsx"):
        if files := [str(path) for path in folder.glob(f"*.{ending}")]:
            run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files)
    for path in folder.glob("*.cairo"):
        run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={path.with_suffix('.pdf')}", str(path))
    for path in folder.iterdir():
        if path.suffix in (".html", ".docx", ".xlsx", ".cairo"):
            path.unlink()
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")
    print(len(expected), "files")


main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1, sys.argv[3] if len(sys.argv) > 3 else "")
