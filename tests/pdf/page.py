"""Reads the pages of a PDF through mutool: letters, lines and black areas,
each with its place in points from the left and the upper edge."""

import collections
import unicodedata
import xml.etree.ElementTree as xml

import tap

Char = collections.namedtuple("Char", "x y c font size right")
Box = collections.namedtuple("Box", "left top right bottom")


class Line:
    """Letters that follow each other on one baseline."""

    def __init__(self, chars):
        self.chars = chars
        self.text = "".join(c.c for c in chars)
        self.x = chars[0].x
        self.right = max(c.right for c in chars)
        # a raised mark at the start says nothing of the line
        first = next((c for c in chars
                      if c.size >= 7 and c.c != " "), chars[0])
        self.y, self.size, self.font = first.y, first.size, first.font

    def __repr__(self):
        return "(%.1f, %.1f) %g %s '%s'" % (
            self.x, self.y, self.size, self.font, self.text)


class Page:
    def __init__(self, number, width, height):
        self.number, self.width, self.height = number, width, height
        self.lines = []    # in the order of the PDF, which is that of reading
        self.boxes = []    # black rectangles: rules, bars, squares
        self.paths = []    # the extent of all that is drawn, those too

    @property
    def chars(self):
        return [c for line in self.lines for c in line.chars]

    def line(self, start):
        """The first line that starts with a text."""
        for line in self.lines:
            if line.text.strip().startswith(start):
                return line
        raise LookupError("page %d has no line '%s'" % (self.number, start))


def _lines_of(element):
    """mutool puts letters of one line into one <line>, whatever their
    distance; a jump back or across makes a new one here."""
    chars = []
    for font in element.iter("font"):
        for c in font.iter("char"):
            quad = [float(q) for q in c.get("quad").split()]
            chars.append(Char(float(c.get("x")), float(c.get("y")),
                              c.get("c"), font.get("name"),
                              round(float(font.get("size")), 2), quad[2]))
    while chars and chars[-1].c == " ":
        chars.pop()
    return [Line(chars)] if chars else []


def _corner(transform, x, y):
    a, b, c, d, e, f = transform
    return a * x + c * y + e, b * x + d * y + f


def _points(path):
    """Points that a path goes through, of curves as many as show their
    extent."""
    at = (0.0, 0.0)
    for step in path:
        knots = [(float(step.get("x" + n)), float(step.get("y" + n)))
                 for n in ("", "1", "2", "3") if step.get("x" + n)]
        if step.tag == "curveto" and len(knots) == 3:
            a, b, c, d = [at] + knots
            for t in (i / 8 for i in range(1, 9)):
                u = 1 - t
                yield tuple(
                    u ** 3 * a[k] + 3 * u * u * t * b[k]
                    + 3 * u * t * t * c[k] + t ** 3 * d[k] for k in (0, 1))
        else:
            yield from knots
        at = knots[-1] if knots else at


def _extent(path):
    """Of what a path of the trace paints, and whether that is a black
    rectangle."""
    transform = [float(n) for n in path.get("transform").split()]
    points = [_corner(transform, *point) for point in _points(path)]
    if not points:
        return None, False
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    scale = abs(transform[0] * transform[3] -
                transform[1] * transform[2]) ** 0.5
    half = float(path.get("linewidth", "0")) * scale / 2
    upright = max(xs) - min(xs) < max(ys) - min(ys)
    dx, dy = (half, 0) if upright else (0, half)
    box = Box(min(xs) - dx, min(ys) - dy, max(xs) + dx, max(ys) + dy)
    black = all(float(n) == 0 for n in path.get("color", "1").split())
    square = len(points) <= 5 and all(
        min(x - min(xs), max(xs) - x) < 0.01 and
        min(y - min(ys), max(ys) - y) < 0.01 for x, y in points)
    return box, black and square


def _mutool(form, path):
    text = tap.output_of("mutool", "draw", "-F", form, "-o", "-", path)
    return xml.fromstring(text[text.index("<document"):])


def pages_of(path):
    pages = []
    for element in _mutool("stext", path).iter("page"):
        page = Page(len(pages) + 1, float(element.get("width")),
                    float(element.get("height")))
        for line in element.iter("line"):
            page.lines += _lines_of(line)
        pages.append(page)
    for page, element in zip(pages, _mutool("trace", path).iter("page")):
        _collect(page, element)
    return pages


def _collect(page, element):
    for part in element.iter():
        if part.tag in ("fill_path", "stroke_path"):
            box, rectangle = _extent(part)
            if box:
                page.paths.append(box)
            if rectangle:
                page.boxes.append(box)


def words_of(lines):
    """The words of lines in their order.  A word parted behind a hyphen or a
    dash at the end of a line is whole again."""
    text = ""
    for line in lines:
        part = line.text.strip()
        text += part + ("" if part[-1:] in "-–—\u00ad/" else "\n")
    return words(text)


def words(text):
    """The words of a text as a reader sees them: spaces of all kinds part
    them, and signs that do not print are none."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return text.replace("\u2011", "-").split()
