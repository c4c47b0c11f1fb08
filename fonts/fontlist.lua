-- Which face serves which script: file names, found through TeX's own search and
-- below /usr/share/fonts.  The house uses Times New Roman, Traditional Arabic,
-- and Song and Hei types; of what is free and packaged, these are nearest.
-- README.md beside this file says what was compared.
--
--   n  upright   b  bold   i  italic   bi  bold italic   s  sans-serif

local latin = {
  n  = "texgyretermes-regular.otf",
  b  = "texgyretermes-bold.otf",
  i  = "texgyretermes-italic.otf",
  bi = "texgyretermes-bolditalic.otf",
  s  = "texgyreheros-regular.otf",   -- digits under a barcode
}

return {
  scripts = {
    ar = "arabic",
    en = "latin",
    es = "latin",
    fr = "latin",
    ru = "cyrillic",
    zh = "chinese",
  },
  faces = {
    latin = latin,
    cyrillic = {
      n  = "STIXGeneral-Regular.otf",
      b  = "STIXGeneral-Bold.otf",
      i  = "STIXGeneral-Italic.otf",
      bi = "STIXGeneral-BoldItalic.otf",
    },
    -- Arabic has no italics: what would be so is upright.
    arabic = {
      n  = "Scheherazade-Regular.ttf",
      b  = "Scheherazade-Bold.ttf",
      i  = "Scheherazade-Regular.ttf",
      bi = "Scheherazade-Bold.ttf",
    },
    -- Bold is Hei, italic is Kai.
    chinese = {
      n  = "FandolSong-Regular.otf",
      b  = "FandolHei-Regular.otf",
      i  = "FandolKai-Regular.otf",
      bi = "FandolHei-Regular.otf",
    },
  },
}
