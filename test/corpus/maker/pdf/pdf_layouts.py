"""Thirty ways in which a form is laid out on paper: its columns, its rules, its titles, its pages."""

from dataclasses import dataclass
from pathlib import Path
import sys

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from report import LINES, SECTIONS, Report, spoken_date  # noqa: E402

TITLES = {
    "order": "STT", "code": "Mã", "name": "Chỉ tiêu", "unit": "ĐVT", "value": "Trong kỳ", "cumulative": "Lũy kế",
    "note": "Ghi chú", "last": "Cùng kỳ năm trước", "plan": "Kế hoạch năm",
}
WIDTHS = {
    "order": 30, "code": 34, "name": 180, "unit": 58, "value": 60, "cumulative": 56, "note": 60, "last": 58, "plan": 56,
}
FULL = ("order", "code", "name", "unit", "value", "cumulative", "note")
SHORT = ("code", "name", "value", "cumulative")
YEARS = ("order", "code", "name", "last", "value", "cumulative")
PLANS = ("code", "name", "unit", "plan", "value", "cumulative")


@dataclass(frozen=True)
class Layout:
    """`rules`: which lines are drawn; `titles`: how the headings stand; `pages`: what the end of a page does."""

    name: str
    columns: tuple = FULL
    rules: str = "all"
    titles: str = "plain"
    paper: str = "portrait"
    pages: str = "one"
    align: str = "right"
    middle: bool = False
    sections: bool = True
    size: float = 8
    mono: bool = False


LAYOUTS = [
    Layout("all"),
    Layout("all-short", columns=SHORT, align="center"),
    Layout("all-landscape", paper="landscape", middle=True),
    Layout("all-last-year", columns=YEARS),
    Layout("all-plan", columns=PLANS, align="center"),
    Layout("all-turned", columns=YEARS, titles="turned"),
    Layout("all-turned-landscape", columns=PLANS, titles="turned", paper="landscape"),
    Layout("all-narrow", titles="narrow"),
    Layout("all-tiers", columns=YEARS, titles="tiers"),
    Layout("all-long", pages="repeat"),
    Layout("all-long-bare", pages="bare", middle=True),
    Layout("all-cut", pages="cut", size=9),
    Layout("all-columns-go-on", pages="columns"),
    Layout("all-sideways", paper="sideways"),
    Layout("uprights", rules="uprights"),
    Layout("uprights-last-year", rules="uprights", columns=YEARS, sections=False),
    Layout("uprights-long", rules="uprights", pages="repeat"),
    Layout("levels", rules="levels"),
    Layout("levels-short", rules="levels", columns=SHORT),
    Layout("levels-last-year", rules="levels", columns=YEARS, align="center"),
    Layout("head", rules="head"),
    Layout("head-short", rules="head", columns=SHORT, sections=False),
    Layout("head-last-year", rules="head", columns=YEARS, sections=False),
    Layout("none", rules="none"),
    Layout("none-short", rules="none", columns=SHORT, align="center"),
    Layout("none-landscape", rules="none", paper="landscape"),
    Layout("dotted", rules="dotted"),
    Layout("dotted-narrow", rules="dotted", titles="narrow"),
    Layout("frame", rules="frame", columns=SHORT, sections=False),
    Layout("mono", rules="none", columns=SHORT, mono=True, size=7),
]


@dataclass
class Cell:
    text: str
    column: int
    span: int = 1
    rows: int = 1
    align: str = "left"
    bold: bool = False
    turned: bool = False


@dataclass
class Form:
    """Rows of cells, the first `head` of them titles; `widths` in points."""

    layout: Layout
    report: Report
    widths: list
    head: int
    rows: list
    codes: list

    @property
    def top(self):
        return [
            "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", self.report.name.upper(), "BÁO CÁO",
            f"Kết quả công tác dân vận {self.report.when}", f"Đơn vị báo cáo: {self.report.name}",
        ]


def written(value, code, column):
    if value is None:
        return ""
    if isinstance(value, str):
        return spoken_date(value, "slash") if value[:4] == "2024" else value
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{int(value):,}".replace(",", ".")


def form_of(layout, seed):
    report = Report("CCBVMT" if seed % 2 else "QLDD", "6T-2024", seed)
    wide = layout.paper != "portrait"
    widths = []
    for role in layout.columns:
        width = WIDTHS[role] * (1.25 if wide and role == "name" else 1)
        if layout.titles == "narrow" and role in ("cumulative", "note"):
            width = 32
        if layout.titles == "turned" and role in ("last", "plan", "value", "cumulative"):
            width = 60 if role == "value" else 40
        widths.append(width * (1.3 if layout.mono else 1))
    rows, head = titles_of(layout)
    codes = []
    long = layout.pages in ("repeat", "bare", "cut")
    for section, title in SECTIONS.items():
        lines = [line for line in LINES if line.section == section]
        if not long:
            lines = [line for line in lines if line.code[0] in "AB" or line.code in ("E01",)]
        if not lines:
            continue
        if layout.sections:
            rows.append([Cell(section, 0, bold=True), Cell(title, 1, len(layout.columns) - 1, bold=True)])
        for line in lines:
            codes.append(line.code)
            value, cumulative = report.values[line.code]
            text = {
                "order": str(line.number), "code": line.code, "name": line.name, "unit": line.measure,
                "value": written(value, line.code, "value"), "cumulative": written(cumulative, line.code, "cumulative"),
                "note": "", "last": written(value + 7, "", "") if isinstance(value, int) else "",
                "plan": written(value * 2 + 3, "", "") if isinstance(value, int) else "",
            }
            figures = ("value", "cumulative", "last", "plan")
            rows.append([
                Cell(text[role], n, align=layout.align if role in figures and not isinstance(value, str) else "left")
                for n, role in enumerate(layout.columns)
            ])
    return Form(layout, report, widths, head, rows, codes)


def titles_of(layout):
    columns = layout.columns
    if layout.titles == "tiers":
        upper, lower = [], []
        for n, role in enumerate(columns):
            if role == "value":
                upper.append(Cell("Thực hiện", n, 2, align="center", bold=True))
            if role in ("value", "cumulative"):
                lower.append(Cell(TITLES[role], n, align="center", bold=True))
            else:
                upper.append(Cell(TITLES[role], n, 1, 2, align="center", bold=True))
        return [upper, lower], 2
    figures = ("value", "cumulative", "last", "plan")
    return [[
        Cell(TITLES[role], n, align="center", bold=True, turned=layout.titles == "turned" and role in figures)
        for n, role in enumerate(columns)
    ]], 1
