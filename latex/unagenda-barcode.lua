-- Code 39 and QR codes, drawn with rules.

local commands = require("unagenda-commands")

-- Code 39: five bars and four spaces a character, w wide and n narrow, bar and
-- space in turn (ISO/IEC 16388).  Job numbers need digits and the hyphen; the
-- asterisk is start and stop.
local CODE39 = {
  ["0"] = "nnnwwnwnn", ["1"] = "wnnwnnnnw", ["2"] = "nnwwnnnnw",
  ["3"] = "wnwwnnnnn", ["4"] = "nnnwwnnnw", ["5"] = "wnnwwnnnn",
  ["6"] = "nnwwwnnnn", ["7"] = "nnnwnnwnw", ["8"] = "wnnwnnwnn",
  ["9"] = "nnwwnnwnn", ["-"] = "nwnnnnwnw", ["*"] = "nwnnwnwnn",
}
local WIDE = 3   -- a wide bar, in modules

local function rule(width, height)
  local n = node.new("rule")
  n.width, n.height, n.depth = width, height, 0
  return n
end

local function kern(width)
  local n = node.new("kern", 1)
  n.kern = width
  return n
end

-- A horizontal list that grows at its end.
local function list()
  local head, tail
  return {
    add = function(n)
      if tail then node.insert_after(head, tail, n) else head = n end
      tail = n
    end,
    box = function() return (node.hpack(head)) end,
  }
end

commands.define("una@barcode", function()
  local text = "*" .. token.scan_string() .. "*"
  local module = tex.sp(token.scan_string())
  local height = tex.sp(token.scan_string())
  local bars = list()
  for character in text:gmatch(".") do
    local pattern = CODE39[character]
      or error("Code 39 as used here has no '" .. character .. "'")
    local bar = true
    for element in pattern:gmatch(".") do
      local width = element == "w" and WIDE * module or module
      bars.add(bar and rule(width, height) or kern(width))
      bar = not bar
    end
    bars.add(kern(module))
  end
  node.write(bars.box())
end)

-- One row of squares: runs of black become one rule each.
local function matrix_row(row, size)
  local squares = list()
  squares.add(kern(0))
  for run in row:gsub("01", "0 1"):gsub("10", "1 0"):gmatch("%d+") do
    local width = math.floor(#run * size)
    squares.add(run:find("1") and rule(width, math.ceil(size)) or kern(width))
  end
  return squares.box()
end

commands.define("una@matrix", function()
  local rows = {}
  for row in token.scan_string():gmatch("[01]+") do
    rows[#rows + 1] = row
  end
  local size = tex.sp(token.scan_string()) / #rows
  local lines = list()
  for i, row in ipairs(rows) do
    local line = matrix_row(row, size)
    line.shift = -math.floor((#rows - i) * size)
    lines.add(line)
    lines.add(kern(-line.width))
  end
  node.write(lines.box())
end)
