// Loaded into a process that is measured: writes the most memory that it held, in megabytes, where the bench reads it.
"use strict";
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  writeFileSync(process.env["PREFLIGHT_BENCH_MEMORY"], String(process.resourceUsage().maxRSS / 1024));
});
