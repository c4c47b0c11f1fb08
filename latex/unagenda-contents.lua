-- Pages held back until the last is made, and the places filled in then.
--
-- A place is an empty box of no width with a number in an attribute; the number
-- leads to what is to stand there.  Glyphs are put into the box, before or after
-- its reference point, so that nothing on the page moves.

local commands = require("unagenda-commands")
local nodes = require("unagenda-nodes")

local attribute = luatexbase.new_attribute("unaopenplace")
local places = {}
local held = {}          -- pages, each with its box, number and size
local holding = false
local destinations = {}  -- numbers of pages by the names of their destinations

local function open_place(place)
  holding = true
  place.font = font.current()
  places[#places + 1] = place
  local box = node.new("hlist")
  box.attr = node.current_attr()
  node.set_attribute(box, attribute, #places)
  node.write(box)
end

commands.define("una@pageof", function()
  open_place({ destination = token.scan_string(), align = "right" })
end)

commands.define("una@folioof", function()
  open_place({ folio = tex.count[0], align = token.scan_string() })
end)

-- Calls f for every node of a list and of the boxes in it.
local function walk(head, f)
  for n in node.traverse(head) do
    f(n)
    if n.id == node.id("hlist") or n.id == node.id("vlist") then
      walk(n.head, f)
    end
  end
end

local pdf_dest = node.subtype("pdf_dest")

local function note_destinations(page)
  walk(page.box.head, function(n)
    if n.id == node.id("whatsit") and n.subtype == pdf_dest then
      destinations[n.dest_id] = page.number
    end
  end)
end

-- Of the box's font and structure.
local function glyphs(text, font_id, box)
  local list, width = nodes.list(), 0
  local characters = font.getfont(font_id).characters
  for _, code in utf8.codes(text) do
    local n = node.new("glyph")
    n.char, n.font = code, font_id
    nodes.like(n, box)
    width = width + characters[code].width
    list.add(n)
  end
  return list.head, width
end

local function fill(box, place)
  local text = tostring(destinations[place.destination] or "?")
  if place.folio then
    local pair = { place.folio, held[#held].number }
    if nodes.direction == "TRT" then pair[1], pair[2] = pair[2], pair[1] end
    text = table.concat(pair, "/")
  end
  local head, width = glyphs(text, place.font, box)
  -- where lines run from right to left, the sides are the others
  if (place.align == "right") == (nodes.direction == "TLT") then
    head = node.insert_before(head, head, nodes.kern(-width))
  end
  box.dir = "TLT"
  box.head = head
end

local function fill_places(page)
  walk(page.box.head, function(n)
    local number = n.id == node.id("hlist")
      and node.has_attribute(n, attribute)
    if number and not n.head then fill(n, places[number]) end
  end)
end

-- Takes what is in a box; an empty one of its size stays, which is TeX's.
local function take(box)
  local list = box.head
  box.head = nil
  local taken = node.copy(box)
  taken.head = list
  return taken
end

-- Takes the page at hand, if any is held back; \una@held says whether.
commands.define("una@holdpage", function()
  if holding then
    held[#held + 1] = { box = take(tex.box.ShipoutBox),
                        number = tex.count[0],
                        width = tex.pagewidth, height = tex.pageheight }
  end
  token.set_macro("una@held", holding and "1" or "0")
end)

commands.define("una@fillpages", function()
  holding = false
  for _, page in ipairs(held) do note_destinations(page) end
  for _, page in ipairs(held) do fill_places(page) end
end)

-- Puts the next held page into \box255, and its size on the paper; \una@held
-- says whether there is one.
local next_page = 1
commands.define("una@takepage", function()
  local page = held[next_page]
  token.set_macro("una@held", page and "1" or "0")
  if page then
    tex.box[255] = page.box
    tex.pagewidth, tex.pageheight = page.width, page.height
    next_page = next_page + 1
  end
end)
