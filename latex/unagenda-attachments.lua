-- What travels in the PDF beside its pages: the draft it was made of, byte for
-- byte, and a manifest of all that made it, so that anyone can make it again.
--
-- The program puts both into the folder of the run, JOB.xml and JOB.manifest.
-- Where TeX is run by hand they are not there, and nothing is attached.
--
-- The manifest has the form that sha256sum checks, with the versions of the
-- programs in comments above it.  Those of TeX, its files and the fonts are
-- added here.

local fontlist = require("fontlist")
local hyphenation = require("unagenda-hyphenation")
local objects = require("unagenda-pdf")

local M = {}

local read = objects.read

-- --- what the machine has --------------------------------------------------

-- The digests of fonts that were read before, by path, size and time: a Chinese
-- face is 8 MB.
local cache_path = kpse.expand_var("$TEXMFCACHE") .. "/unagenda-fonts.digests"

local function read_cache()
  local digests = {}
  for key, digest in (read(cache_path) or ""):gmatch("([^\n]+) (%x+)\n") do
    if #digest == 64 then digests[key] = digest end
  end
  return digests
end

-- Complete or not at all, under a name of our own first, as others may write it
-- too; that it cannot be written only costs time.
local function write_cache(digests)
  local lines = {}
  for key, digest in pairs(digests) do
    lines[#lines + 1] = key .. " " .. digest .. "\n"
  end
  local path = ("%s.%.6f"):format(cache_path, os.gettimeofday())
  local file = io.open(path, "wb")
  if not file then return end
  file:write(table.concat(lines))
  file:close()
  os.rename(path, cache_path)
end

local function hex(bytes)
  return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

local function digest_of(path, cache)
  local attributes = lfs.attributes(path)
  local key = ("%s %d %d"):format(path, attributes.size,
    attributes.modification)
  if not cache[key] then
    cache[key] = hex(sha2.digest256(read(path)))
    cache.changed = true
  end
  return cache[key]
end

local function find_font(name)
  return kpse.find_file(name, "opentype fonts")
    or kpse.find_file(name, "truetype fonts")
    or error("no font file " .. name)
end

-- The files of all faces of a script and of Latin letters, used or not: the same
-- for every document of a language.
local function font_files(language)
  local names, seen = {}, {}
  for _, script in ipairs({ fontlist.scripts[language], "latin" }) do
    for _, name in pairs(fontlist.faces[script]) do
      if not seen[name] then names[#names + 1] = name end
      seen[name] = true
    end
  end
  table.sort(names)
  return names
end

local function machine_lines(language)
  local cache = read_cache()
  local lines = {}
  local function add(folder, name, path)
    lines[#lines + 1] = ("%s  %s/%s\n"):format(digest_of(path, cache), folder,
      name)
  end
  for _, name in ipairs(font_files(language)) do
    add("fonts", name, find_font(name))
  end
  for _, name in ipairs(hyphenation.files(language)) do
    add("tex", name, kpse.find_file(name, "tex"))
  end
  add("tex", "sRGB.icc", kpse.find_file("sRGB.icc", "tex"))
  if cache.changed then
    cache.changed = nil
    write_cache(cache)
  end
  return table.concat(lines)
end

-- Once for each language, as a process may make many documents.
local lines_of_language = {}
function M.prepare(language)
  lines_of_language[language] = machine_lines(language)
end

-- --- files -----------------------------------------------------------------

local function engine_lines()
  return ("# %s %s\n# luaotfload %s\n# LaTeX %s\n"):format(
    status.luatex_engine, status.banner:match("Version ([%d.]+)"),
    luaotfload.version, token.get_macro("fmtversion"))
end

-- The lines of the program and its libraries come first, then those of TeX, then
-- all digests.
local function manifest(text, language)
  local at = text:find("\n[^#]") or #text
  return text:sub(1, at) .. engine_lines() .. text:sub(at + 1)
    .. lines_of_language[language]
end

local function embed(file, date)
  local stream = pdf.obj({
    type = "stream", string = file.bytes, immediate = true,
    attr = ("/Type/EmbeddedFile/Subtype/%s/Params<</ModDate(%s)/Size %d"
      .. "/CheckSum<%s>>>"):format(file.kind, date, #file.bytes,
      md5.sumhexa(file.bytes)),
  })
  local name = objects.string(file.name)
  return pdf.immediateobj(("<</Type/Filespec/F %s/UF %s/Desc %s"
    .. "/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>"):format(name, name,
    objects.string(file.description), file.relationship, stream, stream))
end

-- The draft, byte for byte; nil where TeX is run by hand.
function M.source()
  return read("./" .. tex.jobname .. ".xml")
end

local function files(language)
  local source, text = M.source(), read("./" .. tex.jobname .. ".manifest")
  local list = {}
  if text then
    list[1] = { name = tex.jobname .. ".sha256", kind = "text#2Fplain",
      description = "What this PDF was made with", relationship = "Supplement",
      bytes = manifest(text, language) }
  end
  if source then
    list[#list + 1] = { name = tex.jobname .. ".xml",
      kind = "application#2Fxml", description = "The source of this PDF",
      relationship = "Source", bytes = source }
  end
  return list
end

-- Attaches what there is; date as the PDF writes it.
function M.write(language, date)
  local references, names = {}, {}
  for i, file in ipairs(files(language)) do
    local object = embed(file, date)
    references[i] = ("%d 0 R"):format(object)
    names[i] = ("%s %d 0 R"):format(objects.string(file.name), object)
  end
  if #references == 0 then return end
  pdf.setnames(("/EmbeddedFiles<</Names[%s]>>"):format(
    table.concat(names, " ")))
  objects.add_to_catalogue(("/AF[%s]"):format(table.concat(references, " ")))
end

return M
