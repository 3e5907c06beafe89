-- Asks for one address after another: pages.lua PATHS [COOKIE [ACCEPT-ENCODING]]
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "report.lua")

wrong = 0
local requests, at = {}, 0

function init(args)
   local headers = { ["Host"] = "localhost" }
   if args[2] and args[2] ~= "" then headers["Cookie"] = args[2] end
   if args[3] then headers["Accept-Encoding"] = args[3] end
   for _, path in ipairs(lines(args[1])) do table.insert(requests, wrk.format("GET", path, headers)) end
   at = number * 7
end

function request()
   at = at + 1
   return requests[at % #requests + 1]
end
