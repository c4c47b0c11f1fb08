-- TeX's complaints in the drafter's terms.
--
-- A complaint becomes one line of the log,
--
--   unagenda-message:LINE:COLUMN:LEVEL:ID:text
--
-- which unagenda turns into a message at that place of the drafter's file.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")

local M = {}

-- The places that \unaAt has named.  Every node carries the number of its own
-- in an attribute, so that it can be asked for when the page is shipped.
local places = { "1:1" }
local attribute = luatexbase.new_attribute("unaplace")
local told = {}

-- Reports once what is said of a place; without one, of where TeX is.
function M.report(level, id, text, place)
  local line = ("unagenda-message:%s:%s:%s:%s"):format(
    place or places[#places], level, id, text)
  if not told[line] then
    told[line] = true
    texio.write_nl("log", line)
    texio.write_nl("log", "")
  end
end

local function points(sp)
  return ("%.1f"):format(sp / tex.sp("1bp"))
end

commands.define("unaAt", function()
  places[#places + 1] = token.scan_string()
  tex.setattribute("global", attribute, #places)
end)

-- Where in the draft a node comes from; in the form that nodes have for Lua.
function M.place(n)
  return places[node.has_attribute(n, attribute) or 1]
end

-- The first words of a line, so that its author finds it.
local WORDS = 40

local function words(head)
  local text, length = {}, 0
  for n in node.traverse(head) do
    if n.id == node.id("hlist") then
      text[#text + 1] = words(n.head)
    elseif n.id == node.id("glyph") then
      text[#text + 1] = nodes.letter(node.direct.todirect(n))
    elseif n.id == node.id("glue") and n.width > 0 then
      text[#text + 1] = " "
    end
    length = length + 1
    if length > WORDS then break end
  end
  return (table.concat(text):gsub("^%s+", ""):gsub("%s+$", ""))
end

luatexbase.add_to_callback("hpack_quality",
  function(incident, detail, head)
    if incident == "overfull" then
      M.report("warning", "UNA-0903",
        ("a line is %s pt too long: '%s'"):format(points(detail), words(head)))
    end
  end, "unagenda: overfull lines")

luatexbase.add_to_callback("vpack_quality",
  function(incident, detail)
    if incident == "overfull" then
      M.report("warning", "UNA-0904",
        ("a page or box is %s pt too high"):format(points(detail)))
    end
  end, "unagenda: overfull pages")

-- A character that no font has; the glyph that would be it, if that is known.
function M.missing(char, glyph)
  M.report("error", "UNA-0902",
    ("no font has the character U+%04X '%s'"):format(char, utf8.char(char)),
    glyph and M.place(glyph) or places[1])
end

-- LuaTeX notices a missing character when it writes the page, long after the
-- paragraph; the page then tells where it came from.
local page

luatexbase.add_to_callback("pre_shipout_filter", function(box)
  page = box
  return true
end, "unagenda: the page at hand")

-- The first glyph in a list with that font and character.
local function find_glyph(head, font, char)
  for n in node.traverse(head) do
    if n.id == node.id("glyph") then
      if n.font == font and n.char == char then return n end
    elseif n.id == node.id("hlist") or n.id == node.id("vlist") then
      local glyph = find_glyph(n.head, font, char)
      if glyph then return glyph end
    end
  end
end

luatexbase.add_to_callback("glyph_not_found", function(font, char)
  M.missing(char, page and find_glyph(page.head, font, char))
end, "unagenda: missing characters")

return M
