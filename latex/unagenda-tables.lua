-- The layout of tables: widths of columns, heights of rows, cells that cover
-- several of either, and which rows still fit onto a page.
--
-- TeX goes through the rows twice: first each cell is measured where its column
-- is as wide as what stands in it, then each is set at its width and kept here as
-- a box.  Then rows are made of the boxes, and given out page by page.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")
local notes = require("unagenda-notes")
local structure = require("unagenda-structure")

local known = {}   -- columns that the station knows, by name
local current      -- the table at hand

-- --- columns ---------------------------------------------------------------

commands.define("unaSetColumn", function()
  local name = token.scan_string()
  known[name] = {
    what = token.scan_string(),
    least = tex.sp(token.scan_string()),
    most = tex.sp(token.scan_string()),
    more = tex.sp(token.scan_string()),
  }
end)

local function new_column(text)
  local share, align = text:match("^([%d.]+):(%a)")
  if share then
    return { share = tonumber(share), align = align }
  end
  local column = known[text]
    or error("the station knows no column '" .. text .. "'")
  return { what = column.what, width = column.least, most = column.most,
           more = column.more, align = "l" }
end

local function new_part()
  return { rows = {}, taken = {} }   -- taken[row][column]: the cell there
end

-- What comes again on each page, what stands above its rule on the first one, and
-- all other rows.
local function open_parts()
  current.head, current.top, current.body = new_part(), new_part(), new_part()
end

commands.define("una@opentable", function()
  current = { columns = {} }
  open_parts()
  for text in token.scan_string():gmatch("[^,]+") do
    table.insert(current.columns, new_column(text))
  end
  current.width = token.scan_dimen()
  current.gap = token.scan_dimen()
  current.pad = token.scan_dimen()
end)

