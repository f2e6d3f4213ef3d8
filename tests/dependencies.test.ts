import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import { preProcessFile } from "typescript";

const ROOT = resolve(__dirname, "..");
const COMPILED = join(ROOT, "dist");

const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), "utf8");

const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
const names = Object.keys(dependencies);

it("is eleven packages at the most, each at an exact version", () => {
  expect(names.length).toBeLessThanOrEqual(11);
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

describe("docs/dependencies.md", () => {
  const page = read("docs", "dependencies.md");
  const rows = [...page.matchAll(/^\| `([^`]+)` +\| (\S+) +\| \d+ packages?, [\d.]+ MB.*\| .+ \|$/gm)];

  it("lists them, and no others, with their licences and sizes", () => {
    const licences = names.map((name): [string, string] => [
      name,
      (JSON.parse(read("node_modules", name, "package.json")) as { license: string }).license,
    ]);
    expect(rows.map(([, name, licence]) => [name, licence]).sort()).toEqual(licences.sort());
  });

  it("gives the reason for each", () => {
    const reasons = [...page.matchAll(/^\*\*(`.+`)\.\*\* \S/gm)].flatMap(([, bold = ""]) =>
      [...bold.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(reasons.sort()).toEqual([...names].sort());
  });
});

it("is all that the compiled code loads beside what Node.js has", () => {
  const files = readdirSync(COMPILED, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const own = files.filter((file) => !file.startsWith(join("src", "report", "html", "assets")));
  const loaded = own.flatMap((file) => preProcessFile(read("dist", file), true, true).importedFiles);
  const packages = new Set(loaded.map(({ fileName }) => /^(?:@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName));
  const others = [...packages].filter((name) => !/^\.|^node:/.test(name) && !builtinModules.includes(name));
  expect(others.sort()).toEqual([...names].sort());
});

it("is loaded as the copies that the SDK itself has, where another package brings its own", () => {
  const source = read("dist", "src", "engine", "grpc.js");
  expect(source.match(/\bofSdk\("(@grpc\/grpc-js|google-protobuf\/)/g)).toHaveLength(3);
  expect(source).not.toMatch(/\brequire\("(@grpc|google-protobuf)/);
});
