"""Reads what the black bars and squares on a page say."""

# Code 39 (ISO/IEC 16388): bars and spaces in turn, 1 wide and 0 narrow.
CODE39 = {
    "000110100": "0", "100100001": "1", "001100001": "2", "101100000": "3",
    "000110001": "4", "100110000": "5", "001110000": "6", "000100101": "7",
    "100100100": "8", "001100100": "9", "010000101": "-", "010010100": "*",
}


def bars_of(page):
    """The bars of page 1, from the left: equally high, at its foot."""
    return sorted(b for b in page.boxes
                  if b.top > page.height - 60 and b.right < page.width / 2)


def decode(bars):
    """The text of the bars, with start and stop; '?' for what is none."""
    widths = []
    for bar, following in zip(bars, bars[1:] + [None]):
        widths.append(bar.right - bar.left)
        if following:
            widths.append(following.left - bar.right)
    narrow = min(widths) if widths else 1
    bits = "".join("1" if w > 1.6 * narrow else "0" for w in widths)
    # nine elements a character, and a narrow gap between characters
    return "".join(CODE39.get(bits[i:i + 9], "?")
                   for i in range(0, len(bits), 10))


def matrix_of(page, left, top, size, tolerance=1.0):
    """Rows of 0 and 1 of the squares in that place; one module wide as the
    finder pattern's edge says."""
    boxes = [b for b in page.boxes
             if left - tolerance < b.left and b.right < left + size + tolerance
             and top - tolerance < b.top and b.bottom < top + size + tolerance]
    if not boxes:
        return []
    x = min(b.left for b in boxes)
    y = min(b.top for b in boxes)
    side = max(b.bottom for b in boxes) - y
    # the finder's upper edge, seven modules long, is the first box
    finder = min((b for b in boxes if b.top - y < 0.5), key=lambda b: b.left)
    count = round(side / ((finder.right - finder.left) / 7))
    module = side / count
    rows = []
    for r in range(count):
        middle = y + (r + 0.5) * module
        row = [b for b in boxes if b.top < middle < b.bottom]
        rows.append("".join("1" if any(
            b.left < x + (c + 0.5) * module < b.right for b in row) else "0"
            for c in range(count)))
    return rows
