-- Blanks between words: TeX has only room there, and a reader needs a character.
-- A blank is put before the room and taken off it, so that nothing moves.

local M = {}

local direct = node.direct
local getprev, is_glyph, getfont = direct.getprev, direct.is_glyph, direct.getfont
local getwidth, setwidth = direct.getwidth, direct.setwidth
local setattributes = direct.setattributelist
local insert_before, copy = direct.insert_before, direct.copy

local SPACE, XSPACE, LEADERS = 13, 14, 100   -- subtypes of glue

-- The font that a virtual one has its blank from: the last of those that it is
-- made of, which is the Latin one.  The engine does less for that one's blank; how
-- wide it is does not matter.
local function plain_font(id)
  local parts = font.getfont(id).fonts
  return parts and parts[#parts] and parts[#parts].id or id
end

-- A font's blank: width, and node, which is copied; false where it has none.
local blanks = {}
local function blank_of(id)
  local blank = blanks[id]
  if blank == nil then
    local plain = plain_font(id)
    local char = font.getfont(plain).characters[32]
    blank = char and char.width
      and { width = char.width, node = direct.new("glyph"), attributes = false }
    if blank then
      direct.setfont(blank.node, plain)
      direct.setchar(blank.node, 32)
    end
    blanks[id] = blank or false
  end
  return blank
end

-- A font's blank with these attributes, to be copied, and its width; nil if the
-- font has none.
local function blank_with(id, attributes)
  local blank = blanks[id] or blank_of(id)
  if not blank then return end
  if attributes ~= blank.attributes then
    setattributes(blank.node, attributes)
    blank.attributes = attributes
  end
  return blank.node, blank.width
end

-- A blank in that font for room in a list, which makes way for it, and with these
-- attributes; nil if the font has none.  Every font has its blank from the
-- beginning, growing ones as well (see unagenda-fonts.lua).
function M.make(room, id, attributes)
  local blank, width = blank_with(id, attributes)
  if not blank then return end
  setwidth(room, getwidth(room) - width)
  return copy(blank)
end

-- The engine's own function that finds the glue behind a node.
local any = direct.new("glue")
local next_glue = direct.traverse_id(node.id("glue"), any)
direct.free(any)

-- The last glyph before a node, and its font.
local function glyph_before(n)
  local char, id
  repeat
    n = getprev(n)
    char, id = is_glyph(n)
  until char
  return n, id
end

-- Blanks with these attributes from one glyph of a list to another, where only
-- glyphs show and each node leads back to the one before; and in the room behind the
-- last, if one is given.  Returns the last glyph; that before leaders, if there are any.
--
-- Where both are of one font, so are the blanks: to ask for the font of each word, of
-- which few are of another, would take as long as all the rest.
function M.between(first, last, attributes, room)
  local behind = next_glue(nil, last)
  local id = getfont(last)
  local is_one = getfont(first) == id
  local blank, width = blank_with(id, attributes)
  for n, subtype in next_glue, nil, first do
    if n == behind then break end
    if subtype == SPACE or subtype == XSPACE then
      if not is_one then
        local _, before = glyph_before(n)
        blank, width = blank_with(before, attributes)
      end
      if blank then
        setwidth(n, getwidth(n) - width)
        insert_before(first, n, copy(blank))
      end
    elseif subtype >= LEADERS then
      return (glyph_before(n))
    end
  end
  if room then
    blank = blank_with(id, attributes)
    if blank then insert_before(last, room, copy(blank)) end
  end
  return last
end

return M
