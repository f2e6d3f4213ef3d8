import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { preProcessFile } from "typescript";

const ROOT = resolve(__dirname, "..");

/** For each folder those below it, as docs/architecture.md draws them. */
const BASE = ["graph", "aws", "constraints", "contract", "source", "rules", "policies"];
const BELOW: Readonly<Record<string, readonly string[]>> = {
  graph: [],
  aws: ["graph"],
  constraints: ["aws", "graph"],
  contract: ["constraints", "aws", "graph"],
  source: ["aws", "graph"],
  rules: ["contract", "source", "aws", "graph"],
  policies: ["rules", "contract", "source", "constraints", "aws", "graph"],
  report: BASE,
  input: BASE,
  engine: BASE,
  pulumi: BASE,
  testing: BASE,
  cli: [...BASE, "report", "input", "engine", "pulumi"],
};

/** What every folder may import, and what may import every folder. */
const EVERYWHERE = ["src/errors.ts", "src/home.ts", "src/modules.ts", "src/printable.ts"];
const ENTRIES = ["index.ts", "src/library.ts"];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : path.endsWith(".ts") ? [path] : [];
  });
}

// The page's own script is compiled for itself.
const files = [...ENTRIES, ...filesIn("src"), ...filesIn("policies")].filter((file) => !file.includes("/html/assets/"));

/** The modules that a file imports, those of types included, as it names them. */
const modulesOf = (file: string): string[] =>
  preProcessFile(readFileSync(join(ROOT, file), "utf8"), true, true).importedFiles.map(({ fileName }) => fileName);

/** The files that a file imports. */
function importsOf(file: string): string[] {
  const relative = modulesOf(file).filter((name) => name.startsWith("."));
  return relative.map((name) => {
    const path = posix.join(posix.dirname(file), name);
    const candidates = [`${path}.ts`, `${path}/index.ts`, path];
    return candidates.find((one) => existsSync(join(ROOT, one)) && statSync(join(ROOT, one)).isFile()) ?? path;
  });
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

const folderOf = (file: string): string => (file.startsWith("src/") ? (file.split("/")[1] ?? "") : "policies");

describe("imports", () => {
  it("point down, or to a file of the same folder", () => {
    const wrong = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => !ENTRIES.includes(file) && !EVERYWHERE.includes(file) && !EVERYWHERE.includes(target))
        .filter((target) => ![folderOf(file), ...(BELOW[folderOf(file)] ?? [])].includes(folderOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("do not lead back to the file", () => {
    const reach = (start: string): Set<string> => {
      const reached = new Set<string>(imports.get(start));
      for (const file of reached) {
        imports.get(file)?.forEach((next) => reached.add(next));
      }
      return reached;
    };
    expect(files.filter((file) => reach(file).has(file))).toEqual([]);
  });

  it("are of @pulumi/policy in src/pulumi only, and of the SDK in no rule", () => {
    const foldersWith = (start: string): string[] => [
      ...new Set(files.filter((file) => modulesOf(file).some((name) => name.startsWith(start))).map(folderOf)),
    ];
    expect(foldersWith("@pulumi/policy")).toEqual(["pulumi"]);
    expect(foldersWith("@pulumi/").filter((folder) => BASE.includes(folder))).toEqual([]);
  });
});
