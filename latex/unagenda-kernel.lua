-- The page at hand, before it goes out.

local commands = require("unagenda-commands")

-- Has it gone through by all that want to: marks, messages.
commands.define("una@filterpage", function()
  luatexbase.call_callback("pre_shipout_filter", tex.box.ShipoutBox)
end)
