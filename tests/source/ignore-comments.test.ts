import { globMatcher } from "../../src/contract/globs";
import { ignoreCommentsIn, placesForIgnoring } from "../../src/source/ignore-comments";
import { memoryFiles } from "../../src/testing/files";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::my:net:Vpc$${type}::${name}`;
const DB = urn("aws:rds/instance:Instance", "db");
const AWS = 'import * as aws from "@pulumi/aws";\n';
const COMMENT = "preflight-ignore rds-not-public until 2027-03-31: moves";

/** Which of these URNs the comments of a file are above. */
function covered(path: string, text: string, urns: readonly string[], runtime = "nodejs"): string[] {
  const files = memoryFiles({ "Pulumi.yaml": `name: shop\nruntime: ${runtime}\n`, [path]: text });
  const patterns = ignoreCommentsIn(files).flatMap(({ resources }) => resources);
  return urns.filter((one) => patterns.some((pattern) => globMatcher(pattern)(one)));
}

describe("a comment above a resource", () => {
  it.each([
    ["a statement", `// ${COMMENT}\nnew aws.rds.Instance("db", {});`],
    ["an exported variable", `// ${COMMENT}\nexport const db = new aws.rds.Instance("db", {});`],
    ["another comment", `// ${COMMENT}\n// The old one.\nnew aws.rds.Instance("db", {});`],
    ["a comment of several lines", `/**\n * Old.\n */\n/* ${COMMENT} */\nnew aws.rds.Instance("db");`],
    ["a property", `const all = {\n  // ${COMMENT}\n  db: new aws.rds.Instance("db"),\n};`],
    ["a field of a class", `class A {\n  // ${COMMENT}\n  db = new aws.rds.Instance("db");\n}`],
    ["a statement in a function", `function f() {\n  // ${COMMENT}\n  return new aws.rds.Instance("db");\n}`],
  ])("in TypeScript is found above %s", (_what, text) => {
    expect(covered("index.ts", AWS + text, [DB])).toEqual([DB]);
  });

  it.each([
    ["behind code", `const a = 1; // ${COMMENT}\nnew aws.rds.Instance("db");`],
    ["in a string", `const a = "// ${COMMENT}";\nnew aws.rds.Instance("db");`],
    ["below it", `new aws.rds.Instance("db");\n// ${COMMENT}\n`],
    ["above another statement", `// ${COMMENT}\nconst a = 1;\nnew aws.rds.Instance("db");`],
    ["above the function that it is in", `// ${COMMENT}\nfunction f() {\n  new aws.rds.Instance("db");\n}`],
    ["in the middle of a sentence", `// See ${COMMENT}\nnew aws.rds.Instance("db");`],
    ["above a resource with a computed name", `// ${COMMENT}\nnew aws.rds.Instance(name);`],
    ["above one with the same name of another type", `// ${COMMENT}\nnew aws.ec2.Instance("db");`],
    [
      "above one that has it as an argument",
      `// ${COMMENT}\nnew aws.ec2.Eip("ip", { x: new aws.rds.Instance("db") });`,
    ],
  ])("in TypeScript exempts nothing %s", (_what, text) => {
    expect(covered("index.ts", AWS + text, [DB])).toEqual([]);
  });

  it("covers what a template makes of a name", () => {
    const text = `${AWS}for (const side of sides) {\n  // ${COMMENT}\n  new aws.rds.Instance(\`db-\${side}[0]\`);\n}`;
    const [blue, other] = ["db-blue[0]", "blue[0]"].map((name) => urn("aws:rds/instance:Instance", name));
    expect(covered("index.ts", text, [String(blue), String(other)])).toEqual([blue]);
  });

  it("is found in Python", () => {
    const text = `import pulumi_aws as aws\n\nclass A:\n    def f(self):\n        # ${COMMENT}\n        self.db = aws.rds.Instance("db",\n            engine="x")\n`;
    expect(covered("__main__.py", text, [DB], "python")).toEqual([DB]);
    expect(covered("__main__.py", text.replace('"db"', 'f"d{x}"'), [DB], "python")).toEqual([DB]);
    expect(covered("__main__.py", text.replace('"db"', "name"), [DB], "python")).toEqual([]);
  });

  it("is found in Go", () => {
    const text = `package main\n\nfunc main() {\n\t// ${COMMENT}\n\tdb, err := rds.NewInstance(ctx, "db", &rds.InstanceArgs{})\n\t_, err = ec2.NewEip(ctx, "db", nil)\n}\n`;
    expect(covered("main.go", text, [DB, urn("aws:ec2/eip:Eip", "db")], "go")).toEqual([DB]);
  });

  it("is found in YAML, above the first resource and others", () => {
    const first = `resources:\n  # ${COMMENT}\n  db:\n    type: aws:rds:Instance\n  other:\n    type: aws:ec2:Eip\n`;
    expect(covered("Main.yaml", first, [DB, urn("aws:ec2/eip:Eip", "other")], "yaml")).toEqual([DB]);
    const second = `resources:\n  other:\n    type: aws:ec2:Eip\n  # ${COMMENT}\n  x:\n    type: aws:rds/instance:Instance\n    name: db\n`;
    expect(covered("Main.yaml", second, [DB, urn("aws:ec2/eip:Eip", "other")], "yaml")).toEqual([DB]);
    expect(covered("Main.yaml", first, [DB])).toEqual([]);
  });

  it("has a place and a text", () => {
    const files = memoryFiles({ "lib/db.ts": `\n\n/* ${COMMENT} */\nnew aws.rds.Instance("db");` });
    expect(ignoreCommentsIn(files)).toEqual([
      {
        place: "lib/db.ts:3",
        text: "rds-not-public until 2027-03-31: moves",
        resources: [expect.stringContaining("Instance::db")],
      },
    ]);
  });
});

describe("where a comment can be put", () => {
  it.each([
    ["index.ts", '  export const db = new aws.rds.Instance("db", {\n  });\n', "nodejs", "  ", "//"],
    ["__main__.py", 'if x:\n    db = aws.rds.Instance("db")\n', "python", "    ", "#"],
    ["main.go", 'func main() {\n\tdb, err := rds.NewInstance(ctx, "db", nil)\n}\n', "go", "\t", "//"],
    ["Main.yaml", "resources:\n  db:\n    type: aws:rds:Instance\n", "yaml", "  ", "#"],
  ])("is the line above the statement (%s)", (path, text, runtime, indent, mark) => {
    const files = memoryFiles({ "Pulumi.yaml": `name: shop\nruntime: ${runtime}\n`, [path]: text });
    const [place, ...others] = placesForIgnoring(files, "db");
    expect(others).toEqual([]);
    expect(place).toMatchObject({ path, indent, mark });
    expect(text.slice(place?.offset).split("\n", 1).join("")).toMatch(/db/);
    expect(placesForIgnoring(files, "gone")).toEqual([]);
  });
});
