import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProgram } from "../../src/engine/program";
import { STAND_IN } from "../../src/engine/wire";
import { programFolder, removeFolders } from "./programs";

afterAll(removeFolders);

function folderWith(project: string, files: Record<string, string> = {}): string {
  return programFolder({ "Pulumi.yaml": project, ...files }, { install: false });
}

const OK = "name: shop\nruntime: nodejs\n";

describe("a project file", () => {
  test("names project, runtime and options", () => {
    const folder = folderWith(
      "name: shop\nruntime:\n  name: nodejs\n  options: {typescript: false, nodeargs: --trace-warnings, packagemanager: npm}\n",
    );
    expect(readProgram(folder)).toMatchObject({
      project: "shop",
      stack: "dev",
      organization: "organization",
      runtime: "nodejs",
      options: { typescript: false, nodeargs: "--trace-warnings" },
      root: folder,
      folder,
      entry: ".",
    });
  });

  test("may be Pulumi.yml or Pulumi.json", () => {
    const folder = programFolder({});
    writeFileSync(join(folder, "Pulumi.yaml"), OK);
    expect(readProgram(folder).project).toBe("shop");
    const json = join(folder, "json");
    mkdirSync(json);
    writeFileSync(join(json, "Pulumi.json"), '{"name": "other", "runtime": "python"}');
    expect(readProgram(json)).toMatchObject({ project: "other", runtime: "python" });
  });

  test("names a main file or folder", () => {
    const files = { "src/app.ts": "" };
    const folder = folderWith(`${OK}main: src/app.ts\n`, files);
    expect(readProgram(folder)).toMatchObject({ folder: join(folder, "src"), entry: "app.ts" });
    const other = folderWith(`${OK}main: ./src/\n`, files);
    expect(readProgram(other)).toMatchObject({ folder: join(other, "src"), entry: "." });
  });

  test.each([
    ["runtime: nodejs", "has no 'name': it must be"],
    ["name: a b\nruntime: nodejs", `'name' in FILE is "a b": it must be 1 to 100 letters`],
    ["name: shop", "has no 'runtime': preflight runs nodejs and python programs"],
    ["name: shop\nruntime: go", `'runtime' in FILE is "go": preflight runs nodejs and python programs`],
    ["name: shop\nruntime: {name: dotnet}", `'runtime' in FILE is "dotnet": preflight runs`],
    ["name: shop\nruntime: {name: nodejs, options: 3}", "'runtime.options' in FILE is 3: it must hold keys and values"],
    [
      "name: shop\nruntime: {name: nodejs, options: {typescript: 'no'}}",
      `'runtime.options.typescript' in FILE is "no": it must be a boolean`,
    ],
    [`${OK}main: nowhere`, `'main' in FILE is "nowhere", which does not exist: it must be a file or folder inside`],
    [`${OK}main: ../other`, `'main' in FILE is "../other": it must be a file or folder inside the project`],
    [`${OK}main: /tmp`, `'main' in FILE is "/tmp": it must be a file or folder inside the project`],
    [`${OK}config: 3`, "'config' in FILE is a number: it must hold keys and values"],
    [`${OK}config: {size: {min: 1}}`, `'config.size' in FILE is an object: write an object under 'value:'`],
    ["- a\n- b", `holds a list: it must hold keys and values`],
    ["name: [\nruntime: x", "FILE:2 is not valid YAML: "],
    [
      `${OK}config: {key: {value: *hunter2}}`,
      "FILE is not valid YAML: it has an alias (*name) without its anchor (&name) or too many of them; put a string that " +
        "begins with * in quotes",
    ],
    [`${OK}config:\n  key: |hunter2`, "FILE:4 is not valid YAML: Block scalar header includes extra characters"],
    [`${OK}] hunter2`, "FILE:3 is not valid YAML: Unexpected flow-seq-end token in YAML stream"],
  ])("is refused in one line: %j", (text, message) => {
    const folder = folderWith(text);
    const expected = message.replace("FILE", join(folder, "Pulumi.yaml"));
    expect(() => readProgram(folder)).toThrow(expected);
    expect(() => readProgram(folder)).not.toThrow(/\n/);
    expect(() => readProgram(folder)).not.toThrow(/hunter2/);
  });

  test("may be a link, and the folder too", () => {
    const folder = programFolder({ "settings/project.yaml": OK });
    rmSync(join(folder, "Pulumi.yaml"));
    symlinkSync("settings/project.yaml", join(folder, "Pulumi.yaml"));
    const linked = join(programFolder({}), "linked");
    symlinkSync(folder, linked);
    expect(readProgram(linked).project).toBe("shop");
  });

  test("may be where Pulumi.yaml puts the files of stacks", () => {
    const folder = folderWith(`${OK}stackConfigDir: ../stacks\n`);
    mkdirSync(join(folder, "../stacks"), { recursive: true });
    writeFileSync(join(folder, "../stacks/Pulumi.dev.yaml"), "config:\n  shop:size: 9\n");
    expect(readProgram(folder).config).toEqual({ "shop:size": "9" });
  });

  test("is required", () => {
    const folder = folderWith(OK);
    expect(() => readProgram(join(folder, "none"))).toThrow(
      /none does not exist: give the folder of a Pulumi program$/,
    );
    expect(() => readProgram(join(folder, "package.json"))).toThrow(/package.json is a file: give the folder/);
    mkdirSync(join(folder, "empty"));
    expect(() => readProgram(join(folder, "empty"))).toThrow(
      `empty has no Pulumi.yaml: give the folder ${folder}, which has one`,
    );
    expect(() => readProgram("/")).toThrow(/has no Pulumi.yaml: give the folder of a Pulumi program$/);
  });
});

