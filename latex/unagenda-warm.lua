-- The end of a warm engine's own reading: from here on it is a document's.

-- Free places for TeX's tokens lie scattered among those that are used, and a child
-- that takes them writes to as many pages: they are taken here, so that it goes on
-- behind them.
token.set_macro("una@taken", ("x"):rep(status.fix_mem_end - status.dyn_used))

-- Nothing that is there is garbage, and a child is gone before much of it is:
-- to look for it would touch all of the memory that is shared.
collectgarbage("setpause", 1000)
collectgarbage()

-- When the last file is closed, a child has nothing left to do but to free TeX's
-- tables, one by one, which the system does at once.  Where there was an error TeX
-- itself knows best how to end.
luatexbase.add_to_callback("wrapup_run", function()
  if not status.lasterrorstring and not status.lastluaerrorstring then
    os.exit(true)
  end
end, "unagenda: the end of a child")

-- the call that returns once in each child; see generator/engine/protocol.h
local job = io.open("unagenda-warm.job")
  or error("the engine was started without its library")
local name, epoch = job:read("l", "n")
job:close()

-- The engine has a name of its own, which it cannot change.
rawset(tex, "jobname", name)
token.set_macro("jobname", name, "global")

local time = os.date("!*t", epoch)
tex.year, tex.month, tex.day = time.year, time.month, time.day
tex.time = time.hour * 60 + time.min

tex.print(([[\csname @@input\endcsname "./%s.tex" ]]):format(name))
