-- Faces by script, and letters set wider and tracked.

local fontlist = require("fontlist")

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
-- HarfBuzz shapes Arabic, whose letters are joined and not tracked; all other
-- text is set by the engine itself.
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

local function reserve(specification, size)
  local key = specification .. " at " .. size
  numbers[key] = numbers[key] or font.nextid(true)
  return numbers[key]
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

-- The number of a font, which is loaded if it is not yet; nil if it cannot be.
local function load(specification, size)
  local number = reserve(specification, size)
  if not loaded[number] then
    local data = define_font(specification, size, number)
    if not data then return end
    font.define(number, data)
    loaded[number] = true
  end
  return number
end

luatexbase.add_to_callback("define_font", function(specification, size, id)
  if specification:find("^file:") then return load(specification, size) end
  return define_font(specification, size, id)
end, definer)

-- Word widens the advance of each letter and puts tracking after it.  We do the
-- same in a virtual font over the untouched one: the widths that the PDF states
-- for the face stay those of its file, as PDF/A demands, all sizes share one
-- embedded subset, and no Lua runs for a paragraph.
luatexbase.add_to_callback("luaotfload.patch_font",
  function(font, specification)
    local advance = tonumber(feature(specification, "unaadvance"))
    if not advance then return end
    local tracking = tonumber(feature(specification, "unatracking")) * tex.sp("1bp")
    font.type = "virtual"
    font.fonts = {{ id = load(plain(specification), font.size) }}
    for code, char in pairs(font.characters) do
      char.commands = {{ "slot", 1, code }}
      if char.width and char.width > 0 then
        char.width = char.width * advance + tracking
      end
    end
    local p = font.parameters
    p.space = p.space * advance + tracking
    p.space_stretch = p.space_stretch * advance
    p.space_shrink = 0   -- Word never narrows a space
  end, "unagenda: width and tracking")

-- What a Chinese text has in Latin letters: all of ASCII and its neighbours, but
-- no quotation marks, dashes or dots, which are Chinese there.
local function is_latin(code)
  return code < 0x250 or code == 0x2013
end

-- A Chinese face takes its Latin letters and figures from the Latin face, in a
-- virtual font over both.
luatexbase.add_to_callback("luaotfload.patch_font",
  function(font, specification)
    local shape = feature(specification, "unalatin")
    if not shape then return end
    local id = load(latin_face(shape), font.size)
    local latin = fonts.hashes.identifiers[id]
    font.type = "virtual"
    font.fonts = {{ id = load(plain(specification), font.size) }, { id = id }}
    for code, char in pairs(font.characters) do
      char.commands = {{ "slot", 1, code }}
    end
    for code, char in pairs(latin.characters) do
      if is_latin(code) then
        local copy = table.copy(char)
        copy.commands = {{ "slot", 2, code }}
        font.characters[code] = copy
      end
    end
    local p = font.parameters
    p.space, p.space_stretch = latin.parameters.space,
      latin.parameters.space_stretch
    p.space_shrink = 0
  end, "unagenda: Latin letters in a Chinese text")

return M
