// Writes the findings of an example's flawed program into its expected.json, to be read and agreed to before it is
// committed: `node scripts/expected.js blue-green`. The failures and what mirrors them are written by hand.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { checkRecorded } = require("../dist/cli/check");
const { runProgram } = require("../dist/engine/run");
const { madeUp, readBack } = require("../tests/kit/made-up");

const DAY = "2026-11-22";

function findingsIn(folder, recorded) {
  const { results } = checkRecorded(folder, recorded, DAY);
  return results.map(({ rule, level, name, path }) => ({
    rule: rule.id,
    level,
    resource: name ?? `${recorded.project}-${recorded.stack}`,
    path,
  }));
}

const placeOf = ({ rule, resource, path }) => JSON.stringify([rule, resource, path]);

/** The levels by place in what is there already, where some of it cannot be refused any more. */
async function levelsOnceDeployed(folder, options) {
  const { resources, ...recorded } = await runProgram(folder, { ...options, computed: madeUp });
  const read = (one) => (one.custom ? { ...one, outputs: readBack(one.type, one.outputs) } : one);
  const levels = new Map();
  for (const finding of findingsIn(folder, { ...recorded, resources: resources.map(read) })) {
    const place = placeOf(finding);
    levels.set(place, [...(levels.get(place) ?? []), finding.level]);
  }
  return levels;
}

async function main([profile, python]) {
  const folder = join(__dirname, "../examples", profile);
  // A region of this machine's would cover up that a program names none.
  delete process.env.AWS_REGION;
  delete process.env.AWS_DEFAULT_REGION;
  const options = python ? { python } : {};
  const flawed = join(folder, "flawed");
  const found = findingsIn(flawed, await runProgram(flawed, options));
  const deployed = await levelsOnceDeployed(flawed, options);
  const findings = found
    .map((finding) => {
      const levels = deployed.get(placeOf(finding)) ?? [finding.level];
      return { ...finding, ...(!levels.includes(finding.level) && { deployed: levels[0] }) };
    })
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  const file = join(folder, "expected.json");
  const { failures } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify({ failures, findings }, undefined, 2)}\n`);
  for (const [failure, mirrored] of Object.entries(failures)) {
    for (const { rule, level, resources, reason } of mirrored) {
      const there = findings.filter((finding) => finding.rule === rule && finding.level === level);
      const missing = resources.filter((resource) => !there.some((finding) => finding.resource === resource));
      if (!reason && (there.length === 0 || missing.length > 0)) {
        console.log(`${failure}: ${rule} (${level}) has no finding on ${missing.join(", ") || "anything"}`);
      }
    }
  }
  console.log(`${String(findings.length)} findings`);
}

void main(process.argv.slice(2));
