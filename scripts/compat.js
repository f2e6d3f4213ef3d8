// Runs the pack and the command with the oldest and the newest versions of Pulumi's SDK that are supported, in every
// pair, and writes docs/compatibility.json, of which docs/compatibility.md and the README are made. With versions of
// @pulumi/policy and @pulumi/pulumi as arguments it tries that pair, and writes nothing.
//
// The packed tarball is installed with these versions into a folder of its own. Every example is recorded with the local
// engine, and sent to the pack's server; `preflight check` runs on one of them. All findings have to be those of the
// repository's own pack and command, which have the exact versions of package.json.
"use strict";
const { execFileSync, spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { tarballIn } = require("./tarball");

const ROOT = join(__dirname, "..");
const KEPT = join(ROOT, "docs/compatibility.json");
const DAY = "2026-11-22";
/** What is supported: from this version on, up to the next major one. */
const OLDEST = { "@pulumi/policy": "1.20.0", "@pulumi/pulumi": "3.204.0" };
/** The example that the command is run on. */
const CHECKED = "blue-green";

// The client that stands in for the engine is a part of the tests.
require("./load-typescript");
const { PackServer } = require("../tests/kit/pack-server");
const { runProgram } = require("../dist/engine/run");

const npm = (folder, ...args) =>
  execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The newest version from the oldest on that declares to run on this version of Node.js. */
function newest(name) {
  const [major] = OLDEST[name].split(".");
  const range = `${name}@>=${OLDEST[name]} <${Number(major) + 1}`;
  // Where no version declares it, npm gives the numbers alone.
  const found = [JSON.parse(npm(ROOT, "view", range, "version", "engines", "--json"))]
    .flat()
    .map((one) => (typeof one === "string" ? { version: one } : one));
  const node = Number(process.versions.node.split(".")[0]);
  const fits = found.filter(({ engines }) => Number(/\d+/.exec(engines?.node ?? "0")?.[0]) <= node);
  const inOrder = fits.map(({ version }) => version).sort(compareVersions);
  return inOrder.at(-1);
}

function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.replace(/^v/, "").split(".").map(Number));
  const place = a.findIndex((number, index) => number !== b[index]);
  return place === -1 ? 0 : a[place] - b[place];
}

/** Every example's program, with what it registers. */
async function recordings() {
  const programs = readdirSync(join(ROOT, "examples"))
    .flatMap((example) => [`${example}/flawed`, `${example}/fixed`])
    .filter((name) => existsSync(join(ROOT, "examples", name, "Pulumi.yaml")));
  const recorded = [];
  for (const name of programs) {
    const folder = join(ROOT, "examples", name);
    try {
      recorded.push({ name, folder, stack: await runProgram(folder) });
    } catch (error) {
      console.log(`left out: ${name} (${error.message})`);
    }
  }
  return recorded;
}

/** What a pack says of a stack, a line each in one order. */
async function findingsOf(packDir, { folder, stack }) {
  const env = { PREFLIGHT_DAY: DAY, PREFLIGHT_PROJECT: folder };
  const server = await PackServer.start(stack, { packDir, env });
  try {
    return (await server.run(stack)).map((finding) => JSON.stringify(finding)).sort();
  } finally {
    server.stop();
  }
}

function checkedBy(packDir) {
  const args = [
    join(packDir, "dist/cli/main.js"),
    "check",
    `examples/${CHECKED}/flawed`,
    "--day",
    DAY,
    "--format",
    "json",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout === ""
    ? [stderr]
    : JSON.parse(stdout)
        .findings.map((finding) => JSON.stringify(finding))
        .sort();
}

/** How many lines only one of the two has. */
function difference(found, wanted) {
  return found.filter((line) => !wanted.includes(line)).length + wanted.filter((line) => !found.includes(line)).length;
}

function install(folder, tarball, policy, pulumi) {
  const overrides = { "@pulumi/policy": policy, "@pulumi/pulumi": pulumi };
  const dependencies = { "pulumi-preflight-aws": `file:${tarball}` };
  mkdirSync(folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "compat", private: true, dependencies, overrides }),
  );
  npm(folder, "install", "--omit=dev", "--no-audit", "--no-fund");
  const versionOf = (name) =>
    JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
  for (const [name, wanted] of Object.entries(overrides)) {
    if (versionOf(name).replace(/^v/, "") !== wanted) {
      throw new Error(`npm installed ${name} ${versionOf(name)} instead of ${wanted}`);
    }
  }
  return join(folder, "node_modules/pulumi-preflight-aws");
}

/** What differs with one pair of versions, a line each; nothing where all findings are the same. */
async function tryVersions(scratch, tarball, [policy, pulumi], wanted) {
  try {
    const pack = install(join(scratch, `${policy}-${pulumi}`), tarball, policy, pulumi);
    const differing = [];
    for (const { recording, findings } of wanted.stacks) {
      const count = difference(await findingsOf(pack, recording), findings);
      if (count > 0) {
        differing.push(`${recording.name}: ${count} findings differ`);
      }
    }
    const count = difference(checkedBy(pack), wanted.command);
    return count > 0 ? [...differing, `preflight check: ${count} findings differ`] : differing;
  } catch (error) {
    return [error.message];
  }
}

/** Keeps what was tried, in the place of what was tried on this version of Node.js before. */
function keep({ node, ...run }) {
  const [major] = node.split(".");
  const { runs } = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, "utf8")) : { runs: [] };
  const others = runs.filter((other) => other.node.split(".")[0] !== major);
  const all = [...others, { node, ...run }].sort((left, right) => compareVersions(left.node, right.node));
  writeFileSync(KEPT, `${JSON.stringify({ oldest: OLDEST, runs: all }, null, 2)}\n`);
}

async function main([policy, pulumi]) {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-compat-"));
  try {
    const tarball = tarballIn(scratch);
    const stacks = [];
    for (const recording of await recordings()) {
      stacks.push({ recording, findings: await findingsOf(ROOT, recording) });
    }
    const wanted = { stacks, command: checkedBy(ROOT) };
    const findings = stacks.reduce((sum, one) => sum + one.findings.length, 0);
    console.log(`Node.js ${process.versions.node}: ${findings} findings in ${stacks.length} stacks`);
    const [policies, pulumis] = Object.keys(OLDEST).map((name) => [OLDEST[name], newest(name)]);
    const pairs = policy ? [[policy, pulumi]] : policies.flatMap((one) => pulumis.map((other) => [one, other]));
    let isGood = true;
    for (const pair of pairs) {
      const problems = await tryVersions(scratch, tarball, pair, wanted);
      console.log(`@pulumi/policy ${pair[0]}, @pulumi/pulumi ${pair[1]}: ${problems.join("; ") || "the same"}`);
      isGood &&= problems.length === 0;
    }
    if (isGood && !policy) {
      const day = new Date().toISOString().slice(0, 10);
      const tried = pairs.map((one) => ({ policy: one[0], pulumi: one[1] }));
      keep({ node: process.versions.node, day, stacks: stacks.length, findings, tried });
    }
    process.exitCode = isGood ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