-- Measured columns have what they need; the others share what is left.  Each
-- but the last ends with the gap to the next.
commands.define("una@fixcolumns", function()
  local left, shares, x = current.width, 0, 0
  for i, column in ipairs(current.columns) do
    if column.share then
      shares = shares + column.share
    else
      column.width = math.min(column.width, column.most) + current.pad
        + (i < #current.columns and current.gap or 0)
      left = left - column.width
    end
  end
  for _, column in ipairs(current.columns) do
    column.width = column.width or math.floor(left * column.share / shares)
    column.x = x
    x = x + column.width
  end
  open_parts()
end)

-- --- cells -----------------------------------------------------------------

commands.define("una@tablepart", function()
  current.part = current[token.scan_string()]
end)

commands.define("una@startrow", function()
  table.insert(current.part.rows, { cells = {} })
end)

local function last_column(cell)
  return cell.column + cell.columns - 1
end

-- The cell that covers a place, which may have started in a row above.
local function cell_at(part, row, column)
  return part.taken[row] and part.taken[row][column]
end

-- The first column of a row that no cell, of it or from above, has taken.
local function free_column(part, row)
  for n = 1, #current.columns do
    if not cell_at(part, row, n) then return n end
  end
  error("a row of a table has more cells than the table has columns")
end

local function take(part, cell)
  for row = cell.row, cell.row + cell.rows - 1 do
    part.taken[row] = part.taken[row] or {}
    for n = cell.column, last_column(cell) do
      part.taken[row][n] = cell
    end
  end
end

local function cell_width(cell)
  local width = 0
  for n = cell.column, last_column(cell) do
    width = width + (current.columns[n].width or 0)
  end
  return width - current.pad
    - (last_column(cell) < #current.columns and current.gap or 0)
end

-- What a cell is head of, by the option that says so.
local HEADS = { h = "Row", g = "Column" }

commands.define("una@placecell", function()
  local part = current.part
  local cell = {
    row = #part.rows,
    columns = tonumber(token.scan_string()),
    rows = tonumber(token.scan_string()),
  }
  local options = token.scan_string()
  cell.divisible = options:find("d") ~= nil
  cell.column = free_column(part, cell.row)
  take(part, cell)
  table.insert(part.rows[cell.row].cells, cell)
  current.cell = cell
  tex.setdimen("global", "una@cellwidth", cell_width(cell))
  local column = current.columns[cell.column]
  token.set_macro("una@cellalign", options:match("[lcr]") or column.align)
  token.set_macro("una@cellweight", options:find("b") and "b" or "m")
  token.set_macro("una@cellhead", HEADS[options:match("[hg]")] or "")
  token.set_macro("una@cellmeasured",
    cell.columns == 1 and column.what or "")
end)

local function holds_text(head)
  for n in node.traverse(head) do
    if n.id == node.id("glyph") or n.head and holds_text(n.head) then
      return true
    end
  end
end

-- Its element is open, and is told whether there is a text to be found on a page.
commands.define("una@keepcell", function()
  local cell = current.cell
  cell.box = node.copy(tex.box[token.scan_int()])
  structure.current().filled = holds_text(cell.box.head)
  cell.notes, cell.notes_height = notes.take(cell.box)
  cell.height = cell.box.height + cell.box.depth
  cell.x = current.columns[cell.column].x + current.pad
end)

-- The widest run of a list that no line can be broken in.
local function widest_word(head)
  local widest, width, held = 0, 0, false
  for n in node.traverse(head) do
    local free = n.id == node.id("glue") and not held
      or n.id == node.id("penalty") and n.penalty < 10000
    if free then
      widest, width = math.max(widest, width), 0
    else
      width = width + (node.dimensions(n, n.next))
    end
    held = n.id == node.id("penalty") and n.penalty >= 10000
  end
  return math.max(widest, width)
end

commands.define("una@measurebox", function()
  local box = tex.box[token.scan_int()]
  local cell = current.cell
  local column = current.columns[cell.column]
  local width = column.what == "word" and widest_word(box.head) or box.width
  column.width = math.max(column.width, width + (column.more or 0))
end)

-- --- rows ------------------------------------------------------------------

-- What lies between two rows: space, perhaps a rule, space.
local between

local function row_height(row)
  local height = 0
  for _, cell in ipairs(row.cells) do
    if cell.rows == 1 then height = math.max(height, cell.height) end
  end
  return height
end

-- A cell is at least so high, as if space followed a text of one line.
local function heighten_cells(rows, least)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      cell.height = math.max(cell.height, least)
    end
  end
end

local function height_of_rows(rows, first, last)
  local height = (last - first) * between.height
  for i = first, last do height = height + rows[i].height end
  return height
end

-- A cell that covers several rows and is higher than they are makes the last of
-- them higher.
local function stretch_rows(rows)
  for i, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      local last = i + cell.rows - 1
      if cell.rows > 1 and rows[last] then
        local lack = cell.height - height_of_rows(rows, i, last)
        rows[last].height = rows[last].height + math.max(0, lack)
      end
    end
  end
end

-- Whether the page may end after a row: not within a cell that covers the next
-- one too, unless it may be divided, or is too high to be held together.
local function mark_breaks(rows)
  local most = 0.5 * tex.vsize
  for i, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      local last = math.min(i + cell.rows - 1, #rows)
      local whole = not cell.divisible
        and height_of_rows(rows, i, last) < most
      for k = i, last - 1 do
        rows[k].held = rows[k].held or whole
      end
    end
  end
end

commands.define("una@layouttable", function()
  local above = token.scan_dimen()
  local rule = token.scan_dimen()
  local below = token.scan_dimen()
  between = { above = above, rule = rule, below = below,
              height = above + rule + below }
  local least = token.scan_dimen()
  current.middle = token.scan_string() == "middle"
  heighten_cells(current.body.rows, least)
  for _, part in ipairs({ current.head, current.top, current.body }) do
    for _, row in ipairs(part.rows) do row.height = row_height(row) end
    stretch_rows(part.rows)
    mark_breaks(part.rows)
  end
  current.next_row = 1
  token.set_macro("una@headrows", tostring(#current.head.rows))
end)

-- --- giving out ------------------------------------------------------------

-- How far a cell's box is moved so that it hangs from the top of its row, or
-- stands in the middle of the rows it covers.
local function shift(cell, box, rows, first)
  local top = rows[first].height - box.height
  if current.middle then
    local last = math.min(cell.row + cell.rows - 1, #rows)
    local room = height_of_rows(rows, first, last)
    top = top - math.max(0, room - cell.height) // 2
  end
  return -top
end

-- The cells that stand in a row; on a new page, also those that cover it from
-- above.
local function cells_of(rows, i, again)
  if not again then return rows[i].cells end
  local cells = {}
  for n = 1, #current.columns do
    local cell = cell_at(current.body, i, n)
    if cell and cell ~= cells[#cells] then table.insert(cells, cell) end
  end
  return cells
end

local function artifact(box)
  node.set_attribute(box, structure.artifact_attribute, 1)
end

-- The page owns the boxes, and frees them when it goes out, so each time that a
-- row comes it comes as a copy.
local function row_box(rows, i, again)
  local list, x = nodes.list(), 0
  list.add(nodes.kern(0))
  for _, cell in ipairs(cells_of(rows, i, again)) do
    local box = node.copy(cell.box)
    box.shift = shift(cell, box, rows, i)
    if cell.row < i then artifact(box) end
    list.add(nodes.kern(cell.x - x))
    list.add(box)
    x = cell.x + box.width
  end
  local box = nodes.row(list.head)
  box.width, box.height, box.depth = current.width, rows[i].height, 0
  return box
end

-- Under a row of the body; it stops where a cell covers the next one too.
local function row_rule(i)
  local list, body = nodes.list(), current.body
  list.add(nodes.kern(0))
  for n, column in ipairs(current.columns) do
    local cell = cell_at(body, i, n)
    local crossed = cell and cell == cell_at(body, i + 1, n)
    list.add(crossed and nodes.kern(column.width)
      or nodes.rule(column.width, between.rule))
  end
  return nodes.row(list.head)
end

local function indented(box)
  local list = nodes.list()
  list.add(nodes.kern(tex.getdimen("una@tableindent")))
  list.add(box)
  return nodes.row(list.head)
end

-- Into the vertical list, where no page can end between two boxes and a kern.
-- What comes again is read out only once.
local function write_row(rows, i, again)
  node.write(indented(row_box(rows, i, again)))
  for _, cell in ipairs(rows[i].cells) do
    if cell.notes then node.write(cell.notes) end
  end
end

-- A row of the head, read out only where it comes first.
local function head_row(rows, i)
  local box = row_box(rows, i, false)
  if current.head.given then artifact(box) end
  return box
end

local function write_between(i)
  node.write(nodes.kern(between.above))
  if between.rule > 0 then node.write(indented(row_rule(i))) end
  node.write(nodes.kern(between.below))
end

commands.define("una@emithead", function()
  local gap = token.scan_dimen()
  local rows = current.head.rows
  for i = 1, #rows do
    if i > 1 then node.write(nodes.kern(gap)) end
    node.write(indented(head_row(rows, i)))
  end
  if not current.head.given then
    for i in ipairs(current.top.rows) do
      node.write(nodes.kern(gap))
      node.write(indented(row_box(current.top.rows, i, false)))
    end
  end
  current.head.given = true
end)

-- What is left of the page, less what closes the table; within a box, no end.
local function room(closing)
  if tex.nest.ptr > 0 then return math.huge end
  tex.triggerbuildpage()
  local goal = tex.pagegoal
  if goal == 0x3FFFFFFF then goal = tex.vsize end
  return goal - tex.pagetotal - closing
end

local function height_of_notes(rows, first, last)
  local height = 0
  for i = first, last do
    for _, cell in ipairs(rows[i].cells) do
      height = height + cell.notes_height
    end
  end
  return height
end

-- Rows from i on that stay together, and what they need of a page.
local function next_group(rows, i)
  local last = i
  while rows[last].held and rows[last + 1] do last = last + 1 end
  return last, height_of_rows(rows, i, last) + height_of_notes(rows, i, last)
end

-- How much the head and the first rows that stay together need, with what lies
-- around them.
commands.define("una@measurestart", function()
  local need = token.scan_dimen()
  local body = current.body.rows
  for _, part in ipairs({ current.head.rows, current.top.rows }) do
    if #part > 0 then need = need + height_of_rows(part, 1, #part) end
  end
  local _, height = next_group(body, 1)
  tex.setdimen("una@need", need + height)
end)

-- Gives out as many rows as fit; \una@moreleft says whether any are left.
commands.define("una@emitrows", function()
  local closing = token.scan_dimen()
  local rows = current.body.rows
  local first = current.next_row
  local i = first
  while i <= #rows do
    local last, height = next_group(rows, i)
    local gap = i > first and between.height or 0
    if i > first and gap + height > room(closing) then break end
    for k = i, last do
      if k > first then write_between(k - 1) end
      write_row(rows, k, k == first and k > 1)
    end
    i = last + 1
  end
  current.next_row = i
  token.set_macro("una@moreleft", i <= #rows and "1" or "0")
end)

-- --- two columns side by side ----------------------------------------------

-- The last of the rows from first on that fit into a height; at least one does.
local function rows_within(rows, first, height)
  local last = first
  while rows[last + 1]
    and height_of_rows(rows, first, last + 1) <= height do
    last = last + 1
  end
  return last
end

-- The head over a column: its rows, what lies between two, and below them a rule
-- between two gaps.
local function add_head(list, measures)
  local rows = current.head.rows
  for i = 1, #rows do
    if i > 1 then list.add(nodes.kern(measures.between)) end
    list.add(head_row(rows, i))
  end
  list.add(nodes.kern(measures.below))
  list.add(nodes.rule(current.width, measures.rule))
  list.add(nodes.kern(measures.above_first))
  current.head.given = true
end

local function height_of_head(measures)
  local rows = current.head.rows
  local height = (#rows - 1) * measures.between + measures.below
    + measures.rule + measures.above_first
  for _, row in ipairs(rows) do height = height + row.height end
  return #rows > 0 and height or 0
end

local function column_box(rows, first, last, head)
  local list = nodes.list()
  list.add(nodes.kern(0))
  if #current.head.rows > 0 then add_head(list, head) end
  for i = first, last do
    list.add(row_box(rows, i, false))
    list.add(nodes.kern(between.height))
  end
  local box = node.vpack(list.head)
  box.depth, box.height = box.height + box.depth, 0   -- hangs from its top
  return box
end

-- The least height at which two columns hold all rows from first on; no more
-- than there is.
local function balanced_height(rows, first, most)
  local height = height_of_rows(rows, first, #rows) // 2
  while height < most do
    local half = rows_within(rows, first, height)
    if half == #rows or rows_within(rows, half + 1, height) == #rows then
      return height
    end
    height = height + tex.sp("1bp")
  end
  return most
end

-- Gives out as many rows as two columns of this page hold.
commands.define("una@emittwice", function()
  local gap = token.scan_dimen()
  local head = {
    between = token.scan_dimen(), below = token.scan_dimen(),
    rule = token.scan_dimen(), above_first = token.scan_dimen(),
  }
  local rows, first = current.body.rows, current.next_row
  local height = balanced_height(rows, first, room(height_of_head(head)))
  local half = rows_within(rows, first, height)
  local list = nodes.list()
  list.add(column_box(rows, first, half, head))
  current.next_row = half + 1
  if rows[half + 1] then
    local last = rows_within(rows, half + 1, height)
    list.add(nodes.kern(gap))
    list.add(column_box(rows, half + 1, last, head))
    current.next_row = last + 1
  end
  local box = indented(nodes.row(list.head))
  box.height, box.depth = box.height + box.depth, 0
  for n in node.traverse(box.head) do
    if n.id == node.id("hlist") then n.shift = -box.height end
  end
  node.write(box)
  token.set_macro("una@moreleft", current.next_row <= #rows and "1" or "0")
end)
