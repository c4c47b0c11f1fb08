-- Patterns of hyphenation, read when the class is, from the files that all of
-- TeX's formats share; no format and no package needs to know the language.

local commands = require("unagenda-commands")
local objects = require("unagenda-pdf")

local PATTERNS = { es = "hyph-es", fr = "hyph-fr", ru = "hyph-ru" }
local ENDINGS = { ".pat.txt", ".hyp.txt" }

local M = {}

local has_patterns

local function read(name)
  return objects.read(kpse.find_file(name, "tex"))
end

commands.define("una@hyphenate", function()
  local name = PATTERNS[token.scan_string()]
  has_patterns = name ~= nil
  token.set_macro("una@hyphenated", name and "1" or "0")
  -- without patterns the engine looks for no place in a word; LaTeX has it begin
  -- with those of English
  local language = lang.new()
  if name then
    lang.patterns(language, read(name .. ENDINGS[1])
      or error("the patterns " .. name .. " are not installed"))
    lang.hyphenation(language, read(name .. ENDINGS[2]) or "")
  end
  tex.set("global", "language", lang.id(language))
  token.set_macro("una@nolanguage", tostring(lang.id(lang.new())))
end)

-- Whether a paragraph is surely one line: all of them end with room that stretches,
-- and kerns, which come later, make no line longer by more than this.
local KERNS = 1.03
local function is_one_line(head)
  local left, right = tex.get("leftskip", false), tex.get("rightskip", false)
  return node.dimensions(head) * KERNS < tex.hsize - left - right
end

-- A hyphen is no letter: there is no kern beside it, broken or not.
local HYPHEN = 0x2D
local function has_hyphen(head)
  for _, char in node.direct.traverse_char(node.direct.todirect(head)) do
    if char == HYPHEN then return true end
  end
end

-- What is not broken needs no places to break it: the engine would look for them in
-- every box and line, and clear a quarter of a megabyte for each.
luatexbase.add_to_callback("hyphenate", function(head, tail)
  if tex.nest[tex.nest.ptr].mode < 0 then return end   -- a box
  if has_patterns and not is_one_line(head) or has_hyphen(head) then
    lang.hyphenate(head, tail)
  end
end, "unagenda: words in paragraphs, where there are places to part them")

-- The files that are there of a language; none of most.
function M.files(language)
  local names = {}
  for i, ending in ipairs(PATTERNS[language] and ENDINGS or {}) do
    local name = PATTERNS[language] .. ending
    names[i] = kpse.find_file(name, "tex") and name
  end
  return names
end

return M
