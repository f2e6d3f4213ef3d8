import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOrganization } from "../../src/cli/organization";

const contract = { region: "eu-west-1", tags: ["Owner"] };

describe("an organization's file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "organization-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function read(content: unknown): unknown {
    const file = join(folder, "organization.json");
    writeFileSync(file, JSON.stringify(content));
    return readOrganization(file);
  }

  it.each<[string, object]>([
    ["a contract", contract],
    ["a contract with its level", { enforcementLevel: "mandatory", ...contract }],
    ["a policy configuration", { contract, "rds-not-public": "advisory" }],
    ["one with the contract's level", { contract: { enforcementLevel: "advisory", ...contract } }],
    ["one with Pulumi's environments", { environments: ["acme/policies"], all: "advisory", contract }],
    [
      "one that disables all other policies",
      { all: "disabled", contract: { enforcementLevel: "mandatory", ...contract } },
    ],
  ])("has a contract in %s", (_name, content) => {
    expect(read(content)).toEqual(contract);
  });

  it.each<[string, object]>([
    ["levels alone", { "rds-not-public": "mandatory", "required-tags": { enforcementLevel: "disabled" } }],
    ["the properties of another policy", { "rds-not-public": { assumeNew: true } }],
    ["the level of all policies", { all: "mandatory" }],
    ["Pulumi's environments alone", { environments: ["acme/policies"] }],
    ["the level of the organization's own policy", { "bucket-has-owner": "mandatory" }],
    ["the contract's level alone", { contract: "mandatory" }],
    ["a contract that is disabled", { contract: { enforcementLevel: "disabled", ...contract } }],
    ["a contract that is disabled with all policies", { all: "disabled", contract }],
    ["nothing", {}],
  ])("has no contract in %s", (_name, content) => {
    expect(read(content)).toEqual({});
  });

  it("names a rule of preflight that is mistyped", () => {
    expect(() => read({ "rds-not-publik": "mandatory", contract })).toThrow(
      /organization\.json names "rds-not-publik", which is not a rule of preflight; did you mean rds-not-public\?$/,
    );
  });

  it.each([
    ["a mistyped key", { regoin: "eu-west-1" }],
    ["a key with a map", { backup: { days: 3 } }],
  ])("keeps %s for the contract's own check", (_name, content) => {
    expect(read(content)).toEqual(content);
    expect(read({ enforcementLevel: "mandatory", ...content })).toEqual(content);
  });
});
