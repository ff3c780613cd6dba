"""A report in which every check holds, and changes to some of its cells."""

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "maker"))
from report import LINES, PARAGRAPHS, SECTIONS  # noqa: E402

UNIT, PERIOD = "VPDK", "Q1-2024"
TITLE = [
    "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
    "BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN",
    "Quý I năm 2024",
    "Đơn vị báo cáo: Văn phòng Đăng ký đất đai (VPDK)",
    "Kỳ báo cáo: Báo cáo quý I (Q1-2024)",
]
HEADER = ["STT", "Mã", "Chỉ tiêu", "ĐVT", "Trong kỳ", "Lũy kế", "Ghi chú"]
WAIT = "Chưa có hướng dẫn"
FIGURES = dict(
    A01=3, A02=2, A03=120, A04=5, A05=4, A06=2, A07=2, A08=1, A09=1, B01="15/02/2024", B02=1, B03=40, B04=1, B05=30,
    B06=12, B07=14, B08=2, B09=10, B10=9, B11=3, B12=200, B13=197, B14=98.5, C01=4, C02=3, C03=30, C04=45, C05=60,
    D01=WAIT, D02=WAIT, D03=WAIT, D04=WAIT, E01=50, E02="20/02/2024", E03="Không",
)


@dataclass(frozen=True)
class Runs:
    """Text in runs, each with a look: "", "up", "down", "struck", "hidden"."""

    runs: tuple


@dataclass(frozen=True)
class Struck:
    """A whole cell that is struck through."""

    value: object


@dataclass(frozen=True)
class White:
    """A whole cell whose letters have the colour of the paper."""

    value: object


@dataclass(frozen=True)
class Shown:
    """A number under a format that makes it read as another one."""

    value: object
    code: str


@dataclass(frozen=True)
class Formula:
    """A formula, its arguments set apart by commas, and the result that the writer stores for it."""

    text: str
    stored: object = 0


# How letters are stored: as they are, unless a maker puts an old code here.
stored = str


def runs(*pairs):
    return Runs(tuple(pairs))


def rows(changes, heads=HEADER):
    """All rows of the form's sheet, blanks as None; `changes` replace figures of the period."""
    made = [[line] for line in TITLE] + [list(heads)]
    for section, title in SECTIONS.items():
        made.append([section, None, title])
        for line in (line for line in LINES if line.section == section):
            figure = FIGURES[line.code]
            total = figure if isinstance(figure, (int, float)) else None
            made.append([line.number, line.code, line.name, line.measure, changes.get(line.code, figure), total, None])
    return made


def row_of(code):
    """The row of an indicator, from 1."""
    return next(n for n, row in enumerate(rows({}), 1) if len(row) > 1 and row[1] == code)


def narrative():
    made = []
    for section, title in SECTIONS.items():
        made += [f"{section}. {title}", *PARAGRAPHS.get(section, ["Không có."])]
    return [stored(line) for line in made]
