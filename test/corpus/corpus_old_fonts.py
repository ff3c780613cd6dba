"""Types text as people do in fonts of before Unicode: .VnTime with .VnTimeH (TCVN3), VNI-Times."""

import itertools
import unicodedata

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

# What each letter is stored as; capitals without a mark of their own are typed as the small letter in .VnTimeH.
TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedf"
        "e1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
    ).decode("latin-1"),
))
VNI_MARKS = {"\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï"}
VNI_WHOLE = dict(zip("đơưíìỉĩịỵ", "ñôöíìæóòî"))
VNI_HATS = {
    "\u0302": dict(zip(["", *"\u0301\u0300\u0309\u0303\u0323"], "âáàåãä")),
    "\u0306": dict(zip(["", *"\u0301\u0300\u0309\u0303\u0323"], "êéèúüë")),
}
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_tcvn3(text):
    return "".join(TCVN3.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def in_vn_time(text):
    """Capitals that .VnTime does not have are typed as small letters in .VnTimeH."""
    runs = []
    for capitals, letters in itertools.groupby(text, lambda c: unicodedata.normalize("NFD", c) != c and c not in TCVN3):
        typed = "".join(letters)
        name = ".VnTimeH" if capitals else ".VnTime"
        runs.append(TextBlock(InlineFont(rFont=name), in_tcvn3(typed.lower() if capitals else typed)))
    return in_tcvn3(text) if len(runs) == 1 and runs[0].font.rFont == ".VnTime" else CellRichText(runs)


def in_vni(text):
    return "".join(vni_letter(letter) for letter in unicodedata.normalize("NFC", text))


def vni_letter(letter):
    small = letter.lower()
    parts = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in parts if mark in TONES), "")
    base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
    plain, *hat = unicodedata.normalize("NFD", base)
    if small in VNI_WHOLE:
        typed = VNI_WHOLE[small]
    elif hat and hat[0] in VNI_HATS:
        typed = plain + VNI_HATS[hat[0]][tone]
    else:
        typed = VNI_WHOLE.get(base, base) + VNI_MARKS.get(tone, "")
    return typed.upper() if letter != small else typed
