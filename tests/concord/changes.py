"""What goes wrong in one language version and not in the others: one mistake
each.  A change gives back the new text and the lines at which a message about
it may point, or None where there is nothing of the kind to change."""

import re

from drafts import line_of, shifted

DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩"]
# In these a digit is no figure of the text.
NO_FIGURES = ("symbol", "decision", "url")


def result(draft, edits, near):
    text, moved = draft.edit(*edits)
    lines = {line_of(text, moved(offset)) for offset in near}
    for start, _, new in edits:
        first = moved(start)
        lines |= set(range(line_of(text, first),
                           line_of(text, first + len(new)) + 1))
    return text, lines


def replace(draft, element, attribute, value):
    start, end = element.attributes[attribute]
    return result(draft, [(start, end, value)], element.near())


def swap(draft, a, b):
    return result(draft, [(a.start, a.end, draft.source(b)),
                          (b.start, b.end, draft.source(a))],
                  a.near() + b.near())


def drop(draft, element):
    return result(draft, [(element.start, element.end, "")],
                  element.parent.near()[:1])


def pairs(elements, key):
    return [(a, b) for a in elements for b in elements
            if a.start < b.start and a.end <= b.start and key(a) != key(b)]


def some(rng, candidates):
    return rng.choice(candidates) if candidates else None


def other_digit(rng, digit):
    """Another of the same script, and none that starts with nought."""
    digits = next(d for d in DIGITS if digit in d)
    return rng.choice([d for d in digits[1:] if d != digit])


def with_other_digit(rng, text):
    """None if there is no digit in it."""
    place = some(rng, [m.start() for m in re.finditer("[0-9]", text)])
    if place is None:
        return None
    return text[:place] + other_digit(rng, text[place]) + text[place + 1:]


# ---- days and times ----

def swap_dates(draft, rng):
    found = some(rng, [p for kind in ("date", "dates") for p in
                       pairs(draft.all(kind), draft.source)])
    return found and swap(draft, *found)


def change_date(draft, rng):
    found = some(rng, [(e, a) for e in draft.elements for a in
                       ("date", "value", "start", "end", "until")
                       if re.match(r"\d{4}-", draft.value(e, a))])
    days = rng.choice([-30, -7, -1, 1, 7, 30])
    return found and replace(draft, *found,
                             shifted(draft.value(*found), days))


def change_time(draft, rng):
    found = some(rng, [(e, a) for e in draft.elements
                       for a in ("value", "start", "end")
                       if re.match(r"\d\d:", draft.value(e, a))])
    return found and replace(draft, *found, rng.choice(
        ["09:30", "10:30", "12:30", "15:30", "17:30"]))


# ---- text ----

def figures(draft):
    for start, end, element in draft.texts:
        if element.name in NO_FIGURES:
            continue
        for m in re.finditer("[0-9٠-٩]", draft.text[start:end]):
            # a reference to a character is none
            if not re.search(r"&#\w*$", draft.text[start:start + m.start()]):
                yield start + m.start(), element


def is_compared(draft, offset):
    """Months in Chinese and numbers of pages are not, and cannot be."""
    before = draft.text[:offset].rstrip("0123456789٠١٢٣٤٥٦٧٨٩")
    after = draft.text[offset:].lstrip("0123456789٠١٢٣٤٥٦٧٨٩")
    return not re.search(r"(page|página|стр\.|الصفحة)(\s|&#xA0;)*$", before) \
        and after[0] not in "月页"


def change_digit(draft, rng):
    found = some(rng, [f for f in figures(draft) if is_compared(draft, f[0])])
    if not found:
        return None
    offset, element = found
    return result(draft, [(offset, offset + 1,
                           other_digit(rng, draft.text[offset]))],
                  element.near())


def change_content(name):
    """Another digit in the text of an element."""
    def change(draft, rng):
        element = some(rng, draft.all(name))
        if not element:
            return None
        start = draft.text.index(">", element.start) + 1
        end = draft.text.index("<", start)
        text = with_other_digit(rng, draft.text[start:end])
        return text and result(draft, [(start, end, text)], element.near())
    return change


# ---- what is there, and in what order ----

def drop_any(*names):
    def change(draft, rng):
        element = some(rng, draft.all(*names))
        return element and drop(draft, element)
    return change


def with_takes(draft, ids):
    """What is left without a meaning when items are: the takes of them, and
    the sitting and the day if there is nothing else in it."""
    gone = [t for t in draft.all("take") if draft.value(t, "item") in ids]
    for name in ("sitting", "day"):
        parents = [e for e in draft.all(name)
                   if e.children and all(c in gone for c in e.children)]
        gone = [g for g in gone if g.parent not in parents] + parents
    return gone


