-- Words of a script whose letters are joined: which glyphs they are, where these
-- stand, and what they read.  HarfBuzz tells; a word is shaped alone, and once, as
-- in the face's own units it is the same in all sizes.

local nodes = require("unagenda-nodes")
local objects = require("unagenda-pdf")
local texts_of = require("unagenda-glyphs")

local characters = nodes.characters

local M = {}

local hb = luaotfload.harfbuzz
local DIRECTIONS = { [0] = hb.Direction.new("ltr"), hb.Direction.new("rtl") }
local RTL = 1

-- What is shaped behind each word.  A mark may reach over a blank, and without any
-- would push its letter away; the last blank has what marks reach over it, too.
local BLANK, BLANKS = 0x20, 2

-- The engine knows glyphs by codes, from this one on: behind those of ASCII, which
-- it asks for how high and wide they are.
local GLYPHS = 0x80

-- The faces, by what luaotfload has of them for fonts of all sizes:
--   shared, specification   that, and how HarfBuzz is to be asked
--   texts    what its glyphs read; letters, the same by their codes
--   widths   of its glyphs
--   words    that are known, from left to right and from right to left: trees that
--            lead from code to code to where a word is found, or not yet
local faces = {}

function M.face(font)
  local shared = font.hb.shared
  if faces[shared] then return faces[shared] end
  local texts, letters, widths = texts_of(shared), {}, {}
  for glyph = 0, #shared.glyphs do
    letters[GLYPHS + glyph] = texts[glyph]
    widths[glyph] = shared.glyphs[glyph].width
  end
  faces[shared] = { shared = shared, specification = font.specification,
                    texts = texts, letters = letters, widths = widths,
                    words = { [0] = {}, {} } }
  return faces[shared]
end

-- What the engine is given of such a font: its glyphs, and what is of ASCII.
function M.characters(font)
  local face, given, chosen = M.face(font), font.characters, {}
  for code = 0, GLYPHS - 1 do chosen[code] = given[code] end
  for glyph = 0, #face.shared.glyphs do
    local character = given[face.shared.gid_offset + glyph]
    character.tounicode = objects.utf16(face.texts[glyph] or "\u{FFFD}")
    chosen[GLYPHS + glyph] = character
  end
  return chosen
end

-- --- words -------------------------------------------------------------------

local buffer = hb.Buffer.new()
buffer:set_cluster_level(buffer.CLUSTER_LEVEL_MONOTONE_CHARACTERS)

-- The glyphs of a word and of the blanks behind it, from left to right.
local function shape(face, codes, direction)
  local how = face.specification
  buffer:clear_contents()
  buffer:set_direction(DIRECTIONS[direction])
  buffer:set_script(how.script)
  buffer:set_language(how.language)
  buffer:add_codepoints(codes)
  hb.shape_full(face.shared.font, buffer, how.hb_features, {})
  return buffer:get_glyphs()
end

-- What is none is not kept.
local function some(number)
  return number ~= 0 and number or nil
end

-- A word at hand:
--   face, glyphs   in their order on paper, and where each starts
--   first, step, past   the way through them in the order of the text, up to the
--                       first blank
--   length         of them all, with what that blank takes more than its width, which
--                  is of a sign around figures; stop, where the letter before ended
local function new_run(face, codes, direction)
  local glyphs, starts = shape(face, codes, direction), {}
  local run = { face = face, glyphs = glyphs, starts = starts, first = 1,
                step = 1, past = #glyphs + 1 - BLANKS, stop = 0 }
  local is_rtl = direction == RTL
  if is_rtl then run.first, run.step, run.past = #glyphs, -1, BLANKS end
  local pen = 0
  for i = run.first, run.past - run.step, run.step do
    local advance = glyphs[i].x_advance
    starts[i] = is_rtl and pen + advance - face.widths[glyphs[i].codepoint]
      or pen
    pen = pen + advance
  end
  local blank = glyphs[run.past]
  run.length = pen + blank.x_advance - face.widths[blank.codepoint]
  return run
end

-- A glyph for the engine: its code; the kern before it; how far it is moved.
local function placed(run, i, from)
  local glyph = run.glyphs[i]
  return { code = GLYPHS + glyph.codepoint, kern = some(run.starts[i] - from),
           x = some(glyph.x_offset * run.step), y = some(glyph.y_offset) }
end

local function end_of(run, i)
  return run.starts[i] + run.face.widths[run.glyphs[i].codepoint]
end

-- The letter among some glyphs: the only one that has a width.
local function letter_among(run, from, to)
  local letter
  for i = from, to, run.step do
    if end_of(run, i) > run.starts[i] then letter = letter and from or i end
  end
  return letter or from
end

-- Adds to a word, at the number of its first character, a letter that is more than
-- one glyph that stands where the one before ended and reads as that text:
--   code, kern, x, y, of the letter, and marks, the same of each mark
--   back      the kern behind them, to where the letter ends
--   text      what the letter reads, and its marks nothing; nil if its glyph says so
--   missing   the character, if the face has none
local function add_letter(word, run, from, to, at, text)
  local i = letter_among(run, from, to)
  local letter, stop = placed(run, i, run.stop), end_of(run, i)
  run.stop = to + run.step == run.past and run.length or stop
  -- marks come in their order on paper
  for k = math.min(from, to), math.max(from, to) do
    if k ~= i then
      letter.marks = letter.marks or {}
      table.insert(letter.marks, placed(run, k, stop))
      stop = end_of(run, k)
    end
  end
  letter.back = some(run.stop - stop)
  local glyph = run.glyphs[i].codepoint
  if letter.marks or run.face.texts[glyph] ~= text then letter.text = text end
  letter.missing = glyph == 0 and utf8.codepoint(text) or nil
  letter.at = at
  word[at] = letter.code
  table.insert(word.more, letter)
end

local function is_plain(run, i, behind, text)
  local glyph = run.glyphs[i]
  return behind == i + run.step and run.starts[i] == run.stop
    and glyph.x_offset == 0 and glyph.y_offset == 0
    and run.face.texts[glyph.codepoint] == text
    and (behind ~= run.past or end_of(run, i) == run.length)
end

-- What a word is: by its characters, the codes of their letters; false where a
-- character is part of the letter before it.  More has what else there is to do with
-- some of them, each with the number of its character, at; gone says that
-- there is nothing to see of it.
local function new_word(face, codes, direction)
  local run = new_run(face, codes, direction)
  local glyphs, step = run.glyphs, run.step
  local word, i = { more = {} }, run.first
  while i ~= run.past do
    local at, behind = glyphs[i].cluster + 1, i + step
    while glyphs[behind].cluster + 1 == at do behind = behind + step end
    local next = glyphs[behind].cluster + 1
    local text = next == at + 1 and characters[codes[at]]
      or utf8.char(table.unpack(codes, at, next - 1))
    if is_plain(run, i, behind, text) then
      word[at], run.stop = GLYPHS + glyphs[i].codepoint, end_of(run, i)
    else
      add_letter(word, run, i, behind - step, at, text)
    end
    for gone = at + 1, next - 1 do
      word[gone] = false
      table.insert(word.more, { at = gone, gone = true })
    end
    i = behind
  end
  return word
end

-- Shapes the word of the first codes, in that direction: 0, from left to right, or 1.
function M.word(face, codes, count, direction)
  local word = { table.unpack(codes, 1, count) }
  for i = 1, BLANKS do word[count + i] = BLANK end
  return new_word(face, word, direction)
end

return M
