-- Marks the content of each page, so that a reader of the PDF knows which element
-- of the structure it is, or that it is none (PDF 1.7, 14.6 to 14.8).
--
-- When a page goes out, its boxes are walked through.  Each glyph or picture
-- carries the number of its slot (see unagenda-structure.lua); where that
-- changes, one piece of marked content ends and the next one begins.  What has no
-- slot, every rule, and what \una@setartifact says is an artefact.  A piece may
-- begin in one box and end in another: only the order in the page counts.
--
-- The walk also does what a reader needs and TeX leaves out:
--   spaces      blanks in the room between words: see unagenda-blanks.lua
--   line ends   a blank where a text goes on; the hyphen of a parted word is a
--               soft one (U+00AD)
--   links       an annotation for each piece of a link, line by line
--   pictures    where they are on the page
--   fonts       characters that a font does not have before they are used

local blanks = require("unagenda-blanks")
local commands = require("unagenda-commands")
local fonts = require("unagenda-fonts")
local links = require("unagenda-links")
local messages = require("unagenda-messages")
local nodes = require("unagenda-nodes")
local objects = require("unagenda-pdf")
local structure = require("unagenda-structure")

local M = {}

local direct = node.direct
local getid, getnext = direct.getid, direct.getnext
local getfield, setfield = direct.getfield, direct.setfield
local getlist, setlist = direct.getlist, direct.setlist
local getattribute = direct.get_attribute
local getattributes = direct.getattributelist
local getwidth, getchar, getfont = direct.getwidth, direct.getchar, direct.getfont
local getsubtype, getprev, getdisc = direct.getsubtype, direct.getprev,
  direct.getdisc
local has_glyph, slide = direct.has_glyph, direct.slide
local insert_before, traverse = direct.insert_before, direct.traverse
local new = direct.new
local make_blank, literal = blanks.make, nodes.literal

local GLYPH, RULE, GLUE, DISC, KERN = node.id("glyph"), node.id("rule"),
  node.id("glue"), node.id("disc"), node.id("kern")
local HLIST, VLIST, WHATSIT, PENALTY = node.id("hlist"), node.id("vlist"),
  node.id("whatsit"), node.id("penalty")
local LITERAL, ANNOTATION, LATE_LUA = node.subtype("pdf_literal"),
  node.subtype("pdf_annot"), node.subtype("late_lua")
-- subtypes of hlists, rules, glue and discretionaries
local LINE, BOX = 1, 2
local PLAIN_RULE, IMAGE = 0, 2
local RIGHTSKIP, SPACE, XSPACE, PARFILL, LEADERS = 9, 13, 14, 15, 100
local EXPLICIT, HYPHENATION = 1, 3
local RUNNING = -0x40000000   -- a rule's measure that its box gives

local SLOT = structure.slot_attribute
local ARTIFACT = structure.artifact_attribute

