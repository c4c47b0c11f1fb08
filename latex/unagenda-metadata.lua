-- What the PDF says of itself: document information, XMP, catalogue.
--
-- All of it comes from the document, nothing from the clock, the machine or the
-- run, so that the same document gives the same bytes.

local commands = require("unagenda-commands")
local messages = require("unagenda-messages")
local objects = require("unagenda-pdf")

local values = {}
local known = { title = true, symbol = true, language = true, date = true }

commands.define("unaMetadata", function()
  local key = token.scan_string()
  local value = objects.decode(token.scan_string())
  if not known[key] then
    messages.report("error", "UNA-0906", "no metadata is called " .. key)
  end
  values[key] = value
end)

-- The document's date as the PDF writes it; noon, as it has no hour.
local function pdf_date()
  return "D:" .. values.date:gsub("-", "") .. "120000Z"
end

local xmp = [[
<?xpacket begin="]] .. utf8.char(0xFEFF) .. [[" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">$title</rdf:li></rdf:Alt></dc:title>
   <dc:identifier>$symbol</dc:identifier>
   <dc:subject><rdf:Bag><rdf:li>$symbol</rdf:li></rdf:Bag></dc:subject>
   <dc:language><rdf:Bag><rdf:li>$language</rdf:li></rdf:Bag></dc:language>
   <dc:publisher><rdf:Bag><rdf:li>United Nations</rdf:li></rdf:Bag></dc:publisher>
   <xmp:CreatorTool>unagenda</xmp:CreatorTool>
   <xmp:CreateDate>$dateT12:00:00Z</xmp:CreateDate>
   <xmp:ModifyDate>$dateT12:00:00Z</xmp:ModifyDate>
   <pdf:Producer>LuaTeX</pdf:Producer>
   <pdf:Keywords>$symbol</pdf:Keywords>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>]]

local function write_info()
  pdf.setinfo(("/Title %s /Keywords %s /Creator (unagenda) "
    .. "/Producer (LuaTeX) /CreationDate (%s) /ModDate (%s)"):format(
    objects.string(values.title), objects.string(values.symbol),
    pdf_date(), pdf_date()))
end

local function write_catalogue()
  local packet = xmp:gsub("%$(%l+)", function(key)
    return values[key] and objects.xml(values[key])
  end)
  local object = pdf.obj({
    type = "stream", string = packet, compresslevel = 0, immediate = true,
    attr = "/Type /Metadata /Subtype /XML",
  })
  objects.add_to_catalogue(("/Metadata %d 0 R /Lang %s "
    .. "/ViewerPreferences << /DisplayDocTitle true >>"):format(
    object, objects.string(values.language)))
end

luatexbase.add_to_callback("finish_pdffile", function()
  for key in pairs(known) do
    if not values[key] then
      messages.report("error", "UNA-0906", "the metadata lack " .. key)
      return
    end
  end
  write_info()
  write_catalogue()
  local id = md5.sumhexa(values.symbol .. values.language .. values.date)
  pdf.settrailerid(("[<%s> <%s>]"):format(id, id))
end, "unagenda: metadata")

pdf.setmajorversion(1)
pdf.setminorversion(7)
pdf.setsuppressoptionalinfo(511)   -- all that LuaTeX would add by itself
