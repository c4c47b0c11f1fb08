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
function M.specification(script, shape, advance, tracking)
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

local function feature(font, name)
  local features = font.specification and font.specification.features
    and font.specification.features.normal or {}
  return features[name]
end

-- The specification without our own features.
local function plain(specification)
  return (specification:gsub(";una%l+=[^;]*", ""))
end

-- Word widens the advance of each letter and puts tracking after it.  We do the
-- same in a virtual font over the untouched one: the widths that the PDF states
-- for the face stay those of its file, as PDF/A demands, all sizes share one
-- embedded subset, and no Lua runs for a paragraph.
luatexbase.add_to_callback("luaotfload.patch_font",
  function(font, specification)
    local advance = tonumber(feature(font, "unaadvance"))
    if not advance then return end
    local tracking = tonumber(feature(font, "unatracking")) * tex.sp("1bp")
    font.type = "virtual"
    font.fonts = {{ name = plain(specification), size = font.size }}
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
    local shape = feature(font, "unalatin")
    if not shape then return end
    local name = M.specification("latin", shape, 1, 0)
    local id = fonts.definers.read(plain(name), font.size)
    local latin = type(id) == "number" and fonts.hashes.identifiers[id] or id
    font.type = "virtual"
    font.fonts = {{ name = plain(specification), size = font.size },
                  { name = plain(name), size = font.size }}
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
