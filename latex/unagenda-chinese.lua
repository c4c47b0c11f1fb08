-- Chinese lines: where they may end, and the space between characters.
--
--   A line may end between any two characters, but not before a mark that closes
--   and not after one that opens (GB/T 15834); what is written in Latin letters
--   is broken as ever.
--   Marks fill a square, of which one half is empty: where two marks meet, and at
--   either end of a line, the empty half is left out.
--   No paragraph ends with a line of one character.
--   Between Chinese characters and Latin letters or figures is a quarter of a
--   square, typed or not, as Word has it.  Other spaces beside a Chinese
--   character only come from the lines of the draft, and go.
--
-- The measures are in squares, the sides of a character.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")

local HALF = 0.5
local BETWEEN = 0.25          -- between the two scripts
local STRETCH = 0.06          -- between characters, where a line must be filled
local SHRINK_BETWEEN = 0.1

local GLYPH, GLUE, PENALTY = node.id("glyph"), node.id("glue"),
  node.id("penalty")
local HLIST, VLIST, DISC, RULE = node.id("hlist"), node.id("vlist"),
  node.id("disc"), node.id("rule")

local function set(text)
  local codes = {}
  for _, code in utf8.codes(text) do codes[code] = true end
  return codes
end

local OPENING = set("（《〈「『【〔［｛“‘")
local CLOSING = set("）》〉」』】〕］｝”’，。、；：？！．")
-- No line starts with these, though they are no marks with an empty half.
local NEVER_FIRST = set("—…·々～％℃*")
local DASHES = set("—…")      -- in pairs, which are not parted
-- Marks of Latin text, which keep no distance; some of them start no line, some
-- end none.
local LATIN_MARKS = set(".,:;!?)]}%([{/-")
local LATIN_CLOSING = set(".,:;!?)]}%")
local LATIN_OPENING = set("([{")

local function is_chinese(code)
  return code >= 0x2E80 and code <= 0x9FFF or code >= 0xF900 and code <= 0xFAFF
    or code >= 0xFE30 and code <= 0xFE4F or code >= 0xFF00 and code <= 0xFFEF
    or code >= 0x20000 and code <= 0x3FFFF
    or OPENING[code] or CLOSING[code] or DASHES[code]
end

local function kind_of_glyph(n)
  local code = n.char
  if OPENING[code] then return "opening" end
  if CLOSING[code] then return "closing" end
  if NEVER_FIRST[code] then
    return is_chinese(code) and "mark" or "raised"
  end
  if LATIN_MARKS[code] then return "latin mark" end
  return is_chinese(code) and "character" or "latin"
end

-- What a node is for its neighbours; nothing if it does not show.  A box that is
-- raised is the mark of a note, which hangs on what is before it.
local function kind(n)
  if n.id == GLYPH then return kind_of_glyph(n) end
  if n.id == DISC then return "latin" end
  if n.id ~= HLIST and n.id ~= VLIST and n.id ~= RULE or n.width == 0 then
    return nil
  end
  return n.id ~= RULE and n.shift < 0 and "raised" or "latin"
end

-- Characters with that attribute are so many hundredths of a square apart.
local SPACED = luatexbase.new_attribute("unaspaced")
commands.define("una@spaced", function()
  tex.setattribute(SPACED, token.scan_int())
end)

local SQUARE = { opening = true, closing = true, mark = true,
                 character = true }

local function side(n)
  return n.id == GLYPH and font.getfont(n.font).parameters.quad or 0
end

-- Figures stay with what they count, and with what makes ordinals of them:
-- "10月", "3日", "第2".
local COUNTED = set("年月日时分届号条款项段次")
local ORDINAL = set("第")

local function may_break(before, after, a, b)
  if before == "opening" or after == "closing" or after == "raised"
    or after == "mark" then
    return false
  end
  if a.id == GLYPH and (LATIN_OPENING[a.char]
      or ORDINAL[a.char] and after == "latin")
    or b.id == GLYPH and LATIN_CLOSING[b.char] then
    return false
  end
  if a.id ~= GLYPH or b.id ~= GLYPH then return true end
  return not (DASHES[a.char] and a.char == b.char)
    and not (before == "latin" and COUNTED[b.char])
end

local function glue(width, stretch, shrink)
  local n = node.new("glue")
  n.width, n.stretch, n.shrink = math.floor(width), math.floor(stretch),
    math.floor(shrink)
  return n
