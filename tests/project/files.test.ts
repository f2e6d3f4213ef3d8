import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findProjectFolder, projectFiles, projectNameIn, sourcesIn } from "../../project/files";
import { literalsOf } from "../../project/literals";

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
    write("stack.yaml", "");
    write("notes.md", "");
    write("node_modules/x/index.js", "");
    write("venv/lib/x.py", "");
    write(".git/x.js", "");
    write("big.js", `"${"x".repeat(1_100_000)}"`);
    expect(sourcesIn(root).map((path) => path.slice(root.length + 1))).toEqual(["index.ts", "lib/a.py", "stack.yaml"]);
  });

  it("are none in a folder that cannot be read", () => {
    expect(sourcesIn(join(root, "gone"))).toEqual([]);
  });

  it("give their literals", () => {
    write("index.ts", 'const password = "hunter2"; const other = `x`;');
    const { literals } = projectFiles(root);
    expect([...literals].sort()).toEqual(["hunter2", "x"]);
  });
});

describe("reading a file", () => {
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

describe("literals", () => {
  it.each([
    ["a.ts", 'const a = \'it\\\'s\'; const b: string = "two"; // "not this"', ["it's", "two"]],
    ["a.js", 'call(`three ${x} four`, "five")', ["five", "three ${x} four"]],
    ["a.py", "a = 'one'\nb = \"\"\"two\"\"\"\nc = f'three'\n# 'not this'\n", ["one", "three", "two"]],
    [
      "a.yaml",
      "resources:\n  db:\n    password: hunter2\n    size: 5\n",
      ["db", "hunter2", "password", "resources", "size"],
    ],
    ["Pulumi.dev.yaml", "config:\n  shop:password: hunter2\n", []],
    ["a.ts", "const a = 'broken", ["broken"]],
  ])("of %s", (path, text, wanted) => {
    expect([...literalsOf(path, text)].sort()).toEqual(wanted);
  });
});
