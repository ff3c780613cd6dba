"""Writes the files of the sample story into ../files. See README.md."""

import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

# Nothing but the files is left behind in the repository.
sys.dont_write_bytecode = True

import own_documents
import own_workbooks
import plain_forms
from programs import save_by_libreoffice, stop_clocks
from reports import KNOWN, STORY, report_of

FILES = STORY / "files"
ROOT = STORY.parent.parent.parent


def main():
    stop_clocks()
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        forms = Path(room, "forms")
        script = Path(__file__).with_name("blank_forms.mjs")
        subprocess.run([ROOT / "node_modules/.bin/node", script, forms], check=True)
        write_all(forms, Path(room))
    for path in sorted(FILES.iterdir()):
        print(f"{path.stat().st_size:>7}  {path.name}")


def write_all(forms, room):
    def target(name):
        return FILES / unicodedata.normalize("NFC", name)

    def report(unit, changes=None):
        return report_of(unit, forms, changes)

    def by_libreoffice(name, make):
        draft = room / f"draft{Path(name).suffix}"
        make(draft)
        save_by_libreoffice(draft, target(name))

    plain_forms.fill_document(report("KHTC"), forms / "KHTC.docx", target("Bao cao dan van Quy I.docx"))
    plain_forms.fill_workbook(report("QLDD"), forms / "QLDD.xlsx", target("Q1-2024_QLDD.xlsx"))
    by_libreoffice(
        "Q1-2024_CCBVMT.xlsx",
        lambda draft: plain_forms.fill_workbook(report("CCBVMT"), forms / "CCBVMT.xlsx", draft),
    )

    by_libreoffice(
        "BC_dan_van_Q1_2024_VPS.xlsx", lambda draft: own_workbooks.office(report("VPS"), draft)
    )
    by_libreoffice(
        "Bieu so lieu quy I - Phong Do dac.xlsx",
        lambda draft: own_workbooks.surveying(report("DDBD"), forms / "DDBD.xlsx", draft),
    )
    own_workbooks.registry(report("VPDK"), target("Bao cao VPDK quy I nam 2024.xlsx"))
    own_workbooks.land_fund(report("TTPTQD"), target("Q1-2024_TTPTQD.xlsx"))

    own_documents.minerals(report("TNKS"), target("BC dan van TNKS (sua) final.docx"))
    own_documents.monitoring(report("TTTNMT"), target("Bao cao cong tac dan van quy I nam 2024.docx"))
    by_libreoffice(
        "BC quy I CN thanh pho.docx", lambda draft: own_documents.city_branch(report("CN-TPLS"), draft)
    )

    other = KNOWN["CN-HLU"]["reportOf"]
    plain_forms.fill_workbook(report(other), forms / f"{other}.xlsx", target("Bao cao chi nhanh Huu Lung.xlsx"))
    mistakes = KNOWN["CN-CLO first"]["values"]
    by_libreoffice(
        "Bao cao chi nhanh Cao Loc.xlsx",
        lambda draft: own_workbooks.cao_loc(report("CN-CLO", mistakes), draft),
    )
    by_libreoffice(
        "Bao cao chi nhanh Cao Loc (sua).xlsx", lambda draft: own_workbooks.cao_loc(report("CN-CLO"), draft)
    )


if __name__ == "__main__":
    main()
