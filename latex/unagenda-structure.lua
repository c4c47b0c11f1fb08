-- The structure of a document: the tree of its elements, and which of them a
-- piece of text belongs to.
--
-- The class announces each element with \una@begin and \una@end as it sets it.
-- Between the elements below it, an element has slots for its text.  The slot
-- that is open is an attribute, so that every node carries the number of its
-- own, wherever TeX puts it; when a page goes out, unagenda-tagging.lua finds the
-- text by it.  So the order of the tree is that of the source, with no sorting.
--
-- What may stand in what is checked here, as the elements come and at the end.

local commands = require("unagenda-commands")
local messages = require("unagenda-messages")
local objects = require("unagenda-pdf")

local M = {}

local SLOT = luatexbase.new_attribute("unaslot")
M.slot_attribute = SLOT
M.artifact_attribute = luatexbase.new_attribute("unaartifact")

-- An element: type; parent; kids, elements and slots in their order; and
--   link     the Link that it is or stands in; action and colour, where
--            that leads and as what it shows
--   block    the block of text that it is or stands in
--   alt, language    what a reader is told: UTF-8
--   table, list      attributes by their owner (PDF 1.7, 14.8.5)
--   box      of a picture, where it is on its page
--   filled   of a cell, whether it has a text
--   parts    what it has parted, from the outside in; parted, whether it was
--   content  at the end: elements and marks, in their order; object, reference,
--            its number in the PDF and what refers to it
--   only_slot   the number of its slot, if it has but one
-- A slot: element; marks, the pieces of marked content that hold its text, or false.
local root = { type = "Document", kids = {} }
local open = { root }
local slots = {}
M.root = root

function M.fault(...)
  messages.report("error", "UNA-0905", string.format(...))
end
local fault = M.fault

-- --- what may stand in what (PDF 1.7, 14.8.4) ------------------------------

local function set(words)
  local names = {}
  for word in words:gmatch("%S+") do names[word] = true end
  return names
end

local PARENTS = {
  LI = set("L"), Lbl = set("LI Note TOCI"), LBody = set("LI"),
  THead = set("Table"), TBody = set("Table"),
  TR = set("THead TBody"), TH = set("TR"), TD = set("TR"),
  TOCI = set("TOC"),
}
local CHILDREN = {
  L = set("L LI"), LI = set("Lbl LBody"),
  Table = set("Caption THead TBody"), TR = set("TH TD"), TOC = set("TOC TOCI"),
  TOCI = set("Lbl Reference"),
}
local GROUPS = set("Document Sect BlockQuote L LI Table THead TBody TR TOC TOCI")
local BLOCKS = set("P Title H1 H2 H3 H4 H5 H6 Lbl LBody TH TD Note Caption "
  .. "TOCI Figure")
local INLINE = set("Link Reference Span")
local MAY_BE_EMPTY = set("TD TH")
-- What parts a link, or any element of a line: it stands between the two parts.
-- No link stands in another, and a note has nothing of what its mark stands in.
local PARTED_BY = { Link = set("Link"), Reference = INLINE, Note = INLINE }

local function check_place(type, parent)
  if not (GROUPS[type] or BLOCKS[type] or INLINE[type]) then
    fault("structure: there is no type '%s'", type)
  elseif PARENTS[type] and not PARENTS[type][parent.type]
    or CHILDREN[parent.type] and not CHILDREN[parent.type][type] then
    fault("structure: '%s' stands in '%s'", type, parent.type)
  end
end

-- Whether text may stand in an element, and not only in elements in it.
function M.takes_text(element)
  return not GROUPS[element.type]
end

-- --- building --------------------------------------------------------------

local NONE = {}

