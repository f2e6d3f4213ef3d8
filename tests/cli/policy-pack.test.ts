import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { ROOT, workshop } from "../kit/command";

const { path, write, preflight } = workshop();

/** The example of an organization's pack, compiled as its build does; no package is installed in it. */
function organizationPack(): void {
  cpSync(join(ROOT, "examples/organization-pack"), path("acme"), { recursive: true });
  for (const file of ["index", "rules/bucket-has-owner"]) {
    const source = readFileSync(path(`acme/${file}.ts`), "utf8");
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
    write(`acme/dist/${file}.js`, transpileModule(source, { compilerOptions }).outputText);
  }
}

const URN = "urn:pulumi:dev::shop::";

beforeEach(() => {
  const bucket = (name: string, inputs: object): object => ({
    urn: `${URN}aws:s3/bucket:Bucket::${name}`,
    custom: true,
    id: name,
    type: "aws:s3/bucket:Bucket",
    inputs: { ...inputs, __defaults: [] },
    outputs: { id: name },
    provider: `${URN}pulumi:providers:aws::default::1`,
  });
  const resources = [
    { urn: `${URN}pulumi:pulumi:Stack::shop-dev`, custom: false, type: "pulumi:pulumi:Stack" },
    {
      urn: `${URN}pulumi:providers:aws::default`,
      custom: true,
      id: "1",
      type: "pulumi:providers:aws",
      inputs: { region: "eu-central-1" },
    },
    bucket("files", {}),
    bucket("logs", { tags: { Owner: "payments", CostCenter: "7" } }),
  ];
  write("state.json", JSON.stringify({ version: 3, deployment: { resources } }));
});

interface Finding {
  rule: string;
  level: string;
  resource?: { name: string };
}

function found(...args: string[]): { code: number | null; findings: string[] } {
  const { code, out, err } = preflight("check", "state.json", "--format", "json", ...args);
  expect(err).toBe("");
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return { code, findings: findings.map(({ rule, level, resource }) => `${level} ${rule} ${resource?.name ?? ""}`) };
}

describe("check --policy-pack", () => {
  it("runs the rules of the pack with its own, under its contract", () => {
    organizationPack();
    const { code, findings } = found("--policy-pack", "acme");
    expect(code).toBe(1);
    expect(findings).toContain("mandatory bucket-has-owner files");
    expect(findings.join("\n")).toMatch(/mandatory required-tags files/);
    expect(findings.join("\n")).not.toMatch(/bucket-has-owner logs/);
    expect(found().findings.join("\n")).not.toMatch(/bucket-has-owner|required-tags/);
  });

  it("writes every report, and a baseline of its own rules", () => {
    organizationPack();
    const first = preflight(
      ..."check state.json --policy-pack acme --rule bucket-has-owner --format sarif --write-baseline known.json".split(
        " ",
      ),
    );
    expect(first.code).toBe(1);
    expect(first.out).toContain('"bucket-has-owner"');
    expect(first.out).toContain("https://policies.acme.example/bucket-has-owner");
    expect(found("--policy-pack", "acme", "--rule", "bucket-has-owner", "--baseline", "known.json")).toEqual({
      code: 0,
      findings: [],
    });
  });

  it("takes its settings from the options of the pack, preflight.yaml beside it, and a policy configuration", () => {
    organizationPack();
    write("acme/preflight.yaml", "levels: { rule: { bucket-has-owner: advisory } }\ncontract: { outputs: [id] }\n");
    write("org.json", '{ "required-tags": "disabled", "contract": { "tags": ["Team"] } }');
    const { findings } = found("--policy-pack", "acme", "--organization", "org.json");
    expect(findings).toContain("advisory bucket-has-owner files");
    expect(findings.join("\n")).not.toMatch(/required-tags/);
    write("infra/Pulumi.yaml", "name: shop\nruntime: go\n");
    const { out } = preflight("contract", "infra", "--policy-pack", "acme", "--organization", "org.json");
    expect(out).toMatch(/^region: eu-central-1 # contract of the pack acme-policies$/m);
    expect(out).toMatch(/^tags: \[ Team \] # policy configuration of contract in org\.json$/m);
    expect(out).toMatch(/^outputs: \[ id \] # contract of the pack acme-policies$/m);
    expect(out).toMatch(/^ {4}bucket-has-owner: advisory # contract of the pack acme-policies$/m);
    expect(out).toMatch(/^ {4}required-tags: disabled # org\.json$/m);
  });

  it("is what packs of preflight.yaml names, whose levels the program cannot change", () => {
    organizationPack();
    write("acme/preflight.yaml", "levels: { rule: { bucket-has-owner: advisory } }\n");
    write("preflight.yaml", "packs: [acme]\nlevels: { rule: { bucket-has-owner: disabled } }\n");
    const { findings } = found();
    expect(findings).toContain("advisory bucket-has-owner files");
    expect(findings).toContain("mandatory contract shop-dev");
  });

  it("names preflight.yaml where that names what is no pack", () => {
    write("preflight.yaml", "packs: [nothing]\n");
    const { code, err } = preflight("check", "state.json");
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringContaining("`packs` in preflight.yaml: nothing is not a policy pack"),
    ]);
  });

  it.each([
    ["no pack", "nothing", "nothing is not a policy pack: give the folder with its PulumiPolicy.yaml"],
    ["one of another library", "plain", "plain is not built with pulumi-preflight-aws, so that only 'pulumi preview"],
    ["one in Python", "python", "python is not built with pulumi-preflight-aws"],
    ["one that is not built", "source", "has no dist/index.js: build it first"],
    ["one that throws", "broken", "the policy pack broken cannot be loaded: no database"],
    [
      "one with wrong options",
      "wrong",
      'cannot be used: rules names "rds-not-publik", which is not a rule of preflight',
    ],
    ["one that starts nothing", "idle", "idle is not built with pulumi-preflight-aws"],
  ])("exits 2 with one line on %s", (_name, folder, message) => {
    const pack = (name: string, code: string, runtime = "nodejs"): void => {
      write(`${name}/PulumiPolicy.yaml`, `runtime: ${runtime}\n`);
      write(`${name}/index.js`, code);
    };
    pack("plain", 'const { PolicyPack } = require("@pulumi/policy"); new PolicyPack("plain", { policies: [] });');
    pack("python", "", "python");
    pack("broken", 'throw new Error("no database");');
    pack("wrong", 'require("pulumi-preflight-aws").preflight({ name: "wrong", rules: ["rds-not-publik"] });');
    pack("idle", 'require("pulumi-preflight-aws");');
    write("source/PulumiPolicy.yaml", "runtime: nodejs\n");
    write("source/package.json", '{ "main": "dist/index.js" }');
    const { code, out, err } = preflight("check", "state.json", "--policy-pack", folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(message);
  });

  it("names the rule that --rule may mean, also one of the pack's own", () => {
    organizationPack();
    const { code, err } = preflight("check", "state.json", "--policy-pack", "acme", "--rule", "bucket-has-owners");
    expect(code).toBe(2);
    expect(err).toContain("did you mean bucket-has-owner?");
  });

  it("takes preflight's own pack as it is", () => {
    expect(found("--policy-pack", ROOT)).toEqual(found());
  });
});
