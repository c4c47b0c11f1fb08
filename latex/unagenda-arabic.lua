-- Arabic text, as whoever reads the PDF has it.
--
-- Of a letter that a face makes of several glyphs, a bare letter and marks,
-- luaotfload says in the PDF what they are together.  Programs that look at
-- where glyphs stand then see a space beside the widest of them.  So the bare
-- letter is said to be all of it, and the marks nothing.
--
-- luaotfload keeps what it will say in properties of the first and of the last
-- glyph, and writes it at the end of hpack_filter and post_linebreak_filter.

local START, STOP = "luaotfload_startactualtext", "luaotfload_endactualtext"
local GLYPH, HLIST = node.id("glyph"), node.id("hlist")

local function get(n, name)
  local properties = node.getproperty(n)
  return properties and properties[name]
end

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

local function part(first)
  local glyphs, letter = group(first)
  if not letter or #glyphs == 1 then return end
  local text = get(first, START)
  for _, n in ipairs(glyphs) do
    set(n, n == letter and text or "")
  end
end

local function part_all(head)
  for n in node.traverse_id(GLYPH, head) do
    local text = get(n, START)
    if text and text ~= "" then part(n) end
  end
  return head
end

-- Callbacks of hpack_filter run in the order in which they came, those of
-- post_linebreak_filter the other way round.
local name = "luaotfload.harf.finalize_hlist"
local finish = luatexbase.remove_from_callback("hpack_filter", name)
luatexbase.add_to_callback("hpack_filter", part_all,
  "unagenda: Arabic letters in boxes")
luatexbase.add_to_callback("hpack_filter", finish, name)

luatexbase.add_to_callback("post_linebreak_filter", function(head)
  for line in node.traverse_id(HLIST, head) do part_all(line.head) end
  return head
end, "unagenda: Arabic letters in lines")
