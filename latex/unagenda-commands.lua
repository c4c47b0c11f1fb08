-- TeX commands made of Lua functions.
--
-- define(name, f) makes \name run f, which reads its arguments with token.scan_*.
-- The table of functions is no part of a format; a process that forks keeps it.

local M = {}

function M.define(name, f)
  local index = luatexbase.new_luafunction(name)
  lua.get_functions_table()[index] = f
  token.set_lua(name, index, "global", "protected")
end

return M
