-- Writes the structure into the PDF: its elements, what on the pages belongs to
-- them, and the way back (PDF 1.7, 14.7).

local links = require("unagenda-links")
local nodes = require("unagenda-nodes")
local objects = require("unagenda-pdf")
local outline = require("unagenda-outline")
local structure = require("unagenda-structure")
local tagging = require("unagenda-tagging")

-- What PDF 1.7 has no type for.
local ROLES = "<</Title/P>>"

local function points(sp)
  return ("%.2f"):format(sp / tex.sp("1bp"))
end

-- --- numbers ---------------------------------------------------------------

local ids = {}   -- notes, by the names that they get

local function reserve(element)
  element.object = pdf.reserveobj()
  if element.type == "Note" then
    ids[#ids + 1] = element
    element.id = ("note.%06d"):format(#ids)
  end
end

-- --- elements --------------------------------------------------------------

-- The page of an element's own text: where most of it is, on one page only, the marks
-- of the text need not say so.
local function page_of(kids)
  for i = 1, #kids do
    local first = kids[i].marks and kids[i].marks[1]
    if first then return first.page end
  end
end

-- Adds what is of a slot on the pages.
local function add_marks(list, slot, page)
  local marks = slot.marks
  for i = 1, #marks do
    local mark = marks[i]
    list[#list + 1] = mark.page == page and mark.mcid
      or ("<</Type/MCR/Pg %d 0 R/MCID %d>>"):format(mark.page.object,
        mark.mcid)
  end
end

local function add_annotations(list, element)
  for _, annotation in ipairs(element.annotations) do
    list[#list + 1] = ("<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>"):format(
      annotation.page.object, annotation.object)
  end
end

local function kids_of(element, page)
  local kids, list = element.kids, {}
  for i = 1, #kids do
    if kids[i].type then
      list[#list + 1] = kids[i].object .. " 0 R"
    else
      add_marks(list, kids[i], page)
    end
  end
  if element.annotations then add_annotations(list, element) end
  if #list == 0 then return "" end
  return "/K[" .. table.concat(list, " ") .. "]"
end

-- Of an attribute, the entries in the order of their names.
local function cell_attributes(cell)
  local text = "<</O/Table"
  for _, key in ipairs({ "ColSpan", "RowSpan", "Scope" }) do
    local value = cell[key]
    if value then
      text = text .. "/" .. key
        .. (key == "Scope" and "/" .. value or " " .. value)
    end
  end
  return text .. ">>"
end

local function box_attributes(box)
  return ("<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>"):format(
    points(box[1]), points(box[2]), points(box[3]), points(box[4]))
end

local function attributes_of(element)
  if element.table and next(element.table) then
    return "/A" .. cell_attributes(element.table)
  elseif element.list then
    return "/A<</O/List/ListNumbering/" .. element.list .. ">>"
  elseif element.box then
    return "/A" .. box_attributes(element.box)
  elseif element == structure.root and nodes.direction == "TRT" then
    return "/A<</O/Layout/WritingMode/RlTb>>"
  end
  return ""
end

local function entry(key, text)
  return text and ("/%s %s"):format(key, objects.string(text)) or ""
end

-- What few elements have.
local function rare_entries(element)
  return entry("ID", element.id) .. entry("Alt", element.alt)
    .. entry("Lang", element.language) .. attributes_of(element)
end

local function write(element, parent)
  local page = page_of(element.kids)
  pdf.immediateobj(element.object, "<</S/" .. element.type
    .. "/P " .. parent .. " 0 R"
    .. (page and "/Pg " .. page.object .. " 0 R" or "")
    .. rare_entries(element) .. kids_of(element, page) .. ">>")
end

-- --- the way back ----------------------------------------------------------

local function page_parents(page)
  local parents = {}
  for i, slot in ipairs(page.marks) do
    parents[i] = slot.element.object .. " 0 R"
  end
  return pdf.immediateobj(("[%s]"):format(table.concat(parents, " ")))
end

local function write_parents()
  local numbers = {}
  for i, page in ipairs(tagging.pages) do
    if #page.marks > 0 then
      numbers[#numbers + 1] = ("%d %d 0 R"):format(i - 1, page_parents(page))
    end
  end
  for i, annotation in ipairs(tagging.annotations) do
    numbers[#numbers + 1] = ("%d %d 0 R"):format(tagging.annotation_key(i),
      annotation.element.object)
  end
  return pdf.immediateobj(("<</Nums[%s]>>"):format(table.concat(numbers, " ")))
end

local function write_ids()
  if #ids == 0 then return "" end
  local names = {}
  for i, element in ipairs(ids) do
    names[i] = ("(%s) %d 0 R"):format(element.id, element.object)
  end
  return ("/IDTree<</Names[%s]>>"):format(table.concat(names, " "))
end

-- --- links -----------------------------------------------------------------

local function give_annotations()
  for _, annotation in ipairs(tagging.annotations) do
    local link = annotation.element
    link.annotations = link.annotations or {}
    table.insert(link.annotations, annotation)
  end
end

luatexbase.add_to_callback("finish_pdffile", function()
  local elements = structure.finish()
  outline.check()
  give_annotations()
  local top = pdf.reserveobj()
  for i = 1, #elements do reserve(elements[i]) end
  write(structure.root, top)
  for i = 2, #elements do write(elements[i], elements[i].parent.object) end
  links.write(elements)
  pdf.immediateobj(top, ("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R"
    .. "/ParentTreeNextKey %d/RoleMap%s%s>>"):format(structure.root.object,
    write_parents(), tagging.annotation_key(#tagging.annotations + 1), ROLES,
    write_ids()))
  objects.add_to_catalogue(
    ("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"):format(top))
  outline.write()
end, "unagenda: structure")
