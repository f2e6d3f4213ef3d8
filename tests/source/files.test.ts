import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findProjectFolder, projectFiles, projectNameIn } from "../../src/source/files";
import { literalsOf } from "../../src/source/literals";
import { memoryFiles } from "../../src/testing/files";

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "preflight-files-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("the name of a project", () => {
  it.each([
    ["name: shop\n", "shop"],
    ["name: 5\n", undefined],
    ["", undefined],
    ["name: [", undefined],
  ])("is read from %j", (text, name) => {
    write("Pulumi.yaml", text);
    expect(projectNameIn(root)).toBe(name);
  });

  it("is absent without a Pulumi.yaml", () => {
    expect(projectNameIn(root)).toBeUndefined();
  });
});

describe("the folder of a project", () => {
  it("is found from below, and only where the name is right", () => {
    write("Pulumi.yml", "name: shop\n");
    write("src/deep/a.ts", "");
    expect(findProjectFolder("shop", [undefined, join(root, "src/deep")])).toBe(root);
    expect(findProjectFolder("other", [join(root, "src")])).toBeUndefined();
    expect(findProjectFolder("shop", [])).toBeUndefined();
  });

  it("is the nearest one, as for the Pulumi CLI", () => {
    write("Pulumi.yaml", "name: outer\n");
    write("inner/Pulumi.yaml", "name: inner\n");
    expect(findProjectFolder("outer", [join(root, "inner")])).toBeUndefined();
  });
});

describe("the sources of a program", () => {
  it("are its own, not what it installs or builds", () => {
    write("index.ts", "");
    write("lib/a.py", "");
    write("lib/types.d.ts", "");
    write("stack.yaml", "");
    write("notes.md", "");
    write("node_modules/x/index.js", "");
    write("venv/lib/x.py", "");
    write("python/pyvenv.cfg", "");
    write("python/lib/x.py", "");
    write("other/Pulumi.yaml", "name: other");
    write("other/index.ts", "");
    write(".git/x.js", "");
    write("bin/index.js", "");
    write("lambda/index.js", "");
    write("util.js", "");
    write("util.ts", "");
    write("big.js", `"${"x".repeat(1_100_000)}"`);
    const { sources } = projectFiles(root);
    expect(sources.map(({ path }) => path)).toEqual(["index.ts", "lambda/index.js", "lib/a.py", "util.ts"]);
  });

  it("are empty in an empty folder", () => {
    expect(projectFiles(root).sources).toEqual([]);
  });

  it("end where there is too much of them", () => {
    for (const name of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]) {
      write(`${name}.js`, `"${"x".repeat(900_000)}"`);
    }
    expect(projectFiles(root).sources).toHaveLength(8);
  });

  it("give their literals", () => {
    write("index.ts", 'const password = "hunter2"; const other = `x`;');
    const { literals } = projectFiles(root);
    expect([...literals].sort()).toEqual(["hunter2", "x"]);
  });
});

describe("the documents of a program", () => {
  it("are its README and PROMPT, and those in docs", () => {
    for (const path of ["README.md", "lib/PROMPT.md", "docs/a/b.md", "notes.md", "a/b/README.md", "readme.txt"]) {
      write(path, "text");
    }
    const { documents } = projectFiles(root);
    expect(documents).toEqual(["README.md", "docs/a/b.md", "lib/PROMPT.md"].map((path) => ({ path, text: "text" })));
  });
});

describe("the settings of a project", () => {
  it.each([
    ["name: shop\nmain: lib/\nruntime: nodejs\n", { name: "shop", main: "lib/", runtime: "nodejs" }],
    ["name: shop\nruntime:\n  name: python\n  options: {}\n", { name: "shop", runtime: "python" }],
    ["name: 5\nmain: [a]\nruntime:\n", {}],
    ["- a\n", {}],
    ["text", undefined],
    ["name: [", undefined],
  ])("are read from %j", (text, expected) => {
    write("Pulumi.yaml", text);
    expect(projectFiles(root).settings).toEqual(expected);
  });

  it("are absent without a Pulumi.yaml", () => {
    expect(projectFiles(root).settings).toBeUndefined();
  });
});

