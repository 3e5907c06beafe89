-- Plays whole cases, one connection a thread: an applicant files, officials carry out five acts, one reads the case.
-- case.lua DRAFTS PEOPLE THREADS; PEOPLE holds lines "role cookie-without-blanks token".
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "report.lua")

wrong, cases, what = 0, 0, ""
local ids, people, at, threads, stage = nil, {}, 0, 1, 0

local acts = {
   { "one_stop", "receive" }, { "head", "assign" }, { "specialist", "propose" }, { "leader", "send_back" },
   { "specialist", "propose" },
}

function init(args)
   ids = lines(args[1])
   for _, line in ipairs(lines(args[2])) do
      local role, cookie, token = line:match("^(%S+) (%S+) (%S+)$")
      people[role] = {
         token = token,
         headers = {
            ["Host"] = "localhost", ["Cookie"] = cookie:gsub(";", "; "),
            ["Content-Type"] = "application/x-www-form-urlencoded" } }
   end
   threads, at = tonumber(args[3]), number + 1
end

function request()
   local id = ids[at]
   if not id then
      what = "the drafts were used up"
      wrong = wrong + 1
      return wrk.format("GET", "/healthz")
   end
   if stage == 0 then
      local who = people.applicant
      return wrk.format(
         "POST", "/ho-so/nhap/" .. id .. "/nop", who.headers, "_token=" .. who.token .. "&version=1&promise=yes")
   elseif stage <= #acts then
      local who, act = people[acts[stage][1]], acts[stage][2]
      return wrk.format(
         "POST", "/ban-lam-viec/ho-so/" .. id .. "/xu-ly", who.headers,
         "_token=" .. who.token .. "&seen=" .. stage .. "&act=" .. act .. "&note=%C4%90%C3%A3+xem")
   else
      return wrk.format("GET", "/ban-lam-viec/ho-so/" .. id, people.specialist.headers)
   end
end

function response(status, fields, text)
   local wanted = stage <= #acts and 303 or 200
   if status ~= wanted then
      wrong = wrong + 1
      if what == "" then what = "stage " .. stage .. ": " .. status .. " " .. text:sub(1, 100) end
      stage, at = 0, at + threads
   elseif stage > #acts then
      cases, stage, at = cases + 1, 0, at + threads
   else
      stage = stage + 1
   end
end
