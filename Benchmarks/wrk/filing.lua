-- Files drafts that are ready: filing.lua DRAFTS COOKIE TOKEN THREADS
-- A connection that has no draft left asks for nothing more.
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "report.lua")

wrong, cases, what = 0, 0, ""
local ids, headers, body, at, step

function init(args)
   ids = lines(args[1])
   headers = {
      ["Host"] = "localhost", ["Cookie"] = args[2], ["Content-Type"] = "application/x-www-form-urlencoded" }
   body = "_token=" .. args[3] .. "&version=1&promise=yes"
   step, at = tonumber(args[4]), number + 1
end

function request()
   local id = ids[at]
   at = at + step
   if not id then
      what = "the drafts were used up"
      wrong = wrong + 1
      return wrk.format("GET", "/healthz", headers)
   end
   return wrk.format("POST", "/ho-so/nhap/" .. id .. "/nop", headers, body)
end

function response(status, fields, text)
   local to = fields["Location"] or fields["location"] or ""
   if status == 303 and to:find("giay-tiep-nhan", 1, true) then
      cases = cases + 1
   else
      wrong = wrong + 1
      if what == "" then what = status .. " " .. to .. " " .. text:sub(1, 200) end
   end
end
