-- What goes into the PDF's own objects: plain text, entries of the catalogue.

local M = {}

-- Undoes the stylesheet's =XX.
function M.decode(s)
  return (s:gsub("=(%x%x)", function(hex)
    return string.char(tonumber(hex, 16))
  end))
end

-- Bytes as a PDF string in hexadecimal, which TeX cannot misread.
function M.hex_string(s)
  return "<" .. s:gsub(".", function(c)
    return ("%02X"):format(c:byte())
  end) .. ">"
end

-- UTF-8 as a PDF string: readable where all is ASCII, else UTF-16 with its mark.
function M.string(s)
  if not s:find("[^\32-\126]") then
    return "(" .. s:gsub("[\\()]", "\\%0") .. ")"
  end
  return M.unicode(s)
end

-- UTF-8 as UTF-16 with its mark, in hexadecimal.
function M.unicode(s)
  local units = { "FEFF" }
  for _, c in utf8.codes(s) do
    if c >= 0x10000 then
      c = c - 0x10000
      units[#units + 1] = ("%04X"):format(0xD800 + (c >> 10))
      c = 0xDC00 + (c & 0x3FF)
    end
    units[#units + 1] = ("%04X"):format(c)
  end
  return "<" .. table.concat(units) .. ">"
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
