-- Links: where they lead.  Their annotations are made when the page goes out (see
-- unagenda-tagging.lua).
--
-- The mark of a note leads to the note.  A note has no name; it is the next one
-- with that mark, or if none comes the last one before: the marks of a title come
-- before their note, and a number can come again behind it.

local commands = require("unagenda-commands")
local objects = require("unagenda-pdf")
local outline = require("unagenda-outline")
local structure = require("unagenda-structure")

local M = {}

local function lead_to(link, name)
  link.action = ("<</S/GoTo/D%s>>"):format(objects.hex_string(name))
end

-- The open Link leads to a place of the document.
commands.define("una@linkto", function()
  local name = token.scan_string()
  lead_to(structure.current(), name)
  outline.use_destination(name)
end)

-- The open Link leads out of it.
commands.define("una@linkout", function()
  structure.current().action = ("<</S/URI/URI%s>>"):format(
    objects.hex_string(objects.decode(token.scan_string())))
end)

-- --- notes -----------------------------------------------------------------

local waiting = {}   -- links by their mark
local notes = {}     -- the name of the last note with a mark
local count = 0

-- The open Link is the mark of a note.
commands.define("una@linktonote", function()
  local mark = token.scan_string()
  waiting[mark] = waiting[mark] or {}
  table.insert(waiting[mark], structure.current())
end)

-- A note with that mark begins; \una@notename becomes the name of its place.
commands.define("una@namenote", function()
  local mark = token.scan_string()
  count = count + 1
  local name = "note." .. count
  for _, link in ipairs(waiting[mark] or {}) do lead_to(link, name) end
  waiting[mark], notes[mark] = nil, name
  token.set_macro("una@notename", name)
end)

-- --- at the end ------------------------------------------------------------

-- Called when all pages are out, before write.
function M.check()
  for mark, links in pairs(waiting) do
    for _, link in ipairs(links) do
      if notes[mark] then
        lead_to(link, notes[mark])
      else
        structure.fault("the mark '%s' has no note", mark)
      end
    end
  end
end

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
