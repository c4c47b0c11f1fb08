-- Faces by script, and letters set wider and tracked.

local fontlist = require("fontlist")
local shaping = require("unagenda-shaping")

local M = {}

-- The script of a language.
function M.script(language)
  return fontlist.scripts[language]
    or error("fontlist.lua names no script for the language " .. language)
end

local function face(script, shape)
  return fontlist.faces[script][shape]
    or error("fontlist.lua names no face " .. shape .. " for " .. script)
end

-- What luaotfload is asked for: the face of a script in a shape (n, b, i, bi or
-- s), its letters advancing by so much of their width and tracked by so many bp.
-- HarfBuzz shapes Arabic, whose letters are joined and not tracked (see
-- unagenda-arabic.lua); all other text is set by the engine itself.
local function specification_of(script, shape, advance, tracking)
  if script == "arabic" then
    return ("file:%s:mode=harf;script=arab;language=ARA"):format(
      face(script, shape))
  end
  local specification = ("file:%s:mode=base;-liga;-clig;+kern"):format(
    face(script, shape))
  if script == "chinese" then
    return specification .. ";unalatin=" .. shape
  end
  return ("%s;unaadvance=%s;unatracking=%s"):format(
    specification, advance, tracking)
end

-- The faces of each family, in the order in which they were declared.
local families = {}

function M.declare(family, script, shape, advance, tracking)
  local specification = specification_of(script, shape, advance, tracking)
  families[family] = families[family] or {}
  table.insert(families[family], specification)
  return specification
end

-- What a specification says of a feature of ours.
local function feature(specification, name)
  return specification:match(";" .. name .. "=([^;]*)")
end

-- The specification without our own features.
local function plain(specification)
  return (specification:gsub(";una%l+=[^;]*", ""))
end

-- The Latin face that goes with a Chinese one.
local function latin_face(shape)
  return plain(specification_of("latin", shape, 1, 0))
end

-- --- numbers ---------------------------------------------------------------
-- The PDF names fonts by the numbers that TeX has given them.

local numbers = {}   -- by specification and size
local loaded = {}    -- whether that number has its font

local function key(specification, size)
  return specification .. " at " .. size
end

local function reserve(specification, size)
  local k = key(specification, size)
  numbers[k] = numbers[k] or font.nextid(true)
  return numbers[k]
end

-- Numbers the fonts of a family at a size, and those that they are made of.
function M.number(family, size)
  size = tex.sp(size .. "pt")
  for _, specification in ipairs(families[family]) do
    local latin = feature(specification, "unalatin")
    reserve(plain(specification), size)
    if latin then reserve(latin_face(latin), size) end
    reserve(specification, size)
  end
end

local definer = "luaotfload.define_font"
local define_font = luatexbase.remove_from_callback("define_font", definer)

-- How fonts are made that have features of ours, by such a feature.
local makers = {}

local function make(specification, size, number)
  for name, maker in pairs(makers) do
    local value = feature(specification, name)
    if value then
      local data = maker(specification, size, number, value)
      fonts.hashes.identifiers[number] = data
      return data
    end
  end
  return define_font(specification, size, number)
end

-- The number of a font, which is loaded if it is not yet; nil if it cannot be.
local function load(specification, size)
  local number = reserve(specification, size)
  if not loaded[number] then
    local data = make(specification, size, number)
    if not data then return end
    font.define(number, data)
    loaded[number] = true
  end
  return number
end

-- The engine offers a number, and must get what has none yet by that one.
luatexbase.add_to_callback("define_font", function(specification, size, id)
  if numbers[key(specification, size)] then return load(specification, size) end
  return make(specification, size, id)
end, definer)

-- The engine sets most text by itself, and we set what is Arabic: nothing is needed
-- of what luaotfload does to each paragraph and box, nor does any node have
-- properties, which the engine would look for with each node that it copies or frees.
node.set_properties_mode(false)
for name, descriptions in pairs {
  pre_linebreak_filter = { "luaotfload.node_processor" },
  post_linebreak_filter = { "luaotfload.harf.finalize_vlist" },
  hpack_filter = { "luaotfload.node_processor",
                   "luaotfload.harf.finalize_hlist" },
  finish_pdffile = { "luaotfload.harf.finalize_unicode" },
} do
  for _, description in ipairs(descriptions) do
    luatexbase.remove_from_callback(name, description)
  end
end

-- --- what the engine is given of a face --------------------------------------
-- It goes through all codes of a font again and again, from the first to the
-- last, whether they have a character or not: so there should be few.

-- Private codes, where luaotfload and the faces have glyphs for features that we
-- do not use; and what is beyond all the scripts that we set.
local function is_public(code)
  return code < 0xE000 or code >= 0xF900 and code <= 0xFFFF
end

-- The characters of a face:
--   of        their slots, by code, in the order of the codes; those of ASCII stay
--             where they are: of some of them the engine wants to know how high and
--             wide they are, for what the PDF says of the face
--   commands  what a virtual font has for them, by code
--   last      the code of the last one
--   count     how many they are
local slots = {}
local ASCII = 0x80

