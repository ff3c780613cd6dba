"""A form in rich text as TextEdit on a Mac writes it, typed here without that program: no word of styles, a table row by row."""

from form import narrative

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\cocoartf2709" "\n"
    r"{\fonttbl\f0\froman\fcharset0 TimesNewRomanPSMT;}" "\n"
    r"{\colortbl;\red255\green255\blue255;}" "\n"
    r"\paperw11900\paperh16840\margl1440\margr1440\deftab720" "\n"
    r"\pard\pardeftab720\f0\fs24 \cf0 "
)
ROW = r"\itap1\trowd \trgaph108" + "".join(rf"\cellx{1300 * n}" for n in range(1, 8))


def by_textedit(made, target, inner=None):
    """`inner` is rich text that stands, as it is, in the cell of the value "field"."""
    said = [HEAD]
    table = [row for row in made if len(row) > 1]
    for line in (row[0] for row in made if len(row) == 1):
        said.append(_escaped(line) + "\\\n")
    for row in table:
        cells = [inner if value == "field" else _escaped(value) for value in (list(row) + [None] * 7)[:7]]
        said.append("\n" + ROW + "\n")
        said += [rf"\pard\intbl\itap1 {cell}\cell " "\n" for cell in cells]
        said.append(r"\lastrow\row" if row is table[-1] else r"\row")
    said.append("\n" r"\pard\pardeftab720 ")
    said += [_escaped(line) + "\\\n" for line in narrative()]
    target.write_text("".join(said) + "}", encoding="ascii", newline="")


def _escaped(value):
    r"""Letters of its code page as \'hh, all others as \uc0\u and their number, with nothing behind for old programs."""
    if value is None:
        return ""
    text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    made = []
    for letter in text:
        old = letter.encode("cp1252", errors="ignore")
        if letter in "\\{}":
            made.append("\\" + letter)
        elif letter.isascii():
            made.append(letter)
        elif old:
            made.append(rf"\'{old.hex()}")
        else:
            made.append(rf"\uc0\u{ord(letter)} ")
    return "".join(made)