describe("configuration", () => {
  const project = `${OK}config:
  size: 3
  on: true
  aws:region: eu-west-1
  list: [a, b]
  typed: {type: integer, default: 7}
  object: {value: {a: {b: 1}}}
  key: {value: text, secret: true}
`;

  test("comes from the project file, as text and with namespaces", () => {
    const { config, secretKeys } = readProgram(folderWith(project));
    expect(config).toEqual({
      "shop:size": "3",
      "shop:on": "true",
      "aws:region": "eu-west-1",
      "shop:list": '["a","b"]',
      "shop:typed": "7",
      "shop:object": '{"a":{"b":1}}',
      "shop:key": "text",
    });
    expect(secretKeys).toEqual(["shop:key"]);
  });

  test("of the stack goes over it, and what is given over both", () => {
    const folder = folderWith(project, {
      "Pulumi.prod.yaml": `config:
  shop:size: 4
  aws:config:region: us-east-1
  shop:object: {c: [1, {secure: v1:x}]}
  token: {secure: v1:y}
`,
    });
    const program = readProgram(folder, { stack: "acme/shop/prod", config: { on: "false", "aws:profile": "p" } });
    expect(program).toMatchObject({ stack: "prod", organization: "acme" });
    expect(program.config).toMatchObject({
      "shop:size": "4",
      "shop:on": "false",
      "aws:region": "us-east-1",
      "aws:profile": "p",
      "shop:object": `{"c":[1,"${STAND_IN}"]}`,
      "shop:token": STAND_IN,
    });
    expect(program.secretKeys.sort()).toEqual(["shop:key", "shop:object", "shop:token"]);
  });

  test("is that of the only stack where dev has none", () => {
    const prod = { "Pulumi.prod.yaml": "config: {shop:size: 4}" };
    expect(readProgram(folderWith(OK, prod)).stack).toBe("prod");
    expect(readProgram(folderWith(OK, { ...prod, "Pulumi.test.yaml": "" })).stack).toBe("dev");
    expect(readProgram(folderWith(`${OK}stackConfigDir: stacks\n`, { "stacks/Pulumi.qa.yaml": "" })).stack).toBe("qa");
  });

  test("that the project requires must be there", () => {
    const folder = folderWith(`${OK}config:\n  zone: {type: string}\n`);
    expect(() => readProgram(folder)).toThrow(
      `configuration 'shop:zone' of stack 'dev' has no value, and ${join(folder, "Pulumi.yaml")} requires one: ` +
        `set it in ${join(folder, "Pulumi.dev.yaml")} or give it (--config shop:zone=…)`,
    );
    expect(readProgram(folder, { config: { zone: "a" } }).config).toEqual({ "shop:zone": "a" });
  });

  test("of a wrong stack file is refused", () => {
    const folder = folderWith(OK, { "Pulumi.dev.yaml": "config: text" });
    expect(() => readProgram(folder)).toThrow(`'config' in ${join(folder, "Pulumi.dev.yaml")} is a string`);
  });

  test("belongs to the project's name, also to a given one", () => {
    const { project: name, config } = readProgram(folderWith(project), { project: "other" });
    expect(name).toBe("other");
    expect(config).toHaveProperty("other:size", "3");
  });
});
