-- Asks for one address after another: pages.lua PATHS [COOKIE [ACCEPT-ENCODING [anew]]]
-- With "anew" no address comes twice, so that nothing that was kept can answer it.
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "report.lua")

wrong = 0
local requests, at, paths, headers = {}, 0, {}, nil

function init(args)
   headers = { ["Host"] = "localhost" }
   if args[2] and args[2] ~= "" then headers["Cookie"] = args[2] end
   if args[3] and args[3] ~= "" then headers["Accept-Encoding"] = args[3] end
   if args[4] then paths = lines(args[1]) end
   for _, path in ipairs(lines(args[1])) do table.insert(requests, wrk.format("GET", path, headers)) end
   at = number * 7
end

function request()
   at = at + 1
   if #paths > 0 then
      local path = paths[at % #paths + 1]
      return wrk.format("GET", path .. (path:find("?", 1, true) and "&" or "?") .. "lan=" .. number .. "-" .. at, headers)
   end
   return requests[at % #requests + 1]
end
