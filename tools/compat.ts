// Runs the pack and the command with the oldest and the newest versions of Pulumi's SDK that are supported, in every
// pair, and writes docs/compatibility.json, from which docs/compatibility.md and the README are made. With versions of
// @pulumi/policy and @pulumi/pulumi as arguments it tries that pair, and writes nothing.
//
// The packed tarball is installed with these versions into a folder of its own. Every example is recorded with the local
// engine, and sent to the pack's server; `preflight check` runs on one of them. All findings have to be those of the
// repository's own pack and command, which have the exact versions of package.json.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../src/engine/run";
import type { RecordedStack } from "../src/graph/recorded";
import { PackServer } from "../tests/kit/pack-server";
import { readCompatibility, type CompatibilityRun } from "./docs/compatibility";
import { tarballIn } from "./tarball";

const ROOT = join(__dirname, "..");
const KEPT = join(ROOT, "docs/compatibility.json");
const DAY = "2026-11-22";
/** What is supported: from this version on, up to the next major one. */
const OLDEST = { "@pulumi/policy": "1.20.0", "@pulumi/pulumi": "3.204.0" };
type Sdk = keyof typeof OLDEST;
/** The example that the command is run on. */
const CHECKED = "blue-green";

interface Recording {
  name: string;
  folder: string;
  stack: RecordedStack;
}

/** The findings of the repository's own pack and command. */
interface Own {
  stacks: { recording: Recording; findings: string[] }[];
  command: string[];
}

const npm = (folder: string, ...args: string[]): string =>
  execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The newest version from the oldest on that declares to run on this version of Node.js. */
function newest(name: Sdk): string {
  const [major] = OLDEST[name].split(".");
  const range = `${name}@>=${OLDEST[name]} <${String(Number(major) + 1)}`;
  type Published = string | { version: string; engines?: { node?: string } };
  const published = JSON.parse(npm(ROOT, "view", range, "version", "engines", "--json")) as Published | Published[];
  // Where no version declares it, npm gives the numbers alone.
  const found = [published].flat().map((one) => (typeof one === "string" ? { version: one, engines: {} } : one));
  const node = Number(process.versions.node.split(".")[0]);
  const fits = found.filter(({ engines }) => Number(/\d+/.exec(engines?.node ?? "0")?.[0]) <= node);
  const latest = fits
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1);
  if (latest === undefined) {
    throw new Error(`no version of ${range} runs on Node.js ${process.versions.node}`);
  }
  return latest;
}

const numbersOf = (version: string): number[] => version.replace(/^v/, "").split(".").map(Number);

function compareVersions(left: string, right: string): number {
  const others = numbersOf(right);
  return numbersOf(left).reduce((result, number, index) => result || number - (others[index] ?? 0), 0);
}

/** Every example's program, with what it registers. */
async function recordings(): Promise<Recording[]> {
  const programs = readdirSync(join(ROOT, "examples"))
    .flatMap((example) => [`${example}/flawed`, `${example}/fixed`])
    .filter((name) => existsSync(join(ROOT, "examples", name, "Pulumi.yaml")));
  const recorded: Recording[] = [];
  for (const name of programs) {
    const folder = join(ROOT, "examples", name);
    try {
      recorded.push({ name, folder, stack: await runProgram(folder) });
    } catch (error) {
      console.log(`left out: ${name} (${(error as Error).message})`);
    }
  }
  return recorded;
}

/** What a pack reports of a stack, a line each in one order. */
async function findingsOf(packDir: string, { folder, stack }: Recording): Promise<string[]> {
  const env = { PREFLIGHT_DAY: DAY, PREFLIGHT_PROJECT: folder };
  const server = await PackServer.start(stack, { packDir, env });
  try {
    return (await server.run(stack)).map((finding) => JSON.stringify(finding)).sort();
  } finally {
    server.stop();
  }
}

