-- What the glyphs of a face read, whatever a document has them for: their names
-- say so.  Up to the first dot, which may be followed by how it is joined, a name is
-- "uni" and characters in hexadecimal, or that of the glyph of a character.

-- The first of the characters that each glyph of a face is by itself.
local function characters_of(shared)
  local characters = {}
  for code, glyph in pairs(shared.unicodes) do
    characters[glyph] = math.min(code, characters[glyph] or code)
  end
  return characters
end

local function read(name, shared, characters)
  local stem = name and name:match("^[^.]+") or ""
  local codes = stem:match("^uni(%x+)$")
  if codes and #codes % 4 == 0 then
    return (codes:gsub("....", function(code)
      return utf8.char(tonumber(code, 16))
    end))
  end
  local code = characters[shared.font:get_glyph_from_name(stem)]
  return code and utf8.char(code)
end

-- What each glyph reads, in UTF-8, by its number; nil of those that cannot be told.
-- shared is what luaotfload has of a face for fonts of all sizes.
return function(shared)
  local characters, texts = characters_of(shared), {}
  for glyph = 0, #shared.glyphs do
    texts[glyph] = read(shared.font:get_glyph_name(glyph), shared, characters)
  end
  return texts
end
