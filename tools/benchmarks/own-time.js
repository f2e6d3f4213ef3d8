// Loaded into a process that is measured: writes the processor time of its own, in milliseconds, where the bench reads it.
"use strict";
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env["PREFLIGHT_BENCH_TIME"], String((user + system) / 1000));
});