local function slots_of(face, font)
  if slots[face] then return slots[face] end
  local codes = {}
  for code in pairs(font.characters) do
    if is_public(code) then codes[#codes + 1] = code end
  end
  table.sort(codes)
  local of, commands, next = {}, {}, ASCII
  for _, code in ipairs(codes) do
    if code < ASCII then
      of[code] = code
    else
      of[code], next = next, next + 1
    end
    commands[code] = {{ "slot", 1, of[code] }}
  end
  slots[face] = { of = of, commands = commands, last = codes[#codes],
                  count = #codes }
  return slots[face]
end

-- What those fonts had before, by number.
local whole = {}

-- A face of more characters than these gets them one by one, as they are used:
-- to be asked for each of thousands in each size takes longer.
local AT_ONCE = 4000

local function character(code, char)
  return {
    width = char.width, height = char.height, depth = char.depth,
    index = char.index, tounicode = char.tounicode or ("%04X"):format(code),
  }
end

-- Makes a face a font without gaps, for virtual fonts to take characters from.
local function close_gaps(font, face, id)
  local slots = slots_of(face, font)
  local characters = {}
  local function add(code)
    local slot = slots.of[code]
    if slot then characters[slot] = character(code, font.characters[code]) end
  end
  if slots.count <= AT_ONCE then
    for code in pairs(slots.of) do add(code) end
  else
    for code = 0, ASCII - 1 do add(code) end
    add(slots.last)   -- tells the engine how far to go
  end
  whole[id] = font.characters
  font.characters = characters
  font.tounicode = 1
end

-- Faces in a size that get their characters as they are used, by the number of their
-- font:
--   base   that number
--   slots  by code
--   has    the codes that it has been given
--   new    the characters that it is to be given next, by slot
local growing_faces = {}
-- the same, by the numbers of the virtual fonts over them
M.growing = {}

-- A virtual font over a face in a size, of which it has all but the characters: these
-- are for the caller to add.  luaotfload would make it from nothing, and take as long
-- as for the face.  Returns it, the characters of the face, and what they are to be
-- made of; nil if there is no such face.
local function virtual_font(specification, size, number)
  local face = plain(specification)
  local base = load(face, size)
  if not base then return end
  local data = table.merged(fonts.hashes.identifiers[base])
  data.name, data.type, data.fonts = specification, "virtual", {{ id = base }}
  data.characters, data.parameters = {}, table.copy(data.parameters)
  local slots = slots[face]
  if slots.count > AT_ONCE then
    growing_faces[base] = growing_faces[base]
      or { base = base, slots = slots.of, has = {}, new = {} }
    M.growing[number] = growing_faces[base]
  end
  return data, whole[base], slots
end

local function give(growing, code)
  if growing.has[code] then return end
  growing.has[code] = true
  local slot, char = growing.slots[code], whole[growing.base][code]
  if slot and char then growing.new[slot] = character(code, char) end
end

-- A glyph, a direct node, is on the page that goes out next.  All sizes of a face are
-- one font in the PDF, which takes glyphs and widths from one of them: that one
-- must have the character as well.
function M.use(glyph)
  local growing = M.growing[node.direct.getfont(glyph)]
  local code = node.direct.getchar(glyph)
  if not growing or growing.has[code] then return end
  give(growing, code)
  give(growing_faces[pdf.getfontname(growing.base)], code)
end

-- The growing faces get what is on that page.
function M.grow()
  for _, growing in pairs(growing_faces) do
    if next(growing.new) then
      font.addcharacters(growing.base, { characters = growing.new })
      growing.new = {}
    end
  end
end

-- luaotfload hands out HarfBuzz's fonts by another callback than its own.
luatexbase.add_to_callback("luaotfload.patch_font_unsafe", function(font)
  if font.hb then font.characters = shaping.characters(font) end
end, "unagenda: codes without gaps")

luatexbase.add_to_callback("luaotfload.patch_font",
  function(font, specification, id)
    if plain(specification) == specification then
      close_gaps(font, specification, id)
    end
  end, "unagenda: codes without gaps")

-- Word widens the advance of each letter and puts tracking after it.  We do the
-- same in a virtual font over the untouched one: the widths that the PDF states
-- for the face stay those of its file, as PDF/A demands, all sizes share one
-- embedded subset, and no Lua runs for a paragraph.
function makers.unaadvance(specification, size, number, advance)
  local data, characters, slots = virtual_font(specification, size, number)
  if not data then return end
  local tracking = tonumber(feature(specification, "unatracking"))
    * tex.sp("1bp")
  for code, commands in pairs(slots.commands) do
    local char = table.merged(characters[code])
    char.commands = commands
    if char.width and char.width > 0 then
      char.width = char.width * advance + tracking
    end
    data.characters[code] = char
  end
  local p = data.parameters
  p.space = p.space * advance + tracking
  p.space_stretch = p.space_stretch * advance
  p.space_shrink = 0   -- Word never narrows a space
  return data
end

-- What a Chinese text has in Latin letters: all of ASCII and its neighbours, but
-- no quotation marks, dashes or dots, which are Chinese there.
local function is_latin(code)
  return code < 0x250 or code == 0x2013
end

-- A Chinese face takes its Latin letters and figures from the Latin face, in a
-- virtual font over both.
function makers.unalatin(specification, size, number, shape)
  local face = latin_face(shape)
  local latin_id = load(face, size)
  local data, characters, of = virtual_font(specification, size, number)
  if not (latin_id and data) then return end
  data.fonts[2] = { id = latin_id }
  for code, commands in pairs(of.commands) do
    -- no copies: they are many, and no other font has them otherwise
    characters[code].commands = commands
    data.characters[code] = characters[code]
  end
  for code, slot in pairs(slots[face].of) do
    if is_latin(code) then
      local char = table.merged(whole[latin_id][code])
      char.commands = {{ "slot", 2, slot }}
      data.characters[code] = char
    end
  end
  local p, latin = data.parameters, fonts.hashes.identifiers[latin_id]
  p.space, p.space_stretch = latin.parameters.space,
    latin.parameters.space_stretch
  p.space_shrink = 0
  return data
end

return M
