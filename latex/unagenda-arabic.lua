-- Sets Arabic text: puts the glyphs of its words (see unagenda-shaping.lua) in the
-- place of their characters, in each paragraph before its lines are broken and in
-- each box.
--
-- Of a letter that a face makes of several glyphs, a bare letter and marks, programs
-- that read a PDF should find the bare letter first and the marks after it, each
-- where it is on paper; and the letter is said to be all of it, the marks nothing.

local messages = require("unagenda-messages")
local nodes = require("unagenda-nodes")
local objects = require("unagenda-pdf")
local shaping = require("unagenda-shaping")

local direct = node.direct
local traverse, is_glyph, setchar = direct.traverse, direct.is_glyph,
  direct.setchar
local copy, new, setoffsets = direct.copy, direct.new, direct.setoffsets
local insert_before, insert_after = direct.insert_before, direct.insert_after
local getdirection = direct.getdirection
local literal = nodes.literal
local shape = shaping.word

local GLYPH, DIR, PARAGRAPH = node.id("glyph"), node.id("dir"),
  node.id("local_par")
local DONE = 0x100   -- subtypes of glyphs from here on: they are no characters

-- The Arabic fonts, by number; false of others:
--   face    see unagenda-shaping.lua
--   scale   of its units
--   kerns   nodes, by units
local fonts = setmetatable({}, { __index = function(fonts, id)
  local data = font.getfont(id)
  fonts[id] = false
  if data and data.hb then
    local face = shaping.face(data)
    fonts[id] = { face = face, scale = data.hb.scale, kerns = {} }
    nodes.letters[id] = face.letters
  end
  return fonts[id]
end })

-- Nodes to be copied.
local function kern(font, units)
  local kern = font.kerns[units]
  if not kern then
    kern = new("kern")
    direct.setkern(kern, units * font.scale)
    font.kerns[units] = kern
  end
  return copy(kern)
end

-- What stands before glyphs that read as a text, by that; and behind such.
local readings = setmetatable({}, { __index = function(readings, text)
  readings[text] = literal("/ActualText" .. objects.unicode(text))
  return readings[text]
end })
local reading_end = literal("EMC")

local function move(n, placed, font)
  setoffsets(n, (placed.x or 0) * font.scale, (placed.y or 0) * font.scale)
end

-- The marks of a letter behind it; returns the last of them.
local function add_marks(letter, marks, font)
  local last = letter
  local function add(n)
    insert_after(letter, last, n)
    last = n
  end
  add(copy(readings[""]))
  for _, mark in ipairs(marks) do
    local n = copy(letter)
    setchar(n, mark.code)
    move(n, mark, font)
    if mark.kern then add(kern(font, mark.kern)) end
    add(n)
  end
  return last
end

-- What there is more to do with a letter than that its node is its glyph.
local function finish(head, n, letter, font)
  if letter.gone then
    head = direct.remove(head, n)
    direct.free(n)
    return head
  end
  if letter.missing then messages.missing(letter.missing, direct.tonode(n)) end
  if letter.kern then
    head = insert_before(head, n, kern(font, letter.kern))
  end
  move(n, letter, font)
  if letter.text then head = insert_before(head, n, copy(readings[letter.text])) end
  local last = letter.marks and add_marks(n, letter.marks, font) or n
  if letter.text then _, last = insert_after(head, last, copy(reading_end)) end
  if letter.back then insert_after(head, last, kern(font, letter.back)) end
  return head
end

-- The glyph nodes of the word at hand, and their codes.
local glyphs, codes = {}, {}

local function set_word(head, word, font)
  for i = 1, #word do setchar(glyphs[i], word[i]) end
  local more = word.more
  for i = 1, #more do
    head = finish(head, glyphs[more[i].at], more[i], font)
  end
  return head
end

-- Sets the words of a list in that direction: 0, from left to right, or 1.
local function set_words(head, direction)
  local outer = {}   -- directions
  local count, font, last = 0, nil, nil   -- of the word at hand, and its font
  local place   -- in the tree of words
  local function end_word()
    place.word = place.word or shape(font.face, codes, count, direction)
    head, count = set_word(head, place.word, font), 0
  end
  for n, id, subtype in traverse(head) do
    local code, number
    if id == GLYPH and subtype < DONE then code, number = is_glyph(n) end
    if number ~= last then
      if count > 0 then end_word() end
      font, last = number and fonts[number], number
      place = font and font.face.words[direction]
    end
    if font then
      count = count + 1
      glyphs[count], codes[count] = n, code
      local next = place[code]
      if not next then
        next = {}
        place[code] = next
      end
      place = next
    elseif id == DIR then
      local inner, ends = getdirection(n)
      if ends then
        direction = table.remove(outer)
      else
        outer[#outer + 1], direction = direction, inner
      end
    elseif id == PARAGRAPH then
      direction = getdirection(n)
    end
  end
  if count > 0 then end_word() end
  direct.protect_glyphs(head)
  return head
end

luatexbase.add_to_callback("pre_linebreak_filter", function(head)
  return direct.tonode(set_words(direct.todirect(head), 1))
end, "unagenda: Arabic words in paragraphs")

luatexbase.add_to_callback("hpack_filter", function(head, _, _, _, direction)
  return direct.tonode(set_words(direct.todirect(head),
    direction == "TRT" and 1 or 0))
end, "unagenda: Arabic words in boxes")
