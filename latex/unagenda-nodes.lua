-- Nodes as TeX's lists are made of, for what is built in Lua.

local nodes = {}

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
