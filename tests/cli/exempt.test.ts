import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { exemptInProject, exemptInStack } from "../../src/cli/settings/exemption";
import { filesOf, type SettingsFile } from "../../src/cli/settings/file";
import { resolveContract } from "../../src/contract/resolve";
import { readConfiguration, settingsFiles } from "../../src/engine/program";
import { rules } from "../../policies";
import { workshop } from "../kit/command";

const { path, write, preflight } = workshop();
const PROJECT = "name: shop\nruntime: nodejs\n";
const FAR = "2099-12-31";

const exempt = (...more: string[]): ReturnType<typeof preflight> =>
  preflight("exempt", "rds-not-public", "legacy-*", "--reason", "Moves in March", ...more);

const one = (resource: string): object => ({ rule: "rds-not-public", resource, reason: "r", until: FAR });

/** The resources that exemptions in force name. */
function inForce(stack: string): string[] {
  const { config } = readConfiguration(path(), { stack });
  const { contract, problems } = resolveContract({
    stackConfig: config,
    stack,
    ruleIds: new Set(rules.map(({ id }) => id)),
  });
  expect(problems).toEqual([]);
  return contract.exemptions.map(({ resource }) => resource).sort();
}

describe("nothing is lost, whatever is set already", () => {
  const settings: [string, object | undefined][] = [
    ["nothing", undefined],
    ["a contract", { "preflight:contract": { alarms: true } }],
    ["a contract with exemptions", { "preflight:contract": { alarms: true, exemptions: [one("c")] } }],
    ["exemptions", { "preflight:exemptions": [one("e")] }],
    ["both", { "preflight:contract": { exemptions: [one("c")] }, "preflight:exemptions": [one("e")] }],
  ];
  const cases = settings.flatMap(([above, upper]) => settings.map(([own, lower]) => ({ above, own, upper, lower })));

  it.each(cases)("project: $above, stack: $own", ({ upper, lower }) => {
    const wrapped = Object.fromEntries(
      Object.entries(upper ?? {}).map(([key, value]) => [key, { value: value as unknown }]),
    );
    write("Pulumi.yaml", `${PROJECT}${stringify({ config: { "aws:region": "x", ...wrapped } })}`);
    write("Pulumi.dev.yaml", lower ? stringify({ config: lower }) : "");
    const before = inForce("dev");
    const files = filesOf(settingsFiles(path(), "dev"));
    const exemption = { rule: "rds-not-public", resource: "new", reason: "r", until: FAR };

    const inStack = exemptInStack(files, exemption).file;
    save(inStack);
    expect(inForce("dev")).toEqual([...before, "new"].sort());

    write("Pulumi.dev.yaml", "");
    const alone = inForce("dev");
    save(exemptInProject(files, exemption).file);
    expect(inForce("dev")).toEqual([...alone, "new"].sort());
  });

  const save = ({ path: file, text }: SettingsFile): void => {
    write(file.slice(path().length + 1), text);
  };
});

it("writes to the stack's file what it has shown, and keeps the rest", () => {
  write("Pulumi.yaml", PROJECT);
  write("Pulumi.prod.yaml", "# ours\nconfig:\n  aws:region:   us-east-1\n");
  const { code, out, err } = exempt("--until", FAR, "--stack", "prod", "--yes");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain('+       until: "2099-12-31"');
  const text = readFileSync(path("Pulumi.prod.yaml"), "utf8");
  expect(text).toMatch(/^# ours\nconfig:\n {2}aws:region: {3}us-east-1\n/);
  expect(inForce("prod")).toEqual(["legacy-*"]);
});

it("writes to Pulumi.yaml under value:, and says whose own setting replaces it", () => {
  write("Pulumi.yaml", PROJECT);
  write("Pulumi.prod.yaml", "config:\n  preflight:exemptions: []\n");
  const { code, out } = exempt("--until", FAR, "--project", "--yes");
  expect(code).toBe(0);
  expect(out).toMatch(/note: Pulumi\.prod\.yaml has preflight:exemptions of its own/);
  expect(parse(readFileSync(path("Pulumi.yaml"), "utf8"))).toMatchObject({
    config: { "preflight:exemptions": { value: [{ resource: "legacy-*" }] } },
  });
});

it("writes nothing without --yes where nobody can be asked", () => {
  write("Pulumi.yaml", PROJECT);
  const { code, out, err } = exempt("--until", FAR);
  expect(code).toBe(2);
  expect(out).toContain("Pulumi.dev.yaml (new)");
  expect(err).toContain("--yes");
  expect(() => readFileSync(path("Pulumi.dev.yaml"))).toThrow("ENOENT");
});

describe("what is wrong is named by its argument, in one line, and nothing is written", () => {
  const good = ["exempt", "rds-not-public", "db", "--reason", "r", "--until", FAR, "--yes"];
  const withArgument = (index: number, text: string): string[] => good.with(index, text);
  it.each([
    [
      "an unknown rule",
      withArgument(1, "rds-not-publik"),
      /^preflight: RULE is "rds-not-publik".* did you mean rds-not-public\?$/,
    ],
    [
      "a rule that cannot be exempt",
      withArgument(1, "contract"),
      /^preflight: RULE is contract, a rule that cannot be exempt\.$/,
    ],
    [
      "a rule that the contract forbids to exempt",
      withArgument(1, "required-tags"),
      /required-tags, a rule that cannot be exempt/,
    ],
    ["a glob that is none", withArgument(2, "db[0"), /^preflight: RESOURCE is "db\[0", where \[ has no partner/],
    ["an empty resource", withArgument(2, ""), /^preflight: RESOURCE is ""/],
    ["no reason", withArgument(4, " "), /^preflight: --reason is " "/],
    ["a day that is none", withArgument(6, "2027-02-30"), /^preflight: --until is "2027-02-30", but it must be a day/],
    ["a day that is past", withArgument(6, "2025-01-01"), /^preflight: --until is 2025-01-01, which is past/],
    ["one that is there already", withArgument(2, "old"), /^preflight: rds-not-public is exempt for old until 2099/],
    ["a folder without a program", [...good, "--folder", "gone"], /gone does not exist/],
    ["a stack that cannot be", [...good, "--stack", "a b"], /"a b": it must be 1 to 100 letters/],
    ["settings that are no YAML", [...good, "--stack", "bad"], /Pulumi\.bad\.yaml:2 is not valid YAML/],
    ["settings of another shape", [...good, "--stack", "list"], /'config' in Pulumi\.list\.yaml is not a map/],
    ["no day at all", good.slice(0, 5), /--until/],
  ])("%s", (_name, args, wanted) => {
    const contract = { exemptions: [one("old")], notExemptable: ["required-tags"] };
    write("Pulumi.yaml", `${PROJECT}${stringify({ config: { "preflight:contract": { value: contract } } })}`);
    if (args.includes("bad")) write("Pulumi.bad.yaml", "config: [\n");
    if (args.includes("list")) write("Pulumi.list.yaml", "config: [1]\n");
    const { code, out, err } = preflight(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd()).toMatch(wanted);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

it("lets an exemption be prolonged", () => {
  write("Pulumi.yaml", PROJECT);
  write(
    "Pulumi.dev.yaml",
    stringify({ config: { "preflight:exemptions": [{ ...one("legacy-*"), until: "2026-01-01" }] } }),
  );
  expect(exempt("--until", FAR, "--yes").code).toBe(0);
  expect(inForce("dev")).toEqual(["legacy-*", "legacy-*"]);
});
