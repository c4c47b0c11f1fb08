-- The bookmarks, and the places that they and the links lead to.
--
-- LuaTeX writes a link to nowhere without a word, so that places are checked at
-- the end.

local commands = require("unagenda-commands")
local objects = require("unagenda-pdf")
local structure = require("unagenda-structure")

local M = {}

local entries = {}
local defined = {}   -- the element at each place, by its name
local used = {}

commands.define("una@definedestination", function()
  local name = token.scan_string()
  if defined[name] then
    structure.fault("two places have the name '%s'", name)
  end
  defined[name] = structure.current()
end)

-- What leads to a place says so.
function M.use_destination(name)
  used[#used + 1] = name
end

commands.define("unaOutline", function()
  local entry = { level = tonumber(token.scan_string()) }
  entry.destination = token.scan_string()
  entry.title = objects.decode(token.scan_string())
  M.use_destination(entry.destination)
  entries[#entries + 1] = entry
end)

-- Hangs each entry under the nearest one before it that has a lower level.
local function outline_tree()
  local top = { level = 0 }
  local path = { top }
  for _, entry in ipairs(entries) do
    while path[#path].level >= entry.level do
      path[#path] = nil
    end
    local parent = path[#path]
    parent[#parent + 1] = entry
    entry.parent = parent
    path[#path + 1] = entry
  end
  return top
end

local function count(node)
  local n = #node
  for _, child in ipairs(node) do
    n = n + count(child)
  end
  return n
end

local function reserve(node)
  node.object = pdf.reserveobj()
  for _, child in ipairs(node) do
    reserve(child)
  end
end

local function children(node)
  if #node == 0 then return "" end
  return ("/First %d 0 R/Last %d 0 R/Count %d"):format(
    node[1].object, node[#node].object, count(node))
end

-- The element that an entry leads to, for readers that follow the structure.
local function element_of(entry)
  local element = defined[entry.destination]
  return element and element.object
    and ("/SE %d 0 R"):format(element.object) or ""
end

local function write(node)
  for i, child in ipairs(node) do
    local previous = i > 1 and
      ("/Prev %d 0 R"):format(node[i - 1].object) or ""
    local next = i < #node and
      ("/Next %d 0 R"):format(node[i + 1].object) or ""
    pdf.immediateobj(child.object,
      ("<</Title %s/Parent %d 0 R/Dest %s%s%s%s%s>>"):format(
        objects.string(child.title), node.object,
        objects.bytes(child.destination), previous, next,
        element_of(child), children(child)))
    write(child)
  end
end

-- Writes the bookmarks; called when all pages and the structure are out.
function M.write()
  local top = outline_tree()
  if #top == 0 then return end
  reserve(top)
  write(top)
  pdf.immediateobj(top.object,
    ("<</Type/Outlines%s>>"):format(children(top)))
  objects.add_to_catalogue(
    ("/PageMode/UseOutlines/Outlines %d 0 R"):format(top.object))
end

function M.check()
  for _, name in ipairs(used) do
    if not defined[name] then
      structure.fault("a link leads to '%s', which is no place", name)
    end
  end
end

return M