-- Whose something is: a slot, or one of these, by the number that \una@setartifact
-- sets, each with the marks at which it begins.
local ARTIFACTS = {
  { opening = "/Artifact BMC" },
  { opening = "/Artifact<</Type/Pagination/Subtype/Header>>BDC" },
  { opening = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC" },
  { opening = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC" },
}
local PLAIN_ARTIFACT = ARTIFACTS[1]

-- --- the page at hand ------------------------------------------------------

local pages = {}     -- each: its object's reference, and marks, the slots by
                     -- number from 0
local annotations = {}   -- each: object, element, page
M.pages, M.annotations = pages, annotations

local page
local owner          -- what is open: a slot, an artefact, or nil
local actual         -- what the text at hand stands for, if not for itself

-- The marks at which a piece of an element begins; what it reads, if not what its
-- glyphs say, is said of a Span.
local function opening(slot, actual)
  local mcid = #page.marks
  page.marks[mcid + 1] = slot
  local marks = slot.marks or {}
  marks[#marks + 1] = { page = page, mcid = mcid }
  slot.marks = marks
  if actual then
    return ("/Span<</MCID %d/ActualText<%s>>>BDC"):format(mcid, actual)
  end
  return ("/%s<</MCID %d>>BDC"):format(slot.element.type, mcid)
end

-- --- lists -----------------------------------------------------------------

-- The list at hand:
--   box       that it is in; list and head, its first node before and now; is_row and
--             is_line, whether it is horizontal, and one of the lines of a paragraph
--   artifact  what all in it belongs to; false if each has its own
--   covered   the link that has an annotation for the whole box, if any
--   link      the piece of a link at hand; first and last, the nodes that it
--             begins and ends with
--   attributes of the last glyph, its owner, and the words of the link that it is
--             part of, if any: so are the next ones where they have the same list
--             of attributes
--   glyph     the last glyph; broken, whether a penalty follows it, at which the
--             line may have ended; last_line, whether it ends a paragraph
-- What there is none of is false.  There is one for each box within boxes, used again
-- and again, as to make it takes as long as to go through a short list.
local lists, depth = {}, 0

local function open_list(box, list, artifact, covered)
  depth = depth + 1
  local at = lists[depth]
  if not at then
    at = { box = box, list = list, head = list, artifact = artifact,
           covered = covered, is_row = false, is_line = false, link = false,
           first = false, last = false, attributes = false, owner = false,
           words = false, glyph = false, broken = false, last_line = false }
    lists[depth] = at
    return at
  end
  at.box, at.list, at.head = box, list, list
  at.artifact, at.covered = artifact, covered
  at.link, at.attributes, at.words = false, false, false
  at.broken, at.last_line = false, false
  return at
end

local function put_before(at, n, added)
  at.head = insert_before(at.head, n, added)
end

-- The marks with which this owner's begins, if that is a change.
local function marks_of(new_owner)
  if new_owner == owner then return end
  local marks = owner and "EMC\n" or ""
  owner = new_owner
  return literal(marks .. (owner.opening or opening(owner, actual)))
end

-- What shows belongs to this owner: marks before it where that is a change.
local function own(at, n, new_owner)
  local marks = marks_of(new_owner)
  if marks then put_before(at, n, marks) end
end

-- The piece at hand ends, whatever comes.
local function close_marks(at, n)
  if owner then put_before(at, n, literal("EMC")) end
  owner = nil
end

-- Whose a node is: its slot, or an artefact, which may be that of all around it.  The next nodes often have the same list of attributes.
local known_attributes, known_owner
local function owner_of(artifact, n)
  if artifact then return artifact end
  local attributes = getattributes(n)
  if attributes ~= known_attributes then
    known_attributes = attributes
    known_owner = ARTIFACTS[getattribute(n, ARTIFACT)]
      or structure.slot(getattribute(n, SLOT)) or PLAIN_ARTIFACT
  end
  return known_owner
end

local told = {}
local function check_text(slot, n)
  local element = slot.element
  if structure.takes_text(element) or told[element] then return end
  told[element] = true
  messages.report("error", "UNA-0905",
    ("structure: text stands in '%s' itself"):format(element.type),
    messages.place(direct.tonode(n)))
end

-- --- characters --------------------------------------------------------------

local use   -- of a glyph's character; nil where all fonts are whole

local function set_char(n, code)
  direct.setchar(n, code)
  if use then use(n) end
end

-- --- lines -----------------------------------------------------------------

local function is_chinese(code)
  return code >= 0x2E80 and code <= 0x3FFFF
end

-- Whether a line ends within a word after this glyph.  The hyphen of a parted
-- word, parted by the language or where the draft allows it, becomes a soft one, if
-- the face has it, and is no word of a link.
local function ends_in_word(glyph, link)
  local n = getnext(glyph)
  if not n or getid(n) ~= DISC then return false end
  local subtype = getsubtype(n)
  if subtype == HYPHENATION or subtype == EXPLICIT then
    if font.getfont(getfont(glyph)).characters[0xAD] then
      set_char(glyph, 0xAD)
    end
    if link then links.unread(link) end
  end
  return true
end

-- The words of the link that an element is or stands in, if any; to be added to.
local function words_of(element)
  return element and element.link and links.words(element.link) or false
end

-- The line that ended last is kept until the text goes on: only then is it known
-- whether a blank belongs at its end.  Its last glyph, nil if there is none; the room
-- behind; whose they are, and what is open there; whether it ends a paragraph, and
-- whether within a word.
local ended, ended_room, ended_slot, ended_owner, ended_last, ended_parted

local function end_line(glyph, room, slot, last, broken)
  ended, ended_room, ended_slot, ended_owner = glyph, room, slot, owner
  ended_last = last
  ended_parted = not last
    and (ends_in_word(glyph, slot.element.link) or broken)
end

-- A blank at the end of that line, unless it ends within a word.  Where no piece of
-- content is open, it is one.
local function finish_line(glyph)
  local room, open = ended_room, ended_owner
  if ended_parted or is_chinese(getchar(glyph)) then return end
  local blank = make_blank(room, getfont(glyph), getattributes(room))
  if not blank then return end
  -- a mark of a note may have come behind the last glyph: within its piece the
  -- blank reads as well, and marks do not lie in each other
  local apart = not (open and open.element)
  if apart then
    insert_before(glyph, room, literal((open and "EMC\n" or "")
      .. opening(ended_slot)))
  end
  insert_before(glyph, room, blank)
  local words = words_of(ended_slot.element)
  if words then links.read(words, blank, blank) end
  if apart then
    insert_before(glyph, room, literal("EMC"
      .. (open and "\n" .. open.opening or "")))
  end
end

-- What comes next is that glyph, or the end of the page: the line before it goes on
-- there, or in a paragraph of the same block, or elsewhere later.
local function resume(n, slot)
  local glyph = ended
  ended = nil
  local block = ended_slot.element.block
  if (not ended_last or block and slot and slot.element.block == block)
    and not (n and is_chinese(getchar(n))) then
    finish_line(glyph)
  end
end

-- --- links -----------------------------------------------------------------

-- Annotations come after all pages in the tree of parents; no document has more
-- pages.
function M.annotation_key(number)
  return 100000 + number
end

-- From the first to the last node of the piece of a link at hand, its colour.
local function colour(at)
  local colour = at.link.colour
  if not colour then return end
  put_before(at, at.first, literal(("%s rg %s RG"):format(colour, colour)))
  at.head = direct.insert_after(at.head, at.last, literal("0 g 0 G"))
end

-- Ends the piece of a link at hand with its annotation.
local function annotate(at)
  local n = new(WHATSIT, ANNOTATION)
  local link = at.link
  local object = pdf.reserveobj("annot")
  annotations[#annotations + 1] = { object = object, element = link,
                                    page = page }
  setfield(n, "objnum", object)
  setfield(n, "width",
    (direct.rangedimensions(at.box, at.first, getnext(at.last))))
  setfield(n, "height", getfield(at.box, "height"))
  setfield(n, "depth", getfield(at.box, "depth"))
  setfield(n, "data",
    ("/Subtype/Link/F 4/Border[0 0 0]/StructParent %d%s"):format(
      M.annotation_key(#annotations), links.keys(link)))
  put_before(at, at.first, n)
  colour(at)
end

-- What shows is part of this link, or of none.
local function show(at, n, link)
  if link == at.covered then link = false end
  if link ~= at.link then
    if at.link then annotate(at) end
    at.link, at.first = link, n
    at.attributes = false
  end
  at.last = n
end

-- --- nodes -----------------------------------------------------------------

local function is_visible(n)
  if getwidth(n) == 0 then return false end
  local height, depth = getfield(n, "height"), getfield(n, "depth")
  return height == RUNNING or depth == RUNNING or height + depth ~= 0
end

local walk

local function leaf(at, n)
  local new_owner = owner_of(at.artifact, n)
  local element = new_owner.element
  if element and new_owner ~= owner then check_text(new_owner, n) end
  show(at, n, element and element.link or false)
  own(at, n, new_owner)
  return element
end

local function text(at, n)
  local attributes = getattributes(n)
  if attributes == at.attributes and owner == at.owner then
    at.last = n
    return
  end
  at.words = words_of(leaf(at, n))
  at.attributes, at.owner = attributes, owner
end

local function space(at, n)
  local blank = at.glyph
    and make_blank(n, getfont(at.glyph), getattributes(n))
  if not blank then return end
  put_before(at, n, blank)
  text(at, blank)
  if at.words then links.read(at.words, blank, blank) end
end

local GLUES = {
  [SPACE] = space, [XSPACE] = space,
  [PARFILL] = function(at) at.last_line = true end,
  [RIGHTSKIP] = function(at, n)
    local slot = at.glyph and owner_of(at.artifact, at.glyph)
    if slot and slot.element then
      end_line(at.glyph, n, slot, at.last_line, at.broken)
    end
  end,
}
local function glue(at, n, subtype)
  local handle = GLUES[subtype]
  if handle then
    handle(at, n)
  elseif subtype >= LEADERS then
    own(at, n, at.artifact or PLAIN_ARTIFACT)
  end
end

-- Whether a place to part a word has letters where it is not parted, and not only a
-- kern.
local function has_letters(disc)
  local _, _, replace = getdisc(disc)
  return replace and has_glyph(replace)
end

-- Goes on from a glyph as long as all that shows belongs to the same piece, most
-- often to the end of the line.  Returns the last node that it has done, the last
-- glyph, and the last glyph or blank.
local function run(at, n)
  local attributes = at.attributes
  local glyph, room, blank = n, nil, nil   -- the room that follows it, if any
  for part, id, subtype in traverse(n) do
    if id == GLYPH then
      if getattributes(part) ~= attributes then break end
      if use then use(part) end
      glyph, blank = part, nil
    elseif id == GLUE then
      if subtype == SPACE or subtype == XSPACE then
        if getattributes(part) ~= attributes then break end
        room, blank = part, make_blank(part, getfont(glyph), attributes)
        if blank then insert_before(n, part, blank) end
      elseif GLUES[subtype] or subtype >= LEADERS then
        break
      end
    elseif id == DISC then
      if has_letters(part) then break end
    elseif id ~= KERN and id ~= PENALTY then
      break
    end
  end
  return blank and room or glyph, glyph, blank or glyph
end

-- The engine's own functions that find the next node of a kind: in a list, as
-- (list, nil), or behind a node, as (nil, node); or all of them, in a loop.
local any = new(GLYPH)
local next_node = direct.traverse(any)
local next_box = direct.traverse_list(any)
local next_rule = direct.traverse_id(RULE, any)
local next_whatsit = direct.traverse_id(WHATSIT, any)
local next_disc = direct.traverse_id(DISC, any)
direct.free(any)

-- Whether from a node on nothing shows but glyphs; an indent is an empty box.
local function is_plain(n)
  if next_whatsit(n, nil) then return false end
  for _, _, _, inner in next_box, n do
    if inner then return false end
  end
  for rule, subtype in next_rule, n do
    if subtype ~= PLAIN_RULE or is_visible(rule) then return false end
  end
  for disc in next_disc, n do
    if has_letters(disc) then return false end
  end
  return true
end

-- The same as run, where all that shows up to the end of the line belongs to the
-- piece, as is so of most lines: the engine finds what is in it.  Returns the last
-- glyph, or nil if it is not so, and nothing was done.
local function run_to_end(at, n)
  if use or not at.is_line or not is_plain(n) then return end
  -- notes that have left a line leave links to themselves
  local last = slide(n)
  while getid(last) ~= GLYPH do last = getprev(last) end
  if getattributes(last) ~= at.attributes then return end
  return blanks.between(n, last, at.attributes)
end

-- Returns the last node that it has done.
local function glyph(at, n)
  if ended then
    local slot = owner_of(at.artifact, n)
    if slot.element then resume(n, slot) end
  end
  text(at, n)
  local done, last, shown = run_to_end(at, n), nil, nil
  if done then last, shown = done, done else done, last, shown = run(at, n) end
  if at.words then links.read(at.words, n, shown, actual) end
  at.glyph, at.last, at.broken = last, last, false
  return done
end

-- A box within a line can be a piece of a link as a whole.  One that is not raised,
-- as marks of notes are, is part of the text: a symbol, which no line parts.
local function box(at, n, subtype, id)
  if not getlist(n) then return end
  local is_inner = at.is_row and id == HLIST
  local slot = is_inner and subtype == BOX
    and not (at.artifact or getattribute(n, ARTIFACT))
    and structure.slot(getattribute(n, SLOT))
  local link = slot and slot.element.link or false
  if link or at.link then show(at, n, link) end
  local last = walk(n, id, subtype, at.artifact, link or at.covered)
  if last and is_inner and getfield(n, "shift") == 0 then
    at.glyph, at.broken = last, false
  end
end

-- Where a picture is, is known when it is written.
local function picture(at, n)
  local element = leaf(at, n)
  if not element then return end
  local width, height = getwidth(n), getfield(n, "height")
  local place = new(WHATSIT, LATE_LUA)
  setfield(place, "data", function()
    local x, y = pdf.getpos()
    if nodes.direction == "TRT" then x = x - width end
    element.box = { x, y, x + width, y + height }
  end)
  put_before(at, n, place)
end

local function rule(at, n, subtype)
  if subtype == IMAGE then
    picture(at, n)
  elseif subtype == PLAIN_RULE and is_visible(n) then
    own(at, n, at.artifact or PLAIN_ARTIFACT)
  end
end

-- Of a place where a word could have been parted and is not, the letters.
local function discretionary(at, n)
  for part in direct.traverse_id(GLYPH, getfield(n, "replace")) do
    local owner = owner_of(at.artifact, part)
    if use then use(part) end
    own(at, n, owner)
    local words = words_of(owner.element)
    if words then links.read(words, part, part) end
  end
end

-- What follows, up to the end, reads as that text.
commands.define("una@startreading", function()
  local text = objects.unicode(token.scan_string())
  direct.write(literal("/ActualText" .. text))
end)
commands.define("una@stopreading", function()
  direct.write(literal("EMC"))
end)

-- What a literal says that stands before a text that reads otherwise or after it:
-- what it reads, in UTF-16; "" at its end; nil if it is another literal.
local function reading(n)
  local data = getfield(n, "data")
  if data == "EMC" then return "" end
  return data:match("/ActualText<(%x*)>")
end

-- Such a text is a piece of its own, and the literals go: marked content within
-- marked content is read wrongly by many.
local function whatsit(at, n, subtype)
  local text = subtype == LITERAL and reading(n)
  if not text then return end
  close_marks(at, n)
  actual = text ~= "" and text or nil
  at.head = direct.remove(at.head, n)
end

local HANDLERS = {
  [GLYPH] = glyph, [GLUE] = glue, [HLIST] = box, [VLIST] = box,
  [RULE] = rule, [DISC] = discretionary, [WHATSIT] = whatsit,
  [PENALTY] = function(at) at.broken = true end,
}

-- The last glyph of a line that ends with this room, whether it ends a paragraph, and
-- whether it may end within a word.
local function end_of(room)
  local last_line, parted = false, false
  local n, id = room, GLUE
  repeat
    n = getprev(n)
    id = getid(n)
    if id == PENALTY or id == DISC then
      parted = true
    elseif id == GLUE and getsubtype(n) == PARFILL then
      last_line = true
    end
  until id == GLYPH
  return n, last_line, parted
end

-- A line that is plain and of one piece, as most are: the engine finds what is in
-- it.  Returns the last glyph up to which it is done, and whether that is all; nil if
-- nothing was done.
local function plain_line(line, list, artifact)
  local first = has_glyph(list)
  if not first or getid(first) ~= GLYPH or not is_plain(list) then return end
  -- notes that have left a line leave links to themselves
  local room = slide(list)
  if getid(room) ~= GLUE or getsubtype(room) ~= RIGHTSKIP then return end
  local last, last_line, parted = end_of(room)
  local attributes, slot = getattributes(first), owner_of(artifact, first)
  local element = slot.element
  if getattributes(last) ~= attributes or not element or element.link then
    return
  end
  if ended then resume(first, slot) end
  local marks = marks_of(slot)
  if marks then
    check_text(slot, first)
    local head = insert_before(list, first, marks)
    if head ~= list then setlist(line, head) end
  end
  -- of a line that ends between words the text surely goes on
  local is_whole = not (last_line or parted)
  local done = blanks.between(first, last, attributes, is_whole and room)
  if done ~= last then return done end
  if not is_whole then end_line(last, room, slot, last_line, parted) end
  return last, true
end

-- Goes through what is in a list, from a node on; returns the last glyph in it.
local function go_on(at, n, id, subtype)
  while n do
    local handle = HANDLERS[id]
    -- of several that are done, the last one
    if handle then n = handle(at, n, subtype, id) or n end
    n, id, subtype = next_node(nil, n)
  end
  if at.link then annotate(at) end
  if at.head ~= at.list then setlist(at.box, at.head) end
  depth = depth - 1
  return at.glyph
end

-- In a column of nothing but boxes these are gone through.
local function column(list, artifact, covered)
  for n, id, subtype in next_box, list do
    walk(n, id, subtype, artifact, covered)
  end
end

-- Goes through what is in a box, whose last glyph it returns.
function walk(parent, id, subtype, artifact, covered)
  local list = getlist(parent)
  if not list then return end
  local is_line = id == HLIST and subtype == LINE
  local glyph, done
  if is_line and not (use or covered) then
    glyph, done = plain_line(parent, list, artifact)
    if done then return glyph end
  end
  artifact = artifact or ARTIFACTS[getattribute(parent, ARTIFACT)] or false
  if id == VLIST and not (next_rule(list, nil) or next_whatsit(list, nil)) then
    return column(list, artifact, covered)
  end
  local at = open_list(parent, list, artifact, covered)
  at.is_row, at.is_line, at.glyph = id == HLIST, is_line, glyph
  if glyph then return go_on(at, next_node(nil, glyph)) end
  return go_on(at, next_node(list, nil))
end

local function finish_page(box)
  if ended then resume() end
  if owner then
    local list = getlist(box)
    setlist(box, direct.insert_after(list, direct.tail(list), literal("EMC")))
  end
  owner, actual = nil, nil
  fonts.grow()
  pdf.setpageattributes(#page.marks > 0
    and ("/Tabs/S/StructParents %d"):format(#pages - 1) or "/Tabs/S")
end

luatexbase.add_to_callback("pre_shipout_filter", function(head)
  local box = direct.todirect(head)
  page = { marks = {},
    reference = objects.reference(pdf.getpageref(status.total_pages + 1)) }
  pages[#pages + 1] = page
  use = next(fonts.growing) and fonts.use
  known_attributes = nil
  walk(box, getid(box), getsubtype(box))
  finish_page(box)
  return true
end, "unagenda: marks")

return M
