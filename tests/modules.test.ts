import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const LOADER = resolve(__dirname, "../dist/src/modules.js");
const OTHERS = Array.from({ length: 12 }, (_, index) => `other${String(index)}`);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "modules-"));
  file = join(folder, "code", "kept");
  writeFileSync(
    join(folder, "entry.js"),
    `${OTHERS.map((name) => `require("./${name}");`).join("\n")}
exports.values = { ...require("./narrow"), ...require("./wide"), ...require("./table.json"), sep: require("node:path").sep };
exports.resolved = require.resolve("./narrow");\n`,
  );
  OTHERS.forEach((name) => {
    writeFileSync(join(folder, `${name}.js`), `exports.of = () => require("./entry");\n`);
  });
  writeFileSync(join(folder, "narrow.js"), `exports.narrow = (() => "narrow é")();\n`);
  writeFileSync(join(folder, "wide.js"), `exports.wide = (() => "wide → 😀")();\n`);
  writeFileSync(join(folder, "table.json"), `{ "table": 1 }`);
  // What a file system keeps of a time differs; whole seconds are kept by all.
  for (const name of ["narrow.js", "wide.js"]) {
    utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a process prints that loads modules and keeps their code. */
function run(program: string, options: readonly string[] = []): { stdout: string; stderr: string } {
  const start = `const { join } = require("node:path");
const loader = new (require(${JSON.stringify(LOADER)}).ModuleLoader)(${JSON.stringify(folder)}, ${JSON.stringify(file)});
const load = (name) => loader.load(join(${JSON.stringify(folder)}, name));\n`;
  const { stdout, stderr } = spawnSync(process.execPath, [...options, "-e", `${start}${program}\nloader.keep();`], {
    encoding: "utf8",
  });
  return { stdout, stderr };
}

function values(...options: string[]): unknown {
  const { stdout, stderr } = run(`process.stdout.write(JSON.stringify(load("entry").values));`, options);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

const expected = { narrow: "narrow é", wide: "wide → 😀", table: 1, sep: "/" };

/** Another text of the same length, at the same time as before or a later one. */
function change(name: string, from: string, to: string, later: number): void {
  const path = join(folder, name);
  const { atime, mtime } = statSync(path);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  utimesSync(path, atime, new Date(mtime.getTime() + later));
}

it("runs modules with what an earlier run has kept, as long as their files are the same", () => {
  expect(values()).toEqual(expected);
  expect(readdirSync(join(folder, "code"))).toEqual(["kept"]);
  change("narrow.js", "narrow é", "xarrow é", 0);
  change("wide.js", "wide →", "xide →", 5_000);
  expect(values()).toEqual({ ...expected, wide: "xide → 😀" });
});

it("writes again when enough modules are new, and keeps those that this run did not need", () => {
  run(`load("entry");`);
  const before = readFileSync(file);
  run(`load("entry");`);
  expect(readFileSync(file).equals(before)).toBe(true);
  OTHERS.forEach((name) => {
    writeFileSync(join(folder, `new-${name}.js`), `exports.of = 1;\n`);
  });
  run(OTHERS.map((name) => `load("new-${name}");`).join(""));
  expect(readFileSync(file).length).toBeGreaterThan(before.length);
  change("narrow.js", "narrow é", "xarrow é", 0);
  expect(values()).toEqual(expected);
});

it.each([
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
  ["something else", () => Buffer.from("hello")],
  ["empty", () => Buffer.alloc(0)],
])("compiles anew where the file is %s", (_, damage) => {
  expect(values()).toEqual(expected);
  writeFileSync(file, damage(readFileSync(file)));
  expect(values()).toEqual(expected);
});

it("compiles anew, and keeps that, where V8 does not take the code", () => {
  expect(values()).toEqual(expected);
  const before = readFileSync(file);
  expect(values("--no-opt")).toEqual(expected);
  expect(readFileSync(file).equals(before)).toBe(false);
});

it("runs where nothing can be written", () => {
  file = join(folder, "entry.js", "kept");
  expect(values()).toEqual(expected);
  expect(existsSync(file)).toBe(false);
});

it("has one of each module with Node.js, and finds a module's file for it", () => {
  const { stdout } = run(
    `console.log(load("entry") === require(join(${JSON.stringify(folder)}, "entry")), load("other1").of() === load("entry"), load("entry").resolved);`,
  );
  expect(stdout.trim()).toBe(`true true ${join(folder, "narrow.js")}`);
});

it("throws what a module throws, at its line, each time anew", () => {
  writeFileSync(join(folder, "bad.js"), `\nthrow new Error("bad");\n`);
  const { stdout } = run(`
for (const _ of [1, 2]) {
  try { load("bad"); } catch (error) { console.log(/bad\\.js:\\d+/.exec(error.stack)[0]); }
}`);
  expect(stdout).toBe("bad.js:2\nbad.js:2\n");
});

it("says which module is missing", () => {
  const { stdout } = run(`try { load("none"); } catch (error) { console.log(error.code); }`);
  expect(stdout).toBe("MODULE_NOT_FOUND\n");
});
