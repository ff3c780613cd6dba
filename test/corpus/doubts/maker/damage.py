"""What happens to files on their way: other codes, protections, lines in quotation marks, archives around them."""

import csv
import hashlib
import io
import re
import struct
import zipfile

PASSWORD = "VelvetSweatshop".encode("utf-16le")
STAMP = (2024, 4, 1, 0, 0, 0)


def csv_text(made, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["" if v is None else v for v in row] + [""] * (7 - len(row)) for row in made])
    return out.getvalue()


def quoted_lines(text):
    return "".join('"' + line.replace('"', '""') + '"\r\n' for line in text.splitlines())


def misread(text, code="windows-1252"):
    """UTF-8 as a program shows it that takes it for an old code."""
    return text.encode("utf-8").decode(code, errors="ignore")


def questioned(text, code="windows-1252"):
    return text.encode(code, errors="replace").decode(code)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed(package, change):
    """A zip whose parts went through `change(name, bytes)`."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


def without(package, part):
    """A zip without one of its parts: a picture of its first page, which nobody reads."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if name != part})


def with_part(package, name, content):
    """A zip with one more part."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({**{each: archive.read(each) for each in archive.namelist()}, name: content})


def in_utf16(name, content):
    if not name.startswith("xl/worksheets/sheet1"):
        return content
    text = re.sub(r"^<\?xml[^>]*>", "", content.decode("utf-8").lstrip("\ufeff"))
    return ('\ufeff<?xml version="1.0" encoding="UTF-16" standalone="yes"?>' + text).encode("utf-16le")


def protected(book, method):
    """An old workbook (the stream alone is changed) under Excel's own password: [MS-OFFCRYPTO] 2.3.6 and 2.3.5."""
    salt, verifier = bytes(range(16)), bytes(range(100, 116))
    if method == "rc4":
        first = hashlib.md5(PASSWORD).digest()[:5]
        base = hashlib.md5((first + salt) * 16).digest()[:5]
        key = lambda block: hashlib.md5(base + struct.pack("<I", block)).digest()  # noqa: E731
        proof = rc4(key(0), verifier + hashlib.md5(verifier).digest())
        header = struct.pack("<HHH", 1, 1, 1) + salt + proof
    else:
        base = hashlib.sha1(salt + PASSWORD).digest()
        key = lambda block: hashlib.sha1(base + struct.pack("<I", block)).digest()[:16]  # noqa: E731
        proof = rc4(key(0), verifier + hashlib.sha1(verifier).digest())
        provider = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16le")
        fields = struct.pack("<IIIIIIII", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0) + provider
        header = struct.pack("<HHHII", 1, 2, 2, 4, len(fields)) + fields
        header += struct.pack("<I", 16) + salt + proof[:16] + struct.pack("<I", 20) + proof[16:]
    entry = struct.pack("<HH", 0x2F, len(header)) + header
    begin = 4 + struct.unpack_from("<H", book, 2)[0]
    plain = bytearray(book[:begin] + entry + book[begin:])
    at, places = 0, []
    while at + 4 <= len(plain):
        kind, size = struct.unpack_from("<HH", plain, at)
        if kind == 0x85:  # Sheets begin further on by what was put in.
            struct.pack_into("<I", plain, at + 4, struct.unpack_from("<I", plain, at + 4)[0] + len(entry))
        places.append((kind, at, size))
        at += 4 + size
    cipher = b"".join(rc4(key(n), bytes(plain[n * 1024 : n * 1024 + 1024])) for n in range(len(plain) // 1024 + 1))
    out = bytearray(cipher)
    for kind, at, size in places:
        keep = 4 + size if kind in (0x809, 0x2F, 0xE1) else 8 if kind == 0x85 else 4
        out[at : at + keep] = plain[at : at + keep]
    return bytes(out)


def rc4(key, data):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