describe("reading a file", () => {
  it("shows which files exist", () => {
    write("lib/a.ts", "");
    symlinkSync(tmpdir(), join(root, "link"));
    const { has } = projectFiles(root);
    expect(["lib", "lib/", "lib/a.ts", ".", "gone", "..", "link"].map(has)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("stays inside the program's folder", () => {
    write("program/code/index.js", "inside");
    write("outside.js", "outside");
    symlinkSync(join(root, "outside.js"), join(root, "program/link.js"));
    const { read } = projectFiles(join(root, "program"));
    expect(read("code/index.js")).toBe("inside");
    expect(read(join(root, "program/code/index.js"))).toBe("inside");
    expect(["../outside.js", "link.js", "gone.js", "code", "/etc/hostname"].map(read)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it("follows no link out of the program's folder, whatever path is given", () => {
  for (const path of ["code/index.ts", "code/README.md", "docs/a.md", "Pulumi.yaml"]) {
    write(`outside/${path}`, 'name: shop\nmain: other\nexport const password = "hunter2";\n');
  }
  write("program/index.ts", 'import "./code";\n');
  for (const [link, to] of [
    ["code", "outside/code"],
    ["docs", "outside/docs"],
    ["README.md", "outside/code/README.md"],
    ["linked.ts", "outside/code/index.ts"],
    ["Pulumi.yaml", "outside/Pulumi.yaml"],
  ] as const) {
    symlinkSync(join(root, to), join(root, "program", link));
  }
  const program = join(root, "program");
  const { paths, literals, sources, documents, settings, has, read, assets } = projectFiles(program);
  expect({ paths, documents, settings }).toEqual({ paths: ["index.ts"], documents: [], settings: undefined });
  expect(sources.map(({ path }) => path)).toEqual(["index.ts"]);
  expect([...literals]).not.toContain("hunter2");
  for (const path of ["code/index.ts", "docs/a.md", "README.md", "linked.ts", "Pulumi.yaml", "code/../../outside"]) {
    expect([has(path), read(path), assets.has(path), assets.read(path)]).toEqual([false, undefined, false, undefined]);
  }
  expect([projectNameIn(program), findProjectFolder("shop", [program])]).toEqual([undefined, undefined]);
});

it("follows a link that stays in the program's folder", () => {
  write("lib/a.js", "a");
  symlinkSync(join(root, "lib"), join(root, "code"));
  expect(projectFiles(root).read("code/a.js")).toBe("a");
});

it.each([
  ["a folder", "infra/"],
  ["a file", "infra/index.ts"],
  ["a path of Windows", ".\\\\infra\\\\"],
])("finds assets from the folder that main names: %s", (_name, main) => {
  const { assets } = memoryFiles({
    "Pulumi.yaml": `name: shop\nruntime: nodejs\nmain: "${main}"\n`,
    "infra/index.ts": "",
    "infra/own/a.js": "own",
    "app/b.js": "beside",
  });
  expect(["./own/a.js", "../app/b.js", "app/b.js"].map(assets.read)).toEqual(["own", "beside", undefined]);
  expect(["own", "../app", "app"].map(assets.has)).toEqual([true, true, false]);
});

describe("literals", () => {
  it.each([
    ["a.ts", 'const a = \'it\\\'s\'; const b: string = "two"; // "not this"', ["it's", "two"]],
    ["a.js", 'call(`three ${x} four`, "five")', ["five", "three ${x} four"]],
    ["a.py", "a = 'one'\nb = \"\"\"two\"\"\"\nc = f'three'\n# 'not this'\n", ["one", "three", "two"]],
    [
      "a.yaml",
      "resources:\n  db:\n    password: hunter2\n    size: 5\n",
      ["5", "db", "hunter2", "password", "resources", "size"],
    ],
    ["Pulumi.dev.yaml", "config:\n  shop:password: hunter2\n", []],
    ["a.ts", "const a = 'broken", ["broken"]],
  ])("of %s", (path, text, expected) => {
    expect([...literalsOf(path, text)].sort()).toEqual(expected);
  });
});