/** What a pack's command reports of one example. */
function findingsOfCommand(packDir: string): string[] {
  const args = ["check", `examples/${CHECKED}/flawed`, "--day", DAY, "--format", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, [join(packDir, "dist/src/cli/main.js"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout === ""
    ? [stderr]
    : (JSON.parse(stdout) as { findings: object[] }).findings.map((finding) => JSON.stringify(finding)).sort();
}

/** How many lines only one of the two has. */
function difference(found: readonly string[], own: readonly string[]): number {
  return found.filter((line) => !own.includes(line)).length + own.filter((line) => !found.includes(line)).length;
}

function install(folder: string, tarball: string, policy: string, pulumi: string): string {
  const overrides = { "@pulumi/policy": policy, "@pulumi/pulumi": pulumi };
  const dependencies = { "pulumi-preflight-aws": `file:${tarball}` };
  mkdirSync(folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "compat", private: true, dependencies, overrides }),
  );
  npm(folder, "install", "--omit=dev", "--no-audit", "--no-fund");
  for (const [name, expected] of Object.entries(overrides)) {
    const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    if (version.replace(/^v/, "") !== expected) {
      throw new Error(`npm installed ${name} ${version} instead of ${expected}`);
    }
  }
  return join(folder, "node_modules/pulumi-preflight-aws");
}

/** What differs with one pair of versions, a line each; nothing where all findings are the same. */
async function tryVersions(
  scratch: string,
  tarball: string,
  policy: string,
  pulumi: string,
  own: Own,
): Promise<string[]> {
  try {
    const pack = install(join(scratch, `${policy}-${pulumi}`), tarball, policy, pulumi);
    const differing: string[] = [];
    for (const { recording, findings } of own.stacks) {
      const count = difference(await findingsOf(pack, recording), findings);
      if (count > 0) {
        differing.push(`${recording.name}: ${String(count)} findings differ`);
      }
    }
    const count = difference(findingsOfCommand(pack), own.command);
    return count > 0 ? [...differing, `preflight check: ${String(count)} findings differ`] : differing;
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Keeps what was tried, instead of what was tried on this version of Node.js before. */
function keep(run: CompatibilityRun): void {
  const [major] = run.node.split(".");
  const runs = existsSync(KEPT) ? readCompatibility(ROOT).runs : [];
  const others = runs.filter(({ node }) => node.split(".")[0] !== major);
  const all = [...others, run].sort((left, right) => compareVersions(left.node, right.node));
  writeFileSync(KEPT, `${JSON.stringify({ oldest: OLDEST, runs: all }, null, 2)}\n`);
}

async function main(policy?: string, pulumi?: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-compat-"));
  try {
    const tarball = tarballIn(scratch);
    const stacks: Own["stacks"] = [];
    for (const recording of await recordings()) {
      stacks.push({ recording, findings: await findingsOf(ROOT, recording) });
    }
    const own = { stacks, command: findingsOfCommand(ROOT) };
    const findings = stacks.reduce((sum, one) => sum + one.findings.length, 0);
    console.log(`Node.js ${process.versions.node}: ${String(findings)} findings in ${String(stacks.length)} stacks`);
    const versions = (name: Sdk): string[] => [OLDEST[name], newest(name)];
    const pairs =
      policy === undefined || pulumi === undefined
        ? versions("@pulumi/policy").flatMap((one) =>
            versions("@pulumi/pulumi").map((other) => ({ policy: one, pulumi: other })),
          )
        : [{ policy, pulumi }];
    let isGood = true;
    for (const pair of pairs) {
      const problems = await tryVersions(scratch, tarball, pair.policy, pair.pulumi, own);
      console.log(`@pulumi/policy ${pair.policy}, @pulumi/pulumi ${pair.pulumi}: ${problems.join("; ") || "the same"}`);
      isGood &&= problems.length === 0;
    }
    if (isGood && policy === undefined) {
      const day = new Date().toISOString().slice(0, 10);
      keep({ node: process.versions.node, day, stacks: stacks.length, findings, tried: pairs });
    }
    process.exitCode = isGood ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const [policy, pulumi] = process.argv.slice(2);
void main(policy, pulumi);
