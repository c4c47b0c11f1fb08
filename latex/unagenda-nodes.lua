-- Nodes as TeX's lists are made of, for what is built in Lua.

local nodes = {}

local is_glyph = node.direct.is_glyph
local new, setfield = node.direct.new, node.direct.setfield
local WHATSIT, LITERAL = node.id("whatsit"), node.subtype("pdf_literal")

-- The character of a code, once asked for.
nodes.characters = setmetatable({}, { __index = function(known, code)
  known[code] = utf8.char(code)
  return known[code]
end })
local characters = nodes.characters

-- The direction of lines: TLT, or TRT from right to left.
nodes.direction = "TLT"

-- What the codes of fonts read that are no characters', by the number of the font
-- and code.
nodes.letters = {}
local letters = nodes.letters

-- What a glyph, a direct node, reads.
function nodes.letter(n)
  local code, font = is_glyph(n)
  local known = letters[font]
  return known and known[code] or characters[code]
end

-- What is written into the page between text objects, never in one: a direct node.
function nodes.literal(data)
  local n = new(WHATSIT, LITERAL)
  setfield(n, "mode", 1)
  setfield(n, "data", data)
  return n
end

-- Packs a list into a box of its width, in that direction or another.
function nodes.row(head, direction)
  return (node.hpack(head, 0, "additional", direction or nodes.direction))
end

-- Gives a node the attributes of another: the place in the draft, for one.
function nodes.like(n, other)
  n.attr = other.attr
  return n
end

-- Widths and heights in scaled points.
function nodes.kern(width)
  local n = node.new("kern", 1)   -- a kern of ours, not of a font
  n.kern = width
  return n
end

function nodes.rule(width, height)
  local n = node.new("rule")
  n.width, n.height, n.depth = width, height, 0
  return n
end

-- A list that grows at its end: add(node), one at a time; head, to be packed.
function nodes.list()
  local list, tail = {}, nil
  function list.add(n)
    if tail then node.insert_after(list.head, tail, n) else list.head = n end
    tail = n
  end
  return list
end

return nodes