end

local function no_break()
  local n = node.new("penalty")
  n.penalty = 10000
  return n
end

local function is_mark(kind)
  return kind == "opening" or kind == "closing"
end

-- The space between two neighbours, and by how much it may be less.
local function space(before, after)
  if before == "closing" then
    -- its empty half, which is taken off first, unless another mark follows
    return is_mark(after) and 0 or HALF, 0
  elseif before == "opening" then
    return after == "opening" and -HALF or 0, 0
  elseif before == "latin" and after == "character"
    or before == "character" and after == "latin" then
    return BETWEEN, SHRINK_BETWEEN
  end
  return 0, 0
end

-- The nodes that stand between two neighbours of which one is Chinese.
local function between(a, b, before, after, joined)
  local list = {}
  local em = math.max(SQUARE[before] and side(a) or 0,
    SQUARE[after] and side(b) or 0)
  local width, shrink = space(before, after)
  if before == "closing" then
    list[#list + 1] = nodes.kern(-math.floor(HALF * em))
  end
  if joined or not may_break(before, after, a, b) then
    list[#list + 1] = no_break()
  end
  local spaced = a.id == GLYPH and node.has_attribute(a, SPACED)
  list[#list + 1] = glue(width * em + (spaced and before == after
    and spaced * em / 100 or 0), STRETCH * em, shrink * em)
  return list
end

-- Whether a glue is a space of the text, one that a line may end at.
local SPACE, XSPACE, PARFILL = 13, 14, 15   -- subtypes of glue
local function is_space(n)
  return n.id == GLUE and (n.subtype == SPACE or n.subtype == XSPACE)
    and not (n.prev and n.prev.id == PENALTY and n.prev.penalty >= 10000)
end

local function space_out(head)
  local a, before      -- the last that shows, and its kind
  local spaces = {}    -- between it and what comes
  local joined         -- whether they are held together
  local n = head
  while n do
    local next = n.next
    local after = kind(n)
    if is_space(n) then
      spaces[#spaces + 1] = n
    elseif n.id == PENALTY and n.penalty >= 10000 and next
      and next.id ~= GLUE then
      joined = true
    elseif n.id == GLUE or n.id == PENALTY then
      a, before, spaces, joined = nil, nil, {}, false
    elseif after then
      if a and (SQUARE[before] or SQUARE[after]) then
        for _, space in ipairs(spaces) do
          head = node.remove(head, space)
          node.free(space)
        end
        local last = a
        for _, new in ipairs(between(a, n, before, after, joined)) do
          nodes.like(new, a)
          head, last = node.insert_after(head, last, new)
        end
      end
      a, before, spaces, joined = n, after, {}, false
    end
    n = next
  end
  return head
end

-- The last two characters of a paragraph, and the marks after them, stay
-- together.
local function hold_end(head)
  local held = 0
  local n = node.tail(head)
  while n and held < 2 do
    local what = kind(n)
    if what == "latin" then return head end
    if what == "character" then held = held + 1 end
    if n.id == GLUE and n.subtype ~= PARFILL and held == 1 then
      head = node.insert_before(head, n, nodes.like(no_break(), n))
      n = n.prev
    end
    n = n.prev
  end
  return head
end

-- The empty half of a mark that opens a line.
local function trim_start(line)
  local first = line.head
  while first and not kind(first) do first = first.next end
  if not first or kind(first) ~= "opening" then return end
  local half = nodes.kern(-math.floor(HALF * side(first)))
  local head = node.insert_before(line.head, first, nodes.like(half, first))
  local trimmed = node.hpack(head, line.width, "exactly", line.dir)
  line.head = trimmed.head
  line.glue_set, line.glue_sign, line.glue_order =
    trimmed.glue_set, trimmed.glue_sign, trimmed.glue_order
  trimmed.head = nil
  node.free(trimmed)
end

luatexbase.add_to_callback("pre_linebreak_filter", function(head)
  return hold_end(space_out(head))
end, "unagenda: Chinese paragraphs")
luatexbase.add_to_callback("hpack_filter", space_out,
  "unagenda: Chinese boxes")
luatexbase.add_to_callback("post_linebreak_filter", function(head)
  for line in node.traverse_id(HLIST, head) do trim_start(line) end
  return head
end, "unagenda: Chinese lines")
