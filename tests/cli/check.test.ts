import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-cli-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "half.json"), '{"version": 3, "deploym');
  writeFileSync(join(folder, "old.json"), '{"version": 2, "deployment": {}}');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A program of its own folder, as a user has it. */
function program(name: string, source: string, config = ""): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "Pulumi.yaml"), `name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n${config}`);
  writeFileSync(join(path, "package.json"), '{"main": "index.js"}');
  writeFileSync(join(path, "index.js"), source);
  return path;
}

/** The command as `npm ci` leaves it, which the test script has built. */
function preflight(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "dist/src/cli/main.js"), ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { code: status, out: stdout, err: stderr };
}

const bucket = 'const { LogGroup } = require("@pulumi/aws/cloudwatch/logGroup");\n';
const database = (more: string): string =>
  'const { Instance } = require("@pulumi/aws/rds/instance");\n' +
  `new Instance("db", { engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 20, username: "shop", manageMasterUserPassword: true, ${more} });\n`;

it("exits 1 when a mandatory rule is broken, and says where", () => {
  const { code, out, err } = preflight("check", program("broken", database("publiclyAccessible: true")));
  expect(err).toBe("");
  expect(out).toContain("Mandatory: 1 finding that stops the deployment");
  expect(out).toContain("critical  rds-not-public  db.publiclyAccessible  broken/index.js:2:1");
  expect(out).toMatch(/> 2 \| .*\n *\| *\^\n/);
  expect(code).toBe(1);
});

it("exits 0 when only advisory findings are left", () => {
  const { code, out } = preflight("check", program("clean", `${bucket}new LogGroup("logs", {});`));
  expect(out).toContain("0 mandatory");
  expect(code).toBe(0);
});

it("reads an exported state from standard input", () => {
  const state = readFileSync(join(ROOT, "tests/cli/fixtures/state.json"), "utf8");
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "dist/src/cli/main.js"), "check", "-"], {
    encoding: "utf8",
    cwd: folder,
    input: state,
  });
  expect(stdout).toMatch(/^medium {4}lambda-runtime {2}worker/m);
  expect(stdout).toContain("1 secret is encrypted in the state");
  expect(status).toBe(1);
});

it("prints JSON", () => {
  const { out } = preflight("check", program("json", database("publiclyAccessible: true")), "--format", "json");
  expect(JSON.parse(out)).toMatchObject({ version: 1, project: "shop", stack: "dev" });
});

it("takes no offence at a reader that has seen enough", () => {
  const path = program("piped", database("publiclyAccessible: true"));
  const piped = ["-c", '"$0" "$1" check "$2" | true', process.execPath, join(ROOT, "dist/src/cli/main.js"), path];
  expect(spawnSync("sh", piped, { encoding: "utf8" }).stderr).toBe("");
});

it("takes a profile and configuration from the command line", () => {
  const path = program("asked", `${bucket}new LogGroup("logs", { tags: { Environment: "test" } });`);
  expect(preflight("check", path).code).toBe(0);
  const { code, out } = preflight("check", path, "--config", 'preflight:contract={"tags":["Owner"]}');
  expect(out).toMatch(/^low {7}required-tags {2}logs/m);
  expect(code).toBe(1);
  expect(preflight("check", path, "--profile", "blue-green").code).toBe(1);
});

it("says what is wrong with a profile, a mandatory finding of its own", () => {
  const { code, out } = preflight("check", program("typo", bucket), "--profile", "blue-gren");
  expect(out).toMatch(/^high {6}contract/m);
  expect(out).toContain("blue-green");
  expect(code).toBe(1);
});

it.each([
  ["a folder that is not there", ["check", "gone"], /gone/],
  ["a folder without a program", ["check", "."], /Pulumi\.yaml/],
  ["a project's file in place of its folder", ["check", "sub/Pulumi.yaml"], /give its folder, sub$/m],
  ["a file that is cut in half", ["check", "half.json"], /half\.json:1:24 is not JSON: it ends too early/],
  ["a state that is too old", ["check", "old.json"], /old\.json is a state of version 2/],
  ["a configuration value without a key", ["check", ".", "--config", "x"], /KEY=VALUE/],
  ["a day that is none", ["check", ".", "--day", "soon"], /2027-01-31/],
  ["a format that is none", ["check", ".", "--format", "xml"], /text, concise/],
  ["a command that is none", ["chekc"], /chekc/],
])("exits 2 on %s, in one message without a stack trace", (_name, args, wanted) => {
  const { code, out, err } = preflight(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(wanted);
  expect(err).not.toMatch(/\n\s+at /);
});

it.each([["check"], ["contract"], ["init"]])("shows no configuration value that has no key (%s)", (command) => {
  const { code, err } = preflight(command, "--config", "=hunter2");
  expect({ code, err }).toEqual({
    code: 2,
    err: "preflight: --config has to be KEY=VALUE, such as aws:region=us-east-1\n",
  });
});

it("exits 2 with the program's own error when it fails", () => {
  const { code, err } = preflight("check", program("failing", 'throw new Error("no orders table");'));
  expect(err).toContain("no orders table");
  expect(code).toBe(2);
});

it("knows its version", () => {
  expect(preflight("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
});
