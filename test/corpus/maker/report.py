"""What a made-up unit reports: figures that hold together, a text, and where the maker put each of them."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]
REGIME = yaml.safe_load((ROOT / "infra/regimes/dan-van-2024.yaml").read_text(encoding="utf-8"))
SECTIONS = {section["id"]: section["title"]["vi"] for section in REGIME["sections"]}
UNITS = {unit["code"]: unit for unit in REGIME["units"]}
DATES = ("B01", "E02")
WAIT = "Chưa có văn bản hướng dẫn"
PERIODS = {
    "Q1-2024": "quý I năm 2024",
    "6T-2024": "6 tháng đầu năm 2024",
    "9T-2024": "9 tháng đầu năm 2024",
}


@dataclass(frozen=True)
class Line:
    """One row of the form: an indicator."""

    section: str
    number: int
    code: str
    name: str
    measure: str


LINES = [
    Line(each["section"], n, each["code"], each["name"]["vi"], each["unitOfMeasure"])
    for section in SECTIONS
    for n, each in enumerate((i for i in REGIME["indicators"] if i["section"] == section), 1)
]

PARAGRAPHS = {
    "II.1": [
        "Đơn vị đã quán triệt Nghị quyết số 43-NQ/TW đến toàn thể công chức, viên chức, người lao động.",
        "Mô hình “Một cửa thân thiện” tiếp tục được duy trì, nhân rộng tại các xã biên giới.",
        "Cấp ủy phân công một đồng chí lãnh đạo phụ trách công tác dân vận; nội dung được đưa vào họp giao ban hằng tháng.",
    ],
    "II.2": [
        "Nội dung phải công khai được niêm yết tại trụ sở và đăng trên trang thông tin điện tử.",
        "Lịch tiếp công dân được thông báo rộng rãi; ý kiến của người dân được ghi chép, theo dõi đến khi giải quyết xong.",
    ],
    "II.3": [
        "Phối hợp với Hội Liên hiệp Phụ nữ ra quân thu gom rác thải nhựa dọc sông Kỳ Cùng.",
        "Công đoàn, Đoàn Thanh niên vận động đoàn viên hưởng ứng cuộc thi tìm hiểu về “Dân vận khéo”.",
    ],
    "II.4": ["Chưa nhận được văn bản hướng dẫn sơ kết, tổng kết; đơn vị đã phân công đầu mối theo dõi."],
    "III": [
        "Ý thức phân loại rác tại nguồn ở một số thôn chưa cao do tuyên truyền chưa thường xuyên.",
        "Đề nghị Sở tổ chức tập huấn nghiệp vụ dân vận cho đơn vị cơ sở.",
    ],
}


@dataclass
class Report:
    """`unit` reports for `period`; `values` is code -> (in the period, cumulative), None for a blank cell."""

    unit: str
    period: str
    seed: int
    values: dict = field(default_factory=dict)
    narrative: dict = field(default_factory=dict)
    # (code, 0 or 1) -> where the maker put the figure
    places: dict = field(default_factory=dict)
    # Codes that have a row; of the others nothing is expected.
    rows: set = field(default_factory=set)
    # How its tables are laid out, table after table: each role with its column.
    geometry: list = field(default_factory=list)

    def __post_init__(self):
        chance = random.Random(self.seed)
        self.values = figures(chance, self.period)
        for section, known in PARAGRAPHS.items():
            count = 1 + chance.randrange(len(known))
            self.narrative[section] = known[:count]

    @property
    def name(self):
        return UNITS[self.unit]["name"]

    @property
    def when(self):
        return PERIODS[self.period]


def figures(chance, period):
    first = period == "Q1-2024"

    def some(most, least=1):
        return chance.randint(least, most)

    groups, persons = some(4), some(4)
    head = some(60, 20)
    visits = some(40)
    opening, received = some(9), some(30)
    settled = some(opening + received)
    papers = some(900, 100)
    in_time = papers - some(9)
    opinions = some(50, 5)
    persons_in_contest = head - some(5)
    now = {
        "A01": some(30), "A02": some(6), "A03": some(900, 200), "A04": some(40),
        "A05": groups + persons, "A06": groups, "A07": persons, "A08": some(groups + persons), "A09": some(4),
        "B02": some(4), "B03": head - some(3), "B04": some(5), "B05": some(400, 50),
        "B06": visits, "B07": visits + some(15), "B08": opening, "B09": received, "B10": settled,
        "B11": opening + received - settled, "B12": papers, "B13": in_time,
        "C01": opinions, "C02": opinions - some(4), "C03": persons_in_contest,
        "C04": persons_in_contest + some(60), "E01": head,
    }
    now["B14"] = share(now["B13"], now["B12"])
    now["C05"] = share(now["C03"], head)
    before = {i["code"]: i["acrossPeriods"] for i in REGIME["indicators"]}
    values = {}
    for code, value in now.items():
        adds = before[code] == "sum" and not first
        values[code] = (value, value + some(40) if adds else value)
    if not first:
        # What was open at the start of the year, and the share over the whole of it.
        total, in_due = values["B12"][1], values["B13"][1]
        values["B13"] = (now["B13"], min(total, in_due))
        values["B14"] = (now["B14"], share(values["B13"][1], total))
    texts = {code: (WAIT, None) for code in ("D01", "D02", "D03", "D04")}
    dates = {"B01": (f"2024-01-{some(31, 10)}", None), "E02": (f"2024-02-{some(27, 10)}", None)}
    wishes = {"E03": ("Kinh phí còn hạn hẹp; đề nghị hỗ trợ thùng phân loại rác.", None)}
    values |= texts | dates | wishes
    return {line.code: values[line.code] for line in LINES}


def share(part, whole):
    return round(100 * part / whole, 2)


def spoken_date(day, style):
    """The ways in which people write a day."""
    year, month, number = day.split("-")
    return {
        "slash": f"{number}/{month}/{year}",
        "short": f"{int(number)}/{int(month)}/{year}",
        "two": f"{number}/{month}/{year[2:]}",
        "dash": f"{number}-{month}-{year}",
        "point": f"{number}.{month}.{year}",
        "words": f"Ngày {number} tháng {month} năm {year}",
    }[style]


def typed(code, value):
    """A figure as people type it into a document: 98,5 with a comma, days with slashes, no thousands."""
    if isinstance(value, str):
        return spoken_date(value, "slash") if code in DATES else value
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
