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
  element.reference = objects.reference(element.object)
  if element.type == "Note" then
    ids[#ids + 1] = element
    element.id = ("note.%06d"):format(#ids)
  end
end

-- --- elements --------------------------------------------------------------

local function add_annotations(list, element)
  for _, annotation in ipairs(element.annotations) do
    list[#list + 1] = ("<</Type/OBJR/Pg %s/Obj %d 0 R>>"):format(
      annotation.page.reference, annotation.object)
  end
end

-- The page of an element's own text, if it has any, and what is in it.  On one page
-- only, as most are, the marks need not say on which.
local function kids_of(element)
  local content, list, page = element.content, {}, nil
  if #content == 1 and not element.annotations then
    local kid = content[1]
    return kid.page, "/K[" .. (kid.mcid or kid.reference) .. "]"
  end
  for i = 1, #content do
    local kid = content[i]
    if kid.type then
      list[i] = kid.reference
    else
      page = page or kid.page
      list[i] = kid.page == page and kid.mcid
        or ("<</Type/MCR/Pg %s/MCID %d>>"):format(kid.page.reference, kid.mcid)
    end
  end
  if element.annotations then add_annotations(list, element) end
  return page, #list > 0 and "/K[" .. table.concat(list, " ") .. "]" or ""
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
  elseif element.right_to_left then
    return "/A<</O/Layout/WritingMode/RlTb>>"
  end
  return ""
end

local function entry(key, text)
  return text and ("/%s %s"):format(key, objects.string(text)) or ""
end

-- What few elements have.
local function rare_entries(element)
  if not (element.id or element.alt or element.language or element.table
    or element.list or element.box or element.right_to_left) then return "" end
  return entry("ID", element.id) .. entry("Alt", element.alt)
    .. entry("Lang", element.language) .. attributes_of(element)
end

local function write(element, parent)
  local page, kids = kids_of(element)
  pdf.immediateobj(element.object, "<</S/" .. element.type .. "/P " .. parent
    .. (page and "/Pg " .. page.reference or "") .. rare_entries(element)
    .. kids .. ">>")
end

-- --- the way back ----------------------------------------------------------

local function page_parents(page)
  local parents = {}
  for i, slot in ipairs(page.marks) do
    parents[i] = slot.element.reference
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
    numbers[#numbers + 1] = ("%d %s"):format(tagging.annotation_key(i),
      annotation.element.reference)
  end
  return pdf.immediateobj(("<</Nums[%s]>>"):format(table.concat(numbers, " ")))
end

local function write_ids()
  if #ids == 0 then return "" end
  local names = {}
  for i, element in ipairs(ids) do
    names[i] = ("(%s) %s"):format(element.id, element.reference)
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
  local root, elements = structure.root, structure.finish()
  root.right_to_left = nodes.direction == "TRT"
  outline.check()
  give_annotations()
  local top = pdf.reserveobj()
  for i = 1, #elements do reserve(elements[i]) end
  write(root, objects.reference(top))
  for i = 2, #elements do write(elements[i], elements[i].parent.reference) end
  links.write(elements)
  pdf.immediateobj(top, ("<</Type/StructTreeRoot/K %s/ParentTree %d 0 R"
    .. "/ParentTreeNextKey %d/RoleMap%s%s>>"):format(root.reference,
    write_parents(), tagging.annotation_key(#tagging.annotations + 1), ROLES,
    write_ids()))
  objects.add_to_catalogue(
    ("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"):format(top))
  outline.write()
end, "unagenda: structure")
