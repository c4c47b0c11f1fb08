-- Which face serves which script: file names, found through TeX's own search
-- and below /usr/share/fonts.
--
-- latin  TeX Gyre Termes, Debian package fonts-texgyre, GUST Font License (a
--        form of the LPPL).  The house uses Times New Roman.  Termes has its
--        widths and, of the free faces that do, its look: Liberation Serif has
--        the widths but is drawn after other models, which shows in headings.

return {
  scripts = {
    en = "latin",
  },
  faces = {
    latin = {
      n  = "texgyretermes-regular.otf",
      b  = "texgyretermes-bold.otf",
      i  = "texgyretermes-italic.otf",
      bi = "texgyretermes-bolditalic.otf",
      s  = "texgyreheros-regular.otf",   -- digits under a barcode
    },
  },
}
