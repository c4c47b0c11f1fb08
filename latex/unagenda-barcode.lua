-- Code 39 and QR codes, drawn with rules.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")

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

commands.define("una@barcode", function()
  local text = "*" .. token.scan_string() .. "*"
  local module = tex.sp(token.scan_string())
  local height = tex.sp(token.scan_string())
  local bars = nodes.list()
  for character in text:gmatch(".") do
    local pattern = CODE39[character]
      or error("Code 39 as used here has no '" .. character .. "'")
    local bar = true
    for element in pattern:gmatch(".") do
      local width = element == "w" and WIDE * module or module
      bars.add(bar and nodes.rule(width, height) or nodes.kern(width))
      bar = not bar
    end
    bars.add(nodes.kern(module))
  end
  node.write(nodes.row(bars.head, "TLT"))
end)

-- One row of squares: runs of black become one rule each.
local function matrix_row(row, size)
  local squares = nodes.list()
  squares.add(nodes.kern(0))
  for run in row:gsub("01", "0 1"):gsub("10", "1 0"):gmatch("%d+") do
    local width = math.floor(#run * size)
    squares.add(run:find("1") and nodes.rule(width, math.ceil(size))
      or nodes.kern(width))
  end
  return nodes.row(squares.head, "TLT")
end

commands.define("una@matrix", function()
  local rows = {}
  for row in token.scan_string():gmatch("[01]+") do
    rows[#rows + 1] = row
  end
  local size = tex.sp(token.scan_string()) / #rows
  local lines = nodes.list()
  for i, row in ipairs(rows) do
    local line = matrix_row(row, size)
    line.shift = -math.floor((#rows - i) * size)
    lines.add(line)
    lines.add(nodes.kern(-line.width))
  end
  node.write(nodes.row(lines.head, "TLT"))
end)
