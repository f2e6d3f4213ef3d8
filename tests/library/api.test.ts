import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), "utf8");

it("is what the API reports say (else: npm run api), documented at every export and member", () => {
  const script = join(ROOT, "tools/api.ts");
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, "--check"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

it.each(["pulumi-preflight-aws", "pulumi-preflight-aws-testing"])(
  "has a page that names every export of %s",
  (name) => {
    const report = read("docs", "api", `${name}.api.md`);
    const declared = report.matchAll(/^export (?:class|const|function|interface|type) (\w+)/gm);
    const renamed = report.matchAll(/^export \{ \w+ as (\w+) \}/gm);
    const exported = [...declared, ...renamed].map(([, symbol = ""]) => symbol);
    expect(exported.length).toBeGreaterThan(15);
    const named = new Set(
      [...read("docs", "library.md").matchAll(/`(\w+)(?:\([^`]*\))?`/g)].map(([, symbol]) => symbol),
    );
    expect(exported.filter((symbol) => !named.has(symbol))).toEqual([]);
  },
);

/** What a program in the repository's folder, for which its own package has its name, prints as JSON. */
function printed(program: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program], { cwd: ROOT, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

const LOADED = "Object.keys(require.cache)";

it("starts as a pack without the library, what tests need and the command", () => {
  // It prints its port first.
  const program =
    `console.log = () => undefined; require("./dist/index.js"); ` +
    `process.stdout.write(JSON.stringify(${LOADED}), () => process.exit())`;
  const loaded = (printed(program) as string[]).map((path) => relative(ROOT, path));
  expect(loaded).toContain(join("dist", "src", "pulumi", "start.js"));
  expect(loaded.filter((path) => /^dist.src.(?:library|testing|cli|engine|report|input)\b/.test(path))).toEqual([]);
  expect(loaded.filter((path) => /node_modules.(?:jest|@jest|@swc|@microsoft)\b/.test(path))).toEqual([]);
});

describe("an import", () => {
  it("starts no pack, and loads neither Pulumi's SDK nor what tests need", () => {
    const loaded = printed(`require("pulumi-preflight-aws"); console.log(JSON.stringify(${LOADED}))`) as string[];
    expect(loaded.length).toBeGreaterThan(30);
    const found = loaded.map((path) => relative(ROOT, path));
    expect(found.filter((path) => /@pulumi|@grpc|^dist.index|^dist.src.(?:testing|cli)\b/.test(path))).toEqual([]);
  });

  it("is the same by ES modules, name by name", () => {
    const names = "Object.keys(require('pulumi-preflight-aws')).sort()";
    const program =
      `import("pulumi-preflight-aws").then((kit) => console.log(JSON.stringify([` +
      `Object.keys(kit).filter((name) => !/default|module|__esModule/.test(name)).sort(), ${names}])))`;
    const [modules, required] = printed(program) as [string[], string[]];
    expect(modules).toEqual(required);
    expect(required).toEqual(expect.arrayContaining(["defineRule", "preflight", "ruleTest", "rules"]));
  });

  it("of the subpath testing has ruleTest too, and nothing else can be reached", () => {
    expect(printed(`console.log(typeof require("pulumi-preflight-aws/testing").ruleTest === "function")`)).toBe(true);
    const reach = `try { require("pulumi-preflight-aws/dist/index.js"); } catch (error) { console.log(JSON.stringify(error.code)); }`;
    expect(printed(reach)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});
