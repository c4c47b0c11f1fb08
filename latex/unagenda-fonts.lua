-- Faces by script, and letters set wider and tracked.

local fontlist = require("fontlist")

local M = {}

-- The file name of the face for a language; shape is n, b, i or bi.
function M.face(language, shape)
  local script = fontlist.scripts[language]
    or error("fontlist.lua names no script for the language " .. language)
  return fontlist.faces[script][shape]
    or error("fontlist.lua names no face " .. shape .. " for " .. script)
end

-- Word widens the advance of each letter and puts tracking after it.  We do the
-- same in a virtual font over the untouched one: the widths that the PDF states
-- for the face stay those of its file, as PDF/A demands, all sizes share one
-- embedded subset, and no Lua runs for a paragraph.
luatexbase.add_to_callback("luaotfload.patch_font",
  function(font, specification)
    local features = font.specification
      and font.specification.features
      and font.specification.features.normal or {}
    local advance = tonumber(features.unaadvance)
    if not advance then return end
    local tracking = tonumber(features.unatracking) * tex.sp("1bp")
    font.type = "virtual"
    font.fonts = {{
      name = specification:gsub(";unaadvance=[^;]*;unatracking=[^;]*", ""),
      size = font.size,
    }}
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

return M
