-- Notes of what is set in a box: TeX lets none of them out, so that they would be
-- seen on no page.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")

local M = {}

local INSERT = node.id("ins")

-- Takes the notes out of a box.  A list of them, nil if there are none; and how
-- much of a page they need.
function M.take(box)
  local list, height = nodes.list(), 0
  local n = box.head
  while n do
    local next = n.next
    if n.id == INSERT then
      box.head = node.remove(box.head, n)
      n.prev, n.next = nil, nil
      list.add(n)
      height = height + n.height
    end
    n = next
  end
  -- and the room above them, were they the first of the page
  if list.head then height = height + tex.skip[list.head.subtype].width end
  return list.head, height
end

-- Puts the notes in that box onto the page at hand.
commands.define("una@letnotesout", function()
  local notes = M.take(tex.box[token.scan_int()])
  if notes then node.write(notes) end
end)

return M
