-- Links: where they lead.  Their annotations are made when the page goes out (see
-- unagenda-tagging.lua).

local commands = require("unagenda-commands")
local objects = require("unagenda-pdf")
local outline = require("unagenda-outline")
local structure = require("unagenda-structure")

local M = {}

-- The open Link leads to a place of the document.
commands.define("una@linkto", function()
  local name = token.scan_string()
  structure.current().action = ("<</S/GoTo/D%s>>"):format(
    objects.hex_string(name))
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
    objects.hex_string(objects.decode(token.scan_string())))
end)

-- Writes where the links in an element lead to, and their words, for those who
-- hear nothing but the links.
function M.write(element)
  if element.action_object then
    pdf.immediateobj(element.action_object, element.action)
    pdf.immediateobj(element.contents,
      objects.string(table.concat(element.text or {})))
  end
  for _, kid in ipairs(element.kids) do
    if kid.type then M.write(kid) end
  end
end

-- The keys of an annotation that say so; the objects are written at the end.
function M.keys(link)
  if not link.action_object then
    link.action_object, link.contents = pdf.reserveobj(), pdf.reserveobj()
  end
  return ("/A %d 0 R/Contents %d 0 R"):format(link.action_object,
    link.contents)
end

return M
