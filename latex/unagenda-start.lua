-- What the engine reads first of all, before LaTeX and luaotfload.
--
-- luaotfload reads Unicode's tables whenever it starts, which is a quarter of the
-- time of LaTeX's whole start, for features that no font of ours has: to put
-- letters into capitals, to normalize them, to look for fonts by names.  Its modules
-- are there from the beginning, and are loaded when something of them is used.

-- Loads a module, unless it is; luaotfload has a name defined while it loads its own,
-- which are an error without.
local loaded, defined = {}, nil
local function load(name)
  if not loaded[name] then
    package.preload[name], package.loaded[name] = nil, nil
    local now = luaotfload_module
    luaotfload_module = now or defined
    loaded[name] = require(name)
    luaotfload_module = now
  end
  return loaded[name]
end

-- What is at the end of these names, in a table.
local function find(t, names)
  for _, name in ipairs(names) do t = t[name] end
  return t
end

-- A table of a module, or a function, that can be asked or called like it.
local function stand_in(name, ...)
  local names = { ... }
  local function real() return find(load(name), names) end
  return setmetatable({}, {
    __index = function(_, key) return real()[key] end,
    __call = function(_, ...) return real()(...) end,
    __pairs = function() return pairs(real()) end,
    __len = function() return #real() end,
  })
end

-- Those two, with what luaotfload takes from them when it starts.  Of anything else
-- they are asked for they are loaded.
local function later(name, parts)
  package.preload[name] = function()
    defined = defined or luaotfload_module
    return setmetatable(parts, {
      __index = function(_, key) return load(name)[key] end,
    })
  end
end

later("lua-uni-normalize", {
  direct = {
    NFC = stand_in("lua-uni-normalize", "direct", "NFC"),
    NFD = stand_in("lua-uni-normalize", "direct", "NFD"),
    NFKD = stand_in("lua-uni-normalize", "direct", "NFKD"),
  },
})

later("luaotfload-unicode", {
  alphnum_only = stand_in("luaotfload-unicode", "alphnum_only"),
  casemapping = {
    uppercase = stand_in("luaotfload-unicode", "casemapping", "uppercase"),
    lowercase = stand_in("luaotfload-unicode", "casemapping", "lowercase"),
    cased = stand_in("luaotfload-unicode", "casemapping", "cased"),
    case_ignorable = stand_in("luaotfload-unicode", "casemapping",
      "case_ignorable"),
  },
  ccc = stand_in("luaotfload-unicode", "ccc"),
  soft_dotted = stand_in("luaotfload-unicode", "soft_dotted"),
})
