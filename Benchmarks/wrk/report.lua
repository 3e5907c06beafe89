-- Says at the end what was measured, as one line of JSON.
local threads = {}

function setup(thread)
   thread:set("number", #threads)
   table.insert(threads, thread)
end

function done(summary, latency, requests)
   local wrong, cases, first = 0, 0, ""
   for _, thread in ipairs(threads) do
      wrong = wrong + (thread:get("wrong") or 0)
      cases = cases + (thread:get("cases") or 0)
      if first == "" then first = thread:get("what") or "" end
   end
   local errors = summary.errors
   io.write(string.format(
      'REPORT {"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %.1f, "p99": %.1f, "wrong": %d, "cases": %d, "first": "%s"}\n',
      summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
      wrong + errors.connect + errors.read + errors.write + errors.status + errors.timeout, cases,
      first:gsub('[%c"\\]', " ")))
end

function lines(path)
   local found = {}
   for line in io.lines(path) do table.insert(found, line) end
   return found
end
