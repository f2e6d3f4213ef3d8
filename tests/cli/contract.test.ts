import { parse } from "yaml";
import { workshop } from "../kit/command";

const { write, preflight } = workshop();

const PROJECT = `name: shop
runtime: nodejs
config:
  preflight:profile:
    value: product-catalog
  preflight:contract:
    value:
      region: us-east-1
`;

it("prints what is in force, as YAML, with where each key comes from", () => {
  write("Pulumi.yaml", PROJECT);
  write("Pulumi.prod.yaml", "config:\n  preflight:contract:\n    tags: [Team]\n    backupRetentionDays: 9\n");
  write(
    "org.yaml",
    "contract:\n  enforcementLevel: mandatory\n  tags: [Owner]\n  backupRetentionDays: 8\n  https: true\n",
  );
  const { code, out, err } = preflight("contract", ".", "--stack", "prod", "--organization", "org.yaml");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(parse(out)).toMatchObject({
    tags: ["Owner", "Team"],
    backupRetentionDays: 9,
    https: true,
    lifecycle: "ephemeral",
  });
  expect(parse(out)).not.toHaveProperty("region");
  expect(out).toMatch(/backupRetentionDays: 9 # preflight:contract in Pulumi\.prod\.yaml/);
  expect(out).toMatch(/tags: .* # preflight:contract in Pulumi\.prod\.yaml and policy configuration .* in org\.yaml/);
  expect(out).toMatch(/https: true # policy configuration of contract in org\.yaml/);
  expect(out).toMatch(/lifecycle: ephemeral # profile product-catalog/);
  expect(out).toMatch(/profile: product-catalog # preflight:profile in Pulumi\.yaml/);
});

it("says that nothing is in force", () => {
  write("Pulumi.yaml", "name: shop\nruntime: go\n");
  expect(preflight("contract")).toMatchObject({ code: 0, out: expect.stringMatching(/^# No contract/) as string });
});

it("finds nothing wrong with a good one", () => {
  write("Pulumi.yaml", PROJECT);
  expect(preflight("contract", "--check")).toEqual({ code: 0, out: "The contract is valid.\n", err: "" });
});

it("prints each thing that is wrong with its file, and exits 1", () => {
  write("Pulumi.yaml", PROJECT.replace("us-east-1", "nowhere"));
  const exemption = "{rule: rds-not-publik, resource: '{a', reason: r, until: 2027-13-01}";
  write("Pulumi.prod.yaml", `config:\n  preflight:exemptions:\n    - ${exemption}\n`);
  write("org.yaml", "region: 5\nallow: [regio]\n");
  const { code, out } = preflight("contract", ".", "--check", "--stack", "prod", "--organization", "org.yaml");
  expect(code).toBe(1);
  const lines = out.trimEnd().split("\n");
  const place = /^(Pulumi\.yaml: preflight:contract|Pulumi\.prod\.yaml: preflight:exemptions|org\.yaml: policy conf)/;
  expect(lines.filter((line) => !place.test(line))).toEqual([]);
  expect(lines).toHaveLength(6);
  expect(out).toContain("did you mean rds-not-public?");
  expect(out).toContain("{ has no partner");
});

it("names the command line where that is wrong", () => {
  write("Pulumi.yaml", PROJECT);
  const { code, out } = preflight("contract", ".", "--check", "--profile", "stric");
  expect(code).toBe(1);
  expect(out).toMatch(/^the command line: preflight:profile is "stric".*did you mean strict\?\n$/);
});

it.each([
  ["a folder without a program", ["contract", "gone"], /gone does not exist/],
  [
    "an organization's file that is not there",
    ["contract", "--organization", "gone.yaml"],
    /gone\.yaml cannot be read/,
  ],
  ["one that is no YAML", ["contract", "--organization", "bad.yaml"], /bad\.yaml:1 is not valid YAML/],
  ["one that is not a map", ["contract", "--organization", "list.yaml"], /list\.yaml holds no keys and values/],
])("exits 2 on %s", (_name, args, wanted) => {
  write("Pulumi.yaml", PROJECT);
  write("bad.yaml", "a: [}");
  write("list.yaml", "- a\n");
  const { code, out, err } = preflight(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(wanted);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});
