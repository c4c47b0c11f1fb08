-- Arabic text, as whoever reads the PDF has it.
--
-- Of a letter that a face makes of several glyphs, a bare letter and marks,
-- luaotfload says in the PDF what they are together, and draws the marks first, as
-- they come from right to left.  Programs that do not heed what is said read the
-- glyphs in that order; and those that heed it, but look at where glyphs stand, see
-- a space beside the widest of them.  So the bare letter is put first, the marks
-- after it, each where it was on paper; and the letter is said to be all of it, the
-- marks nothing.
--
-- luaotfload keeps what it will say in properties of the first and of the last
-- glyph, and writes it at the end of hpack_filter and post_linebreak_filter.

local nodes = require("unagenda-nodes")

local START, STOP = "luaotfload_startactualtext", "luaotfload_endactualtext"
local GLYPH, HLIST = node.id("glyph"), node.id("hlist")

local function get(n, name)
  local properties = node.getproperty(n)
  return properties and properties[name]
end

-- A glyph that reads as that text, in UTF-16; nil: as it is.
local function set(n, text)
  local properties = node.getproperty(n)
  if not properties then
    properties = {}
    node.setproperty(n, properties)
  end
  properties[START], properties[STOP] = text, text and true or nil
end

-- The glyphs from one that starts a text to the one that ends it, and the only
-- one of them that has a width.
local function group(first)
  local glyphs, letter = {}, nil
  local n = first
  while n do
    if n.id == GLYPH then
      glyphs[#glyphs + 1] = n
      if n.width > 0 then
        if letter then return end
        letter = n
      end
      if get(n, STOP) then return glyphs, letter end
    end
    n = n.next
  end
end

-- Puts the marks of a group behind its letter; returns the head of the list.
local function reorder(head, first)
  local glyphs, letter = group(first)
  if not letter or #glyphs == 1 then return head end
  local text = get(first, START)
  local last = letter
  local function add(n)
    head = node.insert_after(head, last, n)
    last = n
  end
  add(nodes.kern(-letter.width))
  for i = #glyphs, 1, -1 do
    local mark = glyphs[i]
    if mark ~= letter then
      head = node.remove(head, mark)
      add(mark)
      set(mark, "")
    end
  end
  add(nodes.kern(letter.width))
  set(letter, text)
  return head
end

local function reorder_all(head)
  for n in node.traverse_id(GLYPH, head) do
    local text = get(n, START)
    if text and text ~= "" then head = reorder(head, n) end
  end
  return head
end

-- Callbacks of hpack_filter run in the order in which they came, those of
-- post_linebreak_filter the other way round.
local name = "luaotfload.harf.finalize_hlist"
local finish = luatexbase.remove_from_callback("hpack_filter", name)
luatexbase.add_to_callback("hpack_filter", reorder_all,
  "unagenda: Arabic letters in boxes")
luatexbase.add_to_callback("hpack_filter", finish, name)

luatexbase.add_to_callback("post_linebreak_filter", function(head)
  for line in node.traverse_id(HLIST, head) do
    line.head = reorder_all(line.head)
  end
  return head
end, "unagenda: Arabic letters in lines")
