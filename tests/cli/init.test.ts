import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { reportOn } from "../../src/cli/check";
import { deriveContract } from "../../src/cli/derive/derive";
import { resolveContract } from "../../src/contract/resolve";
import { rules } from "../../policies";
import { recordedTarget, type Target } from "../../src/cli/target";
import { COMMAND, ROOT, workshop } from "../kit/command";
import { describeExample, example, exampleFolder, PROFILES, type Profile } from "../kit/examples";

// Programs are run, some of them twice, on machines that are busy with other tests.
jest.setTimeout(180_000);

const DAY = "2026-11-22";

async function targetOf(profile: Profile, isBare: boolean): Promise<Target> {
  const recorded = await example(profile, "fixed");
  const config = Object.entries(recorded.config).filter(([key]) => !isBare || !key.startsWith("preflight:"));
  return recordedTarget(exampleFolder(profile, "fixed"), { ...recorded, config: Object.fromEntries(config) });
}

const mandatory = (target: Target): string[] =>
  reportOn(target, DAY).results.flatMap(({ level, rule, message }) =>
    level === "mandatory" ? [`${rule.id}: ${message}`] : [],
  );

function joined(own: Readonly<Record<string, unknown>>, added: Readonly<Record<string, unknown>>): object {
  const { contract } = resolveContract({
    stackConfig: { "preflight:contract": own },
    organization: added,
    stack: "{stack}",
    ruleIds: new Set(rules.map(({ id }) => id)),
  });
  return contract;
}

describe.each(PROFILES)("the contract read off %s", (profile) => {
  describeExample(profile, () => {
    it.each([true, false])("adds no mandatory finding (without its own settings: %s)", async (isBare) => {
      const target = await targetOf(profile, isBare);
      const { own, added } = deriveContract(target, DAY);
      expect(Object.keys(added).length).toBeGreaterThan(2);
      const config = { ...target.config, "preflight:contract": JSON.stringify(joined(own, added)) };
      expect(mandatory({ ...target, config })).toEqual(mandatory(target));
    });
  });
});

it("reads what holds for the whole stack, and nothing that does not", async () => {
  const { added } = deriveContract(await targetOf("fastcart", true), DAY);
  expect(added).toMatchObject({
    region: "eu-central-1",
    environmentSuffix: "{stack}",
    availabilityZones: { minimum: 2 },
    backupRetentionDays: 14,
    logRetention: true,
    tags: ["Application", "CostCenter", "Environment", "ManagedBy", "Owner", "Project"],
  });
  // It has no functions, no dashboard and no listener.
  expect(Object.keys(added)).not.toEqual(expect.arrayContaining(["functions"]));
  expect(added).not.toHaveProperty("dashboard");
  expect(added).not.toHaveProperty("https");
});

describe("the command", () => {
  const { path, write, preflight } = workshop();
  const read = (name: string): { config: Record<string, unknown> } =>
    parse(readFileSync(path(name), "utf8")) as { config: Record<string, unknown> };
  const program = (config = ""): void => {
    symlinkSync(join(ROOT, "node_modules"), path("node_modules"), "dir");
    write("Pulumi.yaml", `name: shop # ours\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n${config}`);
    write("package.json", '{"main": "index.js"}');
    write(
      "index.js",
      'const { LogGroup } = require("@pulumi/aws/cloudwatch/logGroup");\n' +
        'new LogGroup("logs", { retentionInDays: 30, tags: { Team: "x" } });\nexports.logs = "x";\n',
    );
  };

  it("writes a profile into Pulumi.yaml under value:", () => {
    program();
    const { code, out } = preflight("init", "--profile", "strict", "--yes");
    expect(code).toBe(0);
    expect(out).toContain("+   preflight:profile:\n+     value: strict");
    expect(read("Pulumi.yaml").config["preflight:profile"]).toEqual({ value: "strict" });
    expect(readFileSync(path("Pulumi.yaml"), "utf8")).toMatch(/^name: shop # ours\n/);
  });

  it("writes a contract that the stack keeps to", () => {
    program();
    expect(preflight("init", "--from-stack", "--yes").code).toBe(0);
    expect(read("Pulumi.yaml").config["preflight:contract"]).toMatchObject({
      value: {
        region: "us-east-1",
        logRetention: true,
        tags: ["Team"],
        outputs: ["logs"],
        services: ["cloudwatch-logs"],
      },
    });
    expect(preflight("check", ".").code).toBe(0);
  });

  it("keeps what is set, names it, and adds to it", () => {
    program(
      "  preflight:profile:\n    value: product-catalog\n  preflight:contract:\n    value:\n      tags: [Team] # ours\n",
    );
    const { code, out } = preflight("init", "--profile", "strict", "--from-stack", "--yes");
    expect(code).toBe(0);
    expect(out).toContain("preflight:profile in Pulumi.yaml is kept.");
    expect(out).toContain("preflight:contract in Pulumi.yaml is kept.");
    expect(readFileSync(path("Pulumi.yaml"), "utf8")).toContain("      tags: [Team] # ours\n      region: us-east-1\n");
    expect(read("Pulumi.yaml").config["preflight:profile"]).toEqual({ value: "product-catalog" });
    expect(preflight("init", "--from-stack", "--yes").out).toContain("There is nothing to add.");
  });

  it("writes to a stack's file with what the project has, which it replaces", () => {
    program("  preflight:contract:\n    value:\n      tags: [Team]\n      exemptions: []\n");
    const { code, out } = preflight("init", "--from-stack", "--stack", "prod", "--yes");
    expect(code).toBe(0);
    expect(out).toContain("note: preflight:contract of Pulumi.prod.yaml replaces that of Pulumi.yaml");
    expect(read("Pulumi.prod.yaml").config["preflight:contract"]).toMatchObject({ tags: ["Team"], logRetention: true });
  });

  it.each([
    ["nothing to write", ["init"], /--profile NAME, --from-stack/],
    ["a profile that is none", ["init", "--profile", "stric"], /blue-green/],
    ["nobody to ask", ["init", "--profile", "strict"], /nothing was written.*--yes/],
    [
      "a contract in another form",
      ["init", "--stack", "odd", "--from-stack", "--yes"],
      /Pulumi\.odd\.yaml is not a map/,
    ],
  ])("exits 2 on %s, and writes nothing", (_name, args, wanted) => {
    program();
    write("Pulumi.odd.yaml", 'config:\n  preflight:contract: \'{"tags": ["Team"]}\'\n');
    const before = readFileSync(path("Pulumi.yaml"), "utf8");
    const { code, err } = preflight(...args);
    expect(code).toBe(2);
    expect(err).toMatch(wanted);
    expect(readFileSync(path("Pulumi.yaml"), "utf8")).toBe(before);
  });

  const itOnTerminal = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0 ? it : it.skip;
  itOnTerminal.each([
    ["y", true],
    ["n", false],
  ])("asks at a terminal, and takes %s (needs script)", (answer, isWritten) => {
    program();
    const line = `(for a in strict n ${answer}; do sleep 1.5; echo $a; done) | script -qec '${process.execPath} ${COMMAND} init' /dev/null`;
    const { stdout } = spawnSync("sh", ["-c", line], { encoding: "utf8", cwd: path() });
    expect(stdout).toContain("Profile (");
    expect(stdout).toContain(isWritten ? "Written to Pulumi.yaml." : "Nothing was written.");
    expect("preflight:profile" in read("Pulumi.yaml").config).toBe(isWritten);
    expect(existsSync(path("Pulumi.dev.yaml"))).toBe(false);
  });
});