local function add(parent, kid)
  parent.kids[#parent.kids + 1] = kid
end

-- A slot behind what an element has; one is enough where no text may stand.
local function open_slot(element)
  local number = element.only_slot
  if not number then
    local slot = { element = element, marks = false }
    add(element, slot)
    number = #slots + 1
    slots[number] = slot
    element.only_slot = GROUPS[element.type] and number
  end
  tex.setattribute("global", SLOT, number)
end
open_slot(root)

-- The slot with that number; nil of none.
function M.slot(number)
  return number and slots[number]
end

function M.current()
  return open[#open]
end

local function last_element(element, type)
  for i = #element.kids, 1, -1 do
    local kid = element.kids[i]
    if kid.type then return kid.type == type and kid, i end
  end
end

-- A list that stands in a list belongs to the entry before it.
local function parent_of(type)
  local parent = open[#open]
  if type == "L" and parent.type == "L" then
    local entry = last_element(parent, "LI")
    return entry and last_element(entry, "LBody") or parent
  end
  return parent
end

-- A caption is announced before its table and belongs into it.
local function take_caption(element)
  local caption, i = last_element(element.parent, "Caption")
  if caption then
    table.remove(element.parent.kids, i)
    add(element, caption)
    caption.parent = element
  end
end

local function open_element(type)
  local parent = parent_of(type)
  check_place(type, parent)
  local element = { type = type, parent = parent, kids = {}, parts = NONE,
                    link = parent.link, block = parent.block,
                    only_slot = false, content = NONE, object = false,
                    reference = false }
  if type == "Link" then element.link = element end
  if BLOCKS[type] then element.block = element end
  if type == "Table" then take_caption(element) end
  add(parent, element)
  open[#open + 1] = element
  open_slot(element)
  return element
end

-- Ends the open elements of the line that one of this type parts; they are the
-- result, from the outside in.
local function part(type)
  local first = #open + 1
  for i = #open, 1, -1 do
    if not INLINE[open[i].type] then break end
    if PARTED_BY[type][open[i].type] then first = i end
  end
  local parts = { table.unpack(open, first) }
  for i = #open, first, -1 do open[i] = nil end
  return parts
end

local function begin(type)
  local parts = PARTED_BY[type] and part(type)
  open_element(type).parts = parts or NONE
end

-- What was parted goes on.
local parted
local function go_on(element)
  local rest = open_element(element.type)
  rest.language, rest.action = element.language, element.action
  rest.colour = element.colour
  element.parted, rest.parted, parted = true, true, true
end

commands.define("una@begin", function()
  begin(token.scan_string())
end)

commands.define("una@end", function()
  local type = token.scan_string()
  local element = open[#open]
  if #open == 1 or element.type ~= type then
    fault("structure: '%s' ends where '%s' is open", type, element.type)
  else
    open[#open] = nil
    open_slot(open[#open])
    for _, parted in ipairs(element.parts) do go_on(parted) end
  end
end)

-- In the group at hand, all is an artefact of that kind.
commands.define("una@setartifact", function()
  tex.setattribute(M.artifact_attribute, token.scan_int())
end)

-- --- what is said of the open element --------------------------------------

commands.define("una@alternative", function()
  M.current().alt = objects.decode(token.scan_string())
end)

commands.define("una@spokenin", function()
  M.current().language = token.scan_string()
end)

-- How a list is numbered, told from the first label in it: "1.", "(a)", "-".
local NUMBERINGS = {
  { "^%p*%d+%p*$", "Decimal" }, { "^%p*[ivx]+%p*$", "LowerRoman" },
  { "^%p*[IVX]+%p*$", "UpperRoman" }, { "^%p*%l%p*$", "LowerAlpha" },
  { "^%p*%u%p*$", "UpperAlpha" }, { "^•$", "Disc" },
}
-- The same by the first character of a label in another script: from, to.
local OTHER_SCRIPTS = {
  { 0x0410, 0x042F, "UpperAlpha" }, { 0x0430, 0x044F, "LowerAlpha" },
  { 0x0621, 0x064A, "LowerAlpha" }, { 0x0660, 0x0669, "Decimal" },
}
local function numbering_of(label)
  for _, pair in ipairs(NUMBERINGS) do
    if label:find(pair[1]) then return pair[2] end
  end
  local code = utf8.codepoint((label:gsub("^%p+", "")) .. " ")
  for _, range in ipairs(OTHER_SCRIPTS) do
    if range[1] <= code and code <= range[2] then return range[3] end
  end
end

commands.define("una@label", function()
  local label = token.scan_string():gsub("\\%a+%s?", ""):gsub("[{}]", "")
  local list = M.current().parent
  list.list = list.list or numbering_of(label)
end)

-- --- tables ----------------------------------------------------------------

-- The open cell is head of its Column or Row.
commands.define("una@headcell", function()
  local cell = M.current()
  cell.table = cell.table or {}
  cell.table.Scope = token.scan_string()
end)

-- How many columns and rows the open cell covers.
commands.define("una@spancell", function()
  local cell = M.current()
  local columns = tonumber(token.scan_string())
  local rows = tonumber(token.scan_string())
  cell.table = cell.table or {}
  cell.table.ColSpan = columns > 1 and columns or nil
  cell.table.RowSpan = rows > 1 and rows or nil
end)

-- Calls f for each element in an element, of a type if one is named.
local function each(element, type, f)
  for _, kid in ipairs(element.kids) do
    if kid.type and (not type or kid.type == type) then f(kid) end
  end
end

-- How many columns each row of a part of a table covers, with what reaches into it
-- from above.
local function widths_of_rows(part)
  local widths, reaching, i = {}, {}, 0
  each(part, "TR", function(row)
    i = i + 1
    widths[i] = reaching[i] or 0
    each(row, nil, function(cell)
      local spans = cell.table or {}
      local columns = spans.ColSpan or 1
      widths[i] = widths[i] + columns
      for k = i + 1, i + (spans.RowSpan or 1) - 1 do
        reaching[k] = (reaching[k] or 0) + columns
      end
    end)
  end)
  return widths
end

local function check_table(element)
  local width
  each(element, nil, function(part)
    for _, w in ipairs(widths_of_rows(part)) do
      width = width or w
      if w ~= width then
        fault("structure: a row of a table has %d columns, another %d", w,
          width)
      end
    end
  end)
end

-- --- at the end ------------------------------------------------------------

local function is_empty(element)
  local kids = element.kids
  for i = 1, #kids do
    if kids[i].type or kids[i].marks then return false end
  end
  return true
end

-- Before or behind what parts an element there may be nothing of it.
local function drop_empty_parts(element)
  local kids = element.kids
  for i = #kids, 1, -1 do
    local kid = kids[i]
    if kid.type then
      drop_empty_parts(kid)
      if kid.parted and is_empty(kid) then table.remove(kids, i) end
    end
  end
end

-- Headings go down by one step at a time, and begin with the first.
local RANKS = { H1 = 1, H2 = 2, H3 = 3, H4 = 4, H5 = 5, H6 = 6 }
local last_rank = 0
local function check_heading(element)
  local rank = RANKS[element.type]
  if not rank then return end
  if rank > last_rank + 1 then
    fault("structure: a heading of level %d comes after level %d", rank,
      last_rank)
  end
  last_rank = rank
end

local function check_element(element)
  local type = element.type
  if #element.content == 0 and (element.filled or not MAY_BE_EMPTY[type]) then
    fault("structure: '%s' is empty", type)
  elseif type == "Figure" and not element.alt then
    fault("structure: a figure has no alternative text")
  elseif type == "TH" and not (element.table or {}).Scope then
    fault("structure: a head cell does not say what it is head of")
  elseif type == "Table" then
    check_table(element)
  end
  check_heading(element)
end

-- What is in an element: elements, and marks of its own text.
local function content_of(element)
  local kids, content, count = element.kids, {}, 0
  if #kids == 1 and kids[1].marks then return kids[1].marks end
  for i = 1, #kids do
    local kid = kids[i]
    local marks = kid.marks
    if marks then
      for k = 1, #marks do content[count + k] = marks[k] end
      count = count + #marks
    elseif kid.type then
      count = count + 1
      content[count] = kid
    end
  end
  return content
end

-- Checks an element and all below it, and adds them to the list.
local function check_below(element, list)
  local content = content_of(element)
  element.content = content
  check_element(element)
  list[#list + 1] = element
  for i = 1, #content do
    if content[i].type then check_below(content[i], list) end
  end
  return list
end

-- Called when all pages are out.  Returns all elements, in the order of the
-- document; each now has its content.
function M.finish()
  for i = 2, #open do
    fault("structure: '%s' is never ended", open[i].type)
  end
  if parted then drop_empty_parts(root) end
  return check_below(root, {})
end

return M
