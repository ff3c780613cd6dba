"""What stands in the reports: the figures and the text of figures.json, and the rows of the blank form."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

import openpyxl

STORY = Path(__file__).resolve().parent.parent
KNOWN = json.loads((STORY / "figures.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Line:
    """One row of the form: an indicator."""

    section: str
    number: int
    code: str
    name: str
    measure: str


@dataclass(frozen=True)
class Report:
    unit: str
    # The unit's name as the blank form has it.
    name: str
    # Code -> (in the period, cumulative); None is a cell left blank.
    values: dict
    # Section -> paragraphs.
    narrative: dict
    # Section -> title.
    titles: dict
    lines: list


def report_of(unit, forms, changes=None):
    """The report of a unit; `changes` are figures that differ from the right ones."""
    sheet = openpyxl.load_workbook(Path(forms) / f"{unit}.xlsx")["Số liệu"]
    titles, lines, section = {}, [], None
    for order, code, name, measure in sheet.iter_rows(min_row=11, max_col=4, values_only=True):
        if name is None and isinstance(order, str):
            section = order
            titles[order] = code
        elif name is not None:
            lines.append(Line(section, order, code, name, measure))
    known = KNOWN["units"][unit]
    return Report(
        unit=unit,
        name=sheet["A5"].value.removeprefix("Đơn vị báo cáo: ").removesuffix(f" ({unit})"),
        values={**known["values"], **(changes or {})},
        narrative=known["narrative"],
        titles=titles,
        lines=lines,
    )


def is_date(line):
    return line.measure == "ngày"


def as_date(value):
    return datetime.date.fromisoformat(value)


def written(line, value):
    """As people type it: 1.250 with a point, 98,5 with a comma, 20/02/2024."""
    if value is None:
        return ""
    if isinstance(value, str):
        return as_date(value).strftime("%d/%m/%Y") if is_date(line) else value
    if line.measure == "%":
        return f"{value:g}".replace(".", ",") if value < 1000 else str(value)
    return f"{value:,}".replace(",", ".")
