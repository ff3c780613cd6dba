"""
A reader that nobody of this project wrote, as judge of the files that make_pdfs.py wrote: python3 second_reader.py FOLDER
reads them with pdfplumber and writes second.json: file -> code -> each word that stands at the height of that code, half
way to those above and below; on a page without codes, at the height of the page before, of which it holds the other columns.
judge.ts holds what was read, and what the maker meant, against it. Needs pdfplumber.
"""

import json
import re
import sys
from pathlib import Path

import pdfplumber

CODE = re.compile(r"^[A-Z]\d\d$")
# In points: what stands this much higher than a code is still of its row, as figures beside names of two lines are.
ABOVE = 0.5


def words_by_code(path):
    found = {}
    codes = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            words = page.extract_words(keep_blank_chars=False, x_tolerance=1.5)
            own = sorted((word for word in words if CODE.match(word["text"])), key=lambda word: word["top"])
            codes = own or codes
            tops = [word["top"] for word in codes]
            for n, code in enumerate(codes):
                before = tops[n - 1] if n > 0 else tops[n] - 40
                after = tops[n + 1] if n + 1 < len(codes) else tops[n] + 40
                from_, to = (before + tops[n]) * ABOVE, (tops[n] + after) * ABOVE
                near = [word for word in words if from_ <= word["top"] < to and word is not code]
                found.setdefault(code["text"], []).extend(word["text"] for word in near)
    return found


folder = Path(sys.argv[1])
second = {path.name: words_by_code(path) for path in sorted(folder.glob("*.pdf"))}
(folder / "second.json").write_text(json.dumps(second, ensure_ascii=False), encoding="utf-8")
print(sum(1 for codes in second.values() if codes), "of", len(second), "files with codes")
