-- Links: where they lead.  Their annotations are made when the page goes out (see
-- unagenda-tagging.lua).

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")
local objects = require("unagenda-pdf")
local outline = require("unagenda-outline")
local structure = require("unagenda-structure")

local M = {}

local letter = nodes.letter

-- The engine's own function that finds the glyphs of a list, in a loop.
local any = node.direct.new("glyph")
local next_glyph = node.direct.traverse_id(node.id("glyph"), any)
node.direct.free(any)

-- The open Link leads to a place of the document.
commands.define("una@linkto", function()
  local name = token.scan_string()
  structure.current().action = ("<</S/GoTo/D%s>>"):format(
    objects.bytes(name))
  outline.use_destination(name)
end)

-- The colour of links that lead out: red, green and blue.
local colour
commands.define("unaSetLinks", function()
  colour = token.scan_string()
end)

-- The open Link leads out of it.
commands.define("una@linkout", function()
  structure.current().colour = colour
  structure.current().action = ("<</S/URI/URI%s>>"):format(
    objects.bytes(objects.decode(token.scan_string())))
end)

-- What a link reads, for those who hear only the link: its letters, to be added to.
function M.words(link)
  link.words = link.words or {}
  return link.words
end

-- Adds the letters from one glyph of a list to another, which in a text of shaped
-- letters may read otherwise than their glyphs do: as that, in UTF-16.
function M.read(words, first, last, actual)
  local count = #words
  if actual and nodes.direction == "TRT" then
    words[count + 1] = objects.plain(actual)
    return
  end
  for n in next_glyph, first do
    count = count + 1
    words[count] = letter(n)
    if n == last then break end
  end
end

-- The last letter is none.
function M.unread(link)
  link.words[#link.words] = nil
end

-- Writes the words of the links among these elements.
function M.write(elements)
  for _, element in ipairs(elements) do
    if element.contents then
      pdf.immediateobj(element.contents,
        objects.string(table.concat(element.words or {})))
    end
  end
end

-- The keys of an annotation that say where its link leads, and what it reads, which
-- is known at the end.
function M.keys(link)
  link.contents = link.contents or pdf.reserveobj()
  return ("/A%s/Contents %d 0 R"):format(link.action, link.contents)
end

return M
