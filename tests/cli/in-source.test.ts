import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT, workshop } from "../kit/command";

const { path, write, preflight } = workshop();
const FAR = "2099-12-31";

/** A program whose database is public. */
function program(comment: string, config = ""): void {
  symlinkSync(join(ROOT, "node_modules"), path("node_modules"), "dir");
  write("Pulumi.yaml", `name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n${config}`);
  write("package.json", '{"main": "index.js"}');
  write(
    "index.js",
    `const aws = { rds: require("@pulumi/aws/rds/instance") };\n${comment}\n` +
      'new aws.rds.Instance("db", {\n  engine: "postgres",\n  allocatedStorage: 20,\n  username: "shop",\n  instanceClass: "db.t4g.small",\n' +
      "  manageMasterUserPassword: true,\n  publiclyAccessible: true,\n});\n",
  );
}

const check = (...more: string[]): ReturnType<typeof preflight> => preflight("check", "--once", ...more);

it("exempts the resource below, and is listed with the others", () => {
  program(`// preflight-ignore rds-not-public, rds-storage-encrypted until ${FAR}: moves in March`);
  const { code, out } = check();
  expect(out).toMatch(/^Exempted: 2 findings$/m);
  expect(out).toMatch(/^critical {2}rds-not-public {2}db: until 2099-12-31: moves in March$/m);
  expect(out).not.toContain("Mandatory");
  expect(code).toBe(0);
  const { findings } = JSON.parse(check("--format", "json").out) as {
    findings: { rule: string; exemption?: object }[];
  };
  expect(findings.find(({ rule }) => rule === "rds-not-public")?.exemption).toEqual({
    reason: "moves in March",
    until: FAR,
    state: "active",
  });
  const contract = preflight("contract");
  expect(contract.out).toMatch(/comments in the source/);
  expect(contract.out).toContain("rule: rds-storage-encrypted");
});

it("changes nothing once its last day is past, and states so", () => {
  program("// preflight-ignore rds-not-public until 2026-01-31: moves in January");
  const { code, out } = check();
  expect(out.replaceAll(/\s+/g, " ")).toContain("(the exemption for it ended on 2026-01-31)");
  expect(code).toBe(1);
});

it("is reported where it exempts nothing", () => {
  program(`// preflight-ignore rds-multi-az, rds-not-public until ${FAR}: moves in March`);
  expect(check().out).toContain("note: the comment at index.js:2 exempts no finding of rds-multi-az; remove it.");
  expect(check("--rule", "rds-not-public").out).not.toContain("index.js:2 exempts");
  write("index.js", `// preflight-ignore rds-not-public until ${FAR}: moves\nconst a = 1;\n`);
  expect(check().out.replaceAll(/\s+/g, " ")).toContain(
    "the comment at index.js:1 is not above a resource whose name is written out, so it exempts nothing.",
  );
});

it("is an error where it is wrong, and where the contract forbids it", () => {
  program(`// preflight-ignore rds-not-publik until ${FAR}: moves`);
  const wrong = check();
  expect(wrong.out.replaceAll(/\s+/g, " ")).toContain(
    'The comment at index.js:2 names "rds-not-publik", which is not a rule; did you mean rds-not-public?',
  );
  expect(wrong.code).toBe(1);
  write("Pulumi.dev.yaml", "config:\n  preflight:contract:\n    exemptInSource: false\n");
  expect(check("--stack", "dev").out).toContain("exemptInSource: false");
});

it("is found through a file of Pulumi where the folder is named", () => {
  write("p/Pulumi.yaml", "name: shop\nruntime: yaml\n");
  write(
    "p/Main.yaml",
    `resources:\n  # preflight-ignore lambda-runtime until ${FAR}: the vendor's\n  worker:\n    type: aws:lambda:Function\n`,
  );
  const state = join(ROOT, "tests/cli/fixtures/state.json");
  expect(preflight("check", state, "--fail-on", "mandatory").code).toBe(1);
  const { code, out } = preflight("check", state, "--folder", "p");
  expect(out).toContain("lambda-runtime  worker: until 2099-12-31: the vendor's");
  expect(code).toBe(0);
});

describe("preflight exempt --in-source", () => {
  const exempt = (resource: string, ...more: string[]): ReturnType<typeof preflight> =>
    preflight(
      "exempt",
      "rds-not-public",
      resource,
      "--in-source",
      "--reason",
      "Moves in March",
      "--until",
      FAR,
      ...more,
    );

  it("writes the comment above the resource", () => {
    program("// The database.");
    const { code, out } = exempt("db", "--yes");
    expect(out).toBe(
      `index.js\n+ // preflight-ignore rds-not-public until ${FAR}: Moves in March\n  new aws.rds.Instance("db", {\n` +
        "Written to index.js.\n",
    );
    expect(code).toBe(0);
    expect(readFileSync(path("index.js"), "utf8")).toContain(
      `// The database.\n// preflight-ignore rds-not-public until ${FAR}: Moves in March\nnew aws.rds.Instance("db"`,
    );
    expect(check().code).toBe(0);
  });

  it.each([
    ["gone", [], /no source in \. creates a resource with the name "gone" written out/],
    ["db", ["--project"], /--project and --in-source exclude each other/],
  ])("writes nothing for %s with %j", (resource, more, message) => {
    program("");
    const { code, err } = exempt(resource, "--yes", ...more);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it("writes nothing where several resources have the name, or the contract forbids it", () => {
    program("");
    write("other.js", 'new aws.rds.Instance("db", {});\n');
    expect(exempt("db", "--yes").err).toContain("2 calls in index.js and other.js create a resource");
    write("Pulumi.dev.yaml", "config:\n  preflight:contract:\n    exemptInSource: false\n");
    expect(exempt("db", "--yes", "--stack", "dev").err).toContain("the contract allows no exemptions in the source");
  });
});
