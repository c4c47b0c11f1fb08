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

local direct = node.direct
local getid, getnext, getprev = direct.getid, direct.getnext, direct.getprev
local getchar, getfont = direct.getchar, direct.getfont
local getwidth, getshift = direct.getwidth, direct.getshift
local getsubtype, getpenalty = direct.getsubtype, direct.getpenalty
local getattributes, setattributes = direct.getattributelist,
  direct.setattributelist
local getlist, setlist = direct.getlist, direct.setlist
local insert_before, insert_after = direct.insert_before, direct.insert_after
local new = direct.new

local HALF = 0.5
local BETWEEN = 0.25          -- between the two scripts
local STRETCH = 0.06          -- between characters, where a line must be filled
local SHRINK_BETWEEN = 0.1

local GLYPH, GLUE, PENALTY, KERN = node.id("glyph"), node.id("glue"),
  node.id("penalty"), node.id("kern")
local HLIST, VLIST, DISC, RULE = node.id("hlist"), node.id("vlist"),
  node.id("disc"), node.id("rule")
local USER_KERN = 1

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

local function kind_of(code)
  if OPENING[code] then return "opening" end
  if CLOSING[code] then return "closing" end
  if NEVER_FIRST[code] then
    return is_chinese(code) and "mark" or "raised"
  end
  if LATIN_MARKS[code] then return "latin mark" end
  return is_chinese(code) and "character" or "latin"
end

-- The same of each code, once.
local kinds = setmetatable({}, { __index = function(kinds, code)
  local kind = kind_of(code)
  kinds[code] = kind
  return kind
end })

-- What a node is for its neighbours; nothing if it does not show.  A box that is
-- raised is the mark of a note, which hangs on what is before it.
local function kind(n)
  local id = getid(n)
  if id == GLYPH then return kinds[getchar(n)] end
  if id == DISC then return "latin" end
  if id ~= HLIST and id ~= VLIST and id ~= RULE or getwidth(n) == 0 then
    return nil
  end
  return id ~= RULE and getshift(n) < 0 and "raised" or "latin"
end

-- Characters with that attribute are so many hundredths of a square apart.
local SPACED = luatexbase.new_attribute("unaspaced")
commands.define("una@spaced", function()
  tex.setattribute(SPACED, token.scan_int())
end)

local SQUARE = { opening = true, closing = true, mark = true,
                 character = true }

-- The side of a font's square, in scaled points.
local squares = setmetatable({}, { __index = function(squares, id)
  local quad = font.getfont(id).parameters.quad or 0
  squares[id] = quad
  return quad
end })

local function side(n)
  return getid(n) == GLYPH and squares[getfont(n)] or 0
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
  local first = getid(a) == GLYPH and getchar(a)
  local second = getid(b) == GLYPH and getchar(b)
  if LATIN_OPENING[first] or ORDINAL[first] and after == "latin"
    or LATIN_CLOSING[second] then
    return false
  end
  if not first or not second then return true end
  return not (DASHES[first] and first == second)
    and not (before == "latin" and COUNTED[second])
end

