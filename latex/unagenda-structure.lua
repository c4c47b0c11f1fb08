-- Structure, outline and destinations of a document.
--
-- The class announces each element with \una@begin and \una@end as it sets it.
-- The elements make a tree, kept here; that they are well nested is checked
-- while they come and once more at the end.  Outline and links refer to
-- destinations, which are checked at the end, since LuaTeX writes a link to
-- nowhere without a word.

local commands = require("unagenda-commands")
local messages = require("unagenda-messages")
local objects = require("unagenda-pdf")

local root = { type = "Document" }
local open = { root }
local entries = {}
local defined = {}
local used = {}

local function fault(...)
  messages.report("error", "UNA-0905", string.format(...))
end

commands.define("una@begin", function()
  local element = { type = token.scan_string() }
  local parent = open[#open]
  parent[#parent + 1] = element
  open[#open + 1] = element
end)

commands.define("una@end", function()
  local type = token.scan_string()
  local element = open[#open]
  if #open == 1 or element.type ~= type then
    fault("structure: '%s' ends where '%s' is open", type, element.type)
  else
    open[#open] = nil
  end
end)

commands.define("una@definedestination", function()
  local name = token.scan_string()
  if defined[name] then
    fault("two places have the name '%s'", name)
  end
  defined[name] = true
end)

commands.define("una@usedestination", function()
  used[#used + 1] = token.scan_string()
end)

commands.define("unaOutline", function()
  local entry = { level = tonumber(token.scan_string()) }
  entry.destination = token.scan_string()
  entry.title = objects.decode(token.scan_string())
  used[#used + 1] = entry.destination
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
  return ("/First %d 0 R /Last %d 0 R /Count %d"):format(
    node[1].object, node[#node].object, count(node))
end

local function write(node)
  for i, child in ipairs(node) do
    local previous = i > 1 and
      ("/Prev %d 0 R"):format(node[i - 1].object) or ""
    local next = i < #node and
      ("/Next %d 0 R"):format(node[i + 1].object) or ""
    pdf.immediateobj(child.object,
      ("<< /Title %s /Parent %d 0 R /Dest %s %s %s %s >>"):format(
        objects.string(child.title), node.object,
        objects.string(child.destination), previous, next,
        children(child)))
    write(child)
  end
end

local function write_outline()
  local top = outline_tree()
  if #top == 0 then return end
  reserve(top)
  write(top)
  pdf.immediateobj(top.object,
    ("<< /Type /Outlines %s >>"):format(children(top)))
  objects.add_to_catalogue(
    ("/PageMode /UseOutlines /Outlines %d 0 R"):format(top.object))
end

local function check()
  for i = 2, #open do
    fault("structure: '%s' is never ended", open[i].type)
  end
  for _, name in ipairs(used) do
    if not defined[name] then
      fault("a link leads to '%s', which is no place", name)
    end
  end
end

luatexbase.add_to_callback("finish_pdffile", function()
  check()
  write_outline()
end, "unagenda: outline")
