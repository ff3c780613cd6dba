"""Draws a form by places, as printers do: pages of pieces of text and of lines, for any program that writes them."""

from dataclasses import dataclass, field, replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = "/usr/share/fonts/truetype"
FONTS = {
    "F": "dejavu/DejaVuSerif", "FB": "dejavu/DejaVuSerif-Bold",
    "M": "noto/NotoSansMono-Regular", "MB": "noto/NotoSansMono-Bold",
}
for name, file in FONTS.items():
    pdfmetrics.registerFont(TTFont(name, f"{FOLDER}/{file}.ttf"))

MARGIN, PAD, GAP = 40, 3, 1.18


@dataclass
class Piece:
    """Text whose letters begin at x, y (from the top); `clip` is the cell it stands in."""

    x: float
    y: float
    text: str
    size: float
    font: str
    clip: tuple
    turned: bool = False


@dataclass
class Page:
    width: float
    height: float
    pieces: list = field(default_factory=list)
    lines: list = field(default_factory=list)


def wrapped(text, font, size, width):
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and pdfmetrics.stringWidth(longer, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


class Drawing:
    def __init__(self, form):
        self.form, self.layout = form, form.layout
        wide = self.layout.paper in ("landscape", "sideways")
        self.width, self.height = (842, 595) if wide else (595, 842)
        self.pages = []
        self.font = "M" if self.layout.mono else "F"
        self.starts = [MARGIN]
        for width in form.widths:
            self.starts.append(self.starts[-1] + width)
        self.new_page()
        y = self.page_top()
        if self.layout.pages == "columns":
            # The sheet's first columns, then the others where the names were.
            parts = [(0, 4), (4, len(form.widths))]
            for n, part in enumerate(parts):
                if n:
                    self.new_page()
                    y = MARGIN + 5 * 16 + 10
                self.table(y, form.rows, part)
        else:
            self.table(y, form.rows, (0, len(form.widths)))

    def new_page(self):
        self.pages.append(Page(self.width, self.height))

    @property
    def page(self):
        return self.pages[-1]

    def page_top(self):
        y = MARGIN
        for text in self.form.top:
            self.page.pieces.append(Piece(MARGIN, y + 11, text, 11, self.font, (0, 0, self.width, self.height)))
            y += 16
        return y + 10

    def lines_of(self, cell, starts):
        font = self.font + ("B" if cell.bold else "")
        if cell.turned:
            return font, wrapped(cell.text, font, self.layout.size, 80)
        left, right = starts[cell.column], starts[cell.column + cell.span]
        return font, wrapped(cell.text, font, self.layout.size, right - left - 2 * PAD)

    def height_of(self, row, starts):
        pitch = self.layout.size * GAP
        most = pitch
        for cell in row:
            _, lines = self.lines_of(cell, starts)
            if cell.turned:
                most = max([most] + [pdfmetrics.stringWidth(line, self.font, self.layout.size) + 6 for line in lines])
            elif cell.rows == 1:
                most = max(most, len(lines) * pitch)
        return most + 2 * PAD

    def table(self, y, rows, part):
        """`part` is the columns drawn, from and to."""
        shift = self.starts[part[0]] - MARGIN
        starts = [start - shift for start in self.starts]
        bottom = self.height - MARGIN
        drawn = []
        first = y
        for n, row in enumerate(rows):
            height = self.height_of(row, self.starts)
            over = y + height > bottom
            if over and self.layout.pages == "cut" and len(row) > 2 and self.cut(row, y, bottom, height, starts, drawn):
                self.rule(drawn, first, bottom, starts, part)
                self.new_page()
                y = first = MARGIN
                drawn = []
                y = self.rest(row, y, starts, drawn)
                continue
            if over:
                self.rule(drawn, first, y, starts, part)
                self.new_page()
                y = first = MARGIN
                drawn = []
                if self.layout.pages == "repeat":
                    for title in rows[: self.form.head]:
                        y = self.row(title, y, self.height_of(title, self.starts), starts, part, drawn)
            y = self.row(row, y, height, starts, part, drawn, n < self.form.head)
        self.rule(drawn, first, y, starts, part)

    def row(self, row, y, height, starts, part, drawn, head=False):
        for cell in row:
            end = min(cell.column + cell.span, part[1])
            if cell.column >= part[1] or cell.column < part[0]:
                continue
            self.cell(cell, y, height, starts, end)
        # What is merged over both parts has its borders in both.
        own = [
            replace(c, column=max(c.column, part[0]), span=min(c.column + c.span, part[1]) - max(c.column, part[0]))
            for c in row if c.column < part[1] and c.column + c.span > part[0]
        ]
        drawn.append((y, y + height, own, head))
        return y + height

    def cell(self, cell, y, height, starts, end, lines=None, top=False):
        size = self.layout.size
        font, all_lines = self.lines_of(cell, self.starts)
        lines = all_lines if lines is None else lines
        left, right = starts[cell.column], starts[end]
        clip = (left, y, right, y + height * cell.rows)
        pitch = size * GAP
        if cell.turned:
            x = (left + right) / 2 - len(lines) * pitch / 2 + size * 0.9
            for line in lines:
                self.page.pieces.append(Piece(x, y + height - 3, line, size, font, clip, True))
                x += pitch
            return
        middle = (self.layout.middle or cell.bold) and not top
        at = y + PAD + (max(0, height * cell.rows - 2 * PAD - len(lines) * pitch) / 2 if middle else 0)
        for n, line in enumerate(lines):
            width = pdfmetrics.stringWidth(line, font, size)
            x = left + PAD
            if cell.align == "right":
                x = right - PAD - width
            if cell.align == "center":
                x = (left + right - width) / 2
            self.page.pieces.append(Piece(x, at + n * pitch + size * 0.85, line, size, font, clip))

    def cut(self, row, y, bottom, height, starts, drawn):
        room = int((bottom - y - 2 * PAD) / (self.layout.size * GAP))
        if room < 1 or not any(len(self.lines_of(cell, self.starts)[1]) > room for cell in row):
            return False
        for cell in row:
            self.cell(cell, y, height, starts, cell.column + cell.span, self.lines_of(cell, self.starts)[1][:room], True)
        drawn.append((y, bottom, row, False))
        self.room = room
        return True

    def rest(self, row, y, starts, drawn):
        left = {id(cell): self.lines_of(cell, self.starts)[1][self.room :] for cell in row}
        height = max(len(lines) for lines in left.values()) * self.layout.size * GAP + 2 * PAD
        for cell in row:
            self.cell(cell, y, height, starts, cell.column + cell.span, left[id(cell)], True)
        drawn.append((y, y + height, row, False))
        return y + height

    def rule(self, drawn, top, bottom, starts, part):
        rules = self.layout.rules
        if not drawn or rules == "none":
            return
        left, right = starts[part[0]], starts[part[1]]
        level = lambda y, a=left, b=right: self.page.lines.append((a, y, b, y))
        upright = lambda x, a, b: self.page.lines.append((x, a, x, b))
        heads = [each for each in drawn if each[3]]
        under = heads[-1][1] if heads else top
        for y in {"levels": [top, *[d[1] for d in drawn]], "head": [top, under, bottom],
                  "uprights": [top, under, bottom], "frame": [top, under, bottom]}.get(rules, [top]):
            level(y)
        if rules == "frame":
            upright(left, top, bottom), upright(right, top, bottom)
        if rules in ("all", "dotted", "uprights"):
            for n, (a, b, row, head) in enumerate(drawn):
                for cell in row:
                    upright(starts[cell.column], a, b)
                    end = starts[min(cell.column + cell.span, part[1])]
                    if rules != "uprights":
                        covered = cell.rows > 1
                        level(b if not covered else drawn[n + 1][1], starts[cell.column], end)
                        if covered:
                            upright(starts[cell.column], a, drawn[n + 1][1])
                upright(right, a, b)