local function glue(width, stretch, shrink)
  local n = new(GLUE)
  direct.setglue(n, width // 1, stretch // 1, shrink // 1)
  return n
end

local function no_break()
  local n = new(PENALTY)
  direct.setpenalty(n, 10000)
  return n
end

local function kern(width)
  local n = new(KERN, USER_KERN)
  direct.setkern(n, width)
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

-- What two of a kind are apart besides.
local function apart(a, em)
  local spaced = getid(a) == GLYPH and direct.has_attribute(a, SPACED)
  return spaced and spaced * em / 100 or 0
end

-- Puts after a node what stands between two neighbours of which one is Chinese.
-- Returns the head of the list.
local function put_between(head, a, b, before, after, joined)
  local em = math.max(SQUARE[before] and side(a) or 0,
    SQUARE[after] and side(b) or 0)
  local attributes, last = getattributes(a), a
  local function add(n)
    setattributes(n, attributes)
    head, last = insert_after(head, last, n)
  end
  -- the usual case first
  if before == "character" and after == before and not joined then
    add(glue(apart(a, em), STRETCH * em, 0))
    return head
  end
  if before == "closing" then add(kern(-(HALF * em // 1))) end
  if joined or not may_break(before, after, a, b) then add(no_break()) end
  local width, shrink = space(before, after)
  add(glue(width * em + (before == after and apart(a, em) or 0), STRETCH * em,
    shrink * em))
  return head
end

local function forbids(n)
  return getid(n) == PENALTY and getpenalty(n) >= 10000
end

-- Whether a glue is a space of the text, one that a line may end at.
local SPACE, XSPACE, PARFILL = 13, 14, 15   -- subtypes of glue
local function is_space(n)
  local subtype = getsubtype(n)
  if subtype ~= SPACE and subtype ~= XSPACE then return false end
  local prev = getprev(n)
  return not (prev and forbids(prev))
end

local function remove_all(head, list)
  for _, n in ipairs(list) do
    head = direct.remove(head, n)
    direct.free(n)
  end
  return head
end

local function space_out(head)
  local a, before      -- the last that shows, and its kind
  local spaces = {}    -- between it and what comes
  local joined         -- whether they are held together
  local n = head
  while n do
    local next, id = getnext(n), getid(n)
    if id == GLUE and is_space(n) then
      spaces[#spaces + 1] = n
    elseif id == PENALTY and forbids(n) and next and getid(next) ~= GLUE then
      joined = true
    elseif id == GLUE or id == PENALTY then
      a, before, spaces, joined = nil, nil, {}, false
    else
      local after = kind(n)
      if after then
        if a and (SQUARE[before] or SQUARE[after]) then
          head = remove_all(head, spaces)
          head = put_between(head, a, n, before, after, joined)
        end
        if #spaces > 0 then spaces = {} end
        a, before, joined = n, after, false
      end
    end
    n = next
  end
  return head
end

-- The last two characters of a paragraph, and the marks after them, stay
-- together.
local function hold_end(head)
  local held = 0
  local n = direct.tail(head)
  while n and held < 2 do
    local what = kind(n)
    if what == "latin" then return head end
    if what == "character" then held = held + 1 end
    if getid(n) == GLUE and getsubtype(n) ~= PARFILL and held == 1 then
      local penalty = no_break()
      setattributes(penalty, getattributes(n))
      head = insert_before(head, n, penalty)
      n = penalty
    end
    n = getprev(n)
  end
  return head
end

-- The empty half of a mark that opens a line.
local function trim_start(line)
  local head = getlist(line)
  local first = head
  while first and not kind(first) do first = getnext(first) end
  if not first or kind(first) ~= "opening" then return end
  local half = kern(-(HALF * side(first) // 1))
  setattributes(half, getattributes(first))
  head = insert_before(head, first, half)
  local trimmed = direct.hpack(head, getwidth(line), "exactly",
    direct.getdir(line))
  setlist(line, getlist(trimmed))
  for _, field in ipairs { "glue_set", "glue_sign", "glue_order" } do
    direct.setfield(line, field, direct.getfield(trimmed, field))
  end
  setlist(trimmed, nil)
  direct.free(trimmed)
end

local function directly(process)
  return function(head)
    return direct.tonode(process(direct.todirect(head)))
  end
end

luatexbase.add_to_callback("pre_linebreak_filter", directly(function(head)
  return hold_end(space_out(head))
end), "unagenda: Chinese paragraphs")
luatexbase.add_to_callback("hpack_filter", directly(space_out),
  "unagenda: Chinese boxes")
luatexbase.add_to_callback("post_linebreak_filter", directly(function(head)
  for line in direct.traverse_id(HLIST, head) do trim_start(line) end
  return head
end), "unagenda: Chinese lines")
