-- What goes into the PDF's own objects: plain text, entries of the catalogue.

local M = {}

-- Undoes the stylesheet's =XX.
function M.decode(s)
  return (s:gsub("=(%x%x)", function(hex)
    return string.char(tonumber(hex, 16))
  end))
end

-- Bytes in hexadecimal, once asked for.
local bytes = setmetatable({}, { __index = function(known, c)
  known[c] = ("%02X"):format(c:byte())
  return known[c]
end })

-- All of ASCII that shows.
local function is_ascii(s)
  return utf8.len(s) == #s and not s:find("%c")
end

local function has(s, char)
  return s:find(char, 1, true)
end

local function literal(s)
  if has(s, "\\") or has(s, "(") or has(s, ")") then
    s = s:gsub("[\\()]", "\\%0")
  end
  return "(" .. s .. ")"
end

-- Bytes as a PDF string: readable where all is ASCII, else in hexadecimal.
function M.bytes(s)
  return is_ascii(s) and literal(s) or "<" .. s:gsub(".", bytes) .. ">"
end

-- UTF-8 as a PDF string: readable where all is ASCII, else UTF-16 with its mark.
function M.string(s)
  return is_ascii(s) and literal(s) or M.unicode(s)
end

-- Characters in UTF-16, in hexadecimal, once asked for.
local units = setmetatable({}, { __index = function(known, char)
  local c = utf8.codepoint(char)
  known[char] = c < 0x10000 and ("%04X"):format(c)
    or ("%04X%04X"):format(0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF))
  return known[char]
end })

-- UTF-8 as UTF-16, in hexadecimal.
function M.utf16(s)
  return (s:gsub(utf8.charpattern, units))
end

-- The same as a PDF string, with its mark.
function M.unicode(s)
  return "<FEFF" .. M.utf16(s) .. ">"
end

-- Such a string, without its brackets, in UTF-8.
function M.plain(hex)
  local high
  return (hex:sub(5):gsub("%x%x%x%x", function(unit)
    local c = tonumber(unit, 16)
    if c >> 10 == 0x36 then
      high = c
      return ""
    elseif c >> 10 == 0x37 then
      c = (high - 0xD7C0 << 10) + (c & 0x3FF)
    end
    return utf8.char(c)
  end))
end

-- What refers to the object with that number.
function M.reference(object)
  return object .. " 0 R"
end

-- The bytes of a file; nil if there is none.
function M.read(path)
  local file = path and io.open(path, "rb")
  if not file then return end
  local bytes = file:read("a")
  file:close()
  return bytes
end

-- Adds entries to the catalogue; LuaTeX itself only replaces all of them.
function M.add_to_catalogue(entries)
  pdf.setcatalog((pdf.getcatalog() or "") .. " " .. entries)
end

-- UTF-8 as text in XML.
function M.xml(s)
  return (s:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }))
end

return M