def drop_item(draft, rng):
    item = some(rng, draft.all("item", "event"))
    if not item:
        return None
    ids = {draft.value(e, "id") for e in draft.elements
           if item.start <= e.start < item.end}
    gone = [item] + with_takes(draft, ids)
    return result(draft, [(e.start, e.end, "") for e in gone],
                  [e.parent.start for e in gone])


def swap_neighbours(*names):
    def change(draft, rng):
        found = some(rng, [(a, b) for a, b in pairs(draft.all(*names),
                                                    draft.source)
                           if a.parent == b.parent])
        return found and swap(draft, *found)
    return change


def double_paragraph(draft, rng):
    p = some(rng, draft.all("p"))
    return p and result(draft, [(p.end, p.end, draft.source(p))], p.near())


# ---- attributes ----

def change_symbol(draft, rng):
    found = some(rng, [e for e in draft.elements if "symbol" in e.attributes])
    text = found and with_other_digit(rng, draft.value(found, "symbol"))
    return text and replace(draft, found, "symbol", text)


def change_take(draft, rng):
    take = some(rng, [t for t in draft.all("take") if "item" in t.attributes])
    items = [draft.value(i, "id") for i in draft.all("item")]
    return take and replace(draft, take, "item", rng.choice(
        [i for i in items if i != draft.value(take, "item")]))


CHOICES = {
    ("masthead", "distribution"): ["limited", "restricted"],
    ("masthead", "original"): ["fr", "ru"],
    ("masthead", "body"): ["cac-cosp"],
    ("masthead", "reissued"): ["twice"],
    ("masthead", "qr"): ["no"],
    ("meeting", "place"): ["geneva", "new-york"],
    ("subsidiary", "body"): ["ctoc-cop-wg.3", "cac-cosp-irg"],
    ("session", "number"): ["9", "12"],
    ("document", "addenda"): ["all", "1-2"],
    ("document", "status"): ["issued"],
    ("document", "also"): ["report"],
    ("document", "action"): ["noting"],
    ("documentation", "layout"): ["list"],
    ("sitting", "number"): ["8"],
    ("sitting", "room"): ["E", "M3"],
    ("sitting", "track"): ["plenary", "committee"],
    ("decision", "symbol"): ["A/RES/74/178"],
    ("date", "weekday"): ["no"],
    ("ref", "show"): ["number"],
    ("ref", "to"): ["funding", "review"],
    ("take", "through"): ["adoption"],
    ("cell", "strong"): ["no"],
}


def change_attribute(draft, rng):
    found = some(rng, [(e, a) for e in draft.elements for a in e.attributes
                       if (e.name, a) in CHOICES])
    return found and replace(draft, *found, rng.choice(
        CHOICES[found[0].name, found[1]]))


CHANGES = {
    "two days are swapped": swap_dates,
    "a day is another": change_date,
    "a time is another": change_time,
    "a digit in the text is another": change_digit,
    "a decision has another number": change_content("decision"),
    "another document is cited": change_content("symbol"),
    "an address is another": change_content("url"),
    "a paragraph is lost": drop_any("p"),
    "a paragraph is there twice": double_paragraph,
    "an entry of a list is lost": drop_any("li"),
    "a list is lost": drop_any("list"),
    "a note is lost": drop_any("note"),
    "the mark of a note is lost": drop_any("noteref"),
    "a document is lost": drop_any("document"),
    "a list of documents is lost": drop_any("documentation"),
    "a row is lost": drop_any("row"),
    "a date, decision or symbol is lost": drop_any(
        "date", "dates", "time", "decision", "symbol", "ref", "url"),
    "an item is lost": drop_item,
    "two items change places": swap_neighbours("item"),
    "two documents change places": swap_neighbours("document"),
    "two sections change places": swap_neighbours("section", "group"),
    "a symbol is another": change_symbol,
    "another item is taken up": change_take,
    "two items are taken up in another order": swap_neighbours("take"),
    "items change sittings": lambda draft, rng: (
        lambda found: found and swap(draft, *found))(some(rng, [
            (a, b) for a, b in pairs(draft.all("take"), draft.source)
            if a.parent != b.parent])),
    "a sitting or pause is lost": drop_any("sitting", "break"),
    "an item taken up is lost": drop_any("take"),
    "an attribute is another": change_attribute,
}
