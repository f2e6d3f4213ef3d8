// Jest starts the files that took longest in the last run, so that no worker has a long one left at the end. On a fresh
// clone it knows none, and goes by size, where the longest are among the last: they run the most with the fewest lines.
"use strict";
const { join } = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

/** Those that take half a minute or more, the longest first. */
const LONG = [
  "security/canary",
  "good/good",
  "integration/examples",
  "integration/package",
  "docs/walk",
  "metamorphic/skipped",
  "cli/examples",
  "integration/sdk-patches",
  "policies/remediation",
  "policies/every-rule",
  "engine/run",
  "cli/answers",
  "cli/init",
  "faults/configuration",
].map((file) => join(__dirname, "..", `${file}.test.ts`));

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const first = LONG.flatMap((file) => sorted.filter(({ path, duration }) => path === file && duration == null));
    return [...first, ...sorted.filter((test) => !first.includes(test))];
  }
};
