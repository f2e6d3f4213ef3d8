import { findExemption } from "../../src/contract/exemptions";
import type { Exemption } from "../../src/contract/schema";

const URN = "urn:pulumi:dev::shop::my:index:Data$aws:rds/cluster:Cluster$aws:rds/instance:Instance::legacy-db.0";
const RESOURCE = { name: "legacy-db.0", urn: URN };

function exemption(resource: string, until = "2027-01-31", rule = "rds-not-public"): Exemption {
  return { rule, resource, reason: "Moves in March", until };
}

describe("the resource of an exemption", () => {
  it.each([
    "legacy-db.0",
    "legacy-*",
    "legacy-db.?",
    "*",
    "**",
    "*db*",
    "{legacy,old}-db.0",
    URN,
    "urn:pulumi:dev::*::legacy-db.0",
    "*$aws:rds/instance:Instance::*",
    "*/instance:*::*",
  ])("%s meets it", (glob) => {
    expect(findExemption([exemption(glob)], ["rds-not-public"], RESOURCE, "2026-10-01")?.state).toBe("active");
  });

  // The project, the stack and the type are in the URN of every resource.
  it.each(["*dev*", "*shop*", "*rds*", "*aws:rds/cluster:Cluster*", "urn:pulumi:*"])(
    "%s does not meet it, since it is a pattern on the name",
    (glob) => {
      expect(findExemption([exemption(glob)], ["rds-not-public"], RESOURCE, "2026-10-01")).toBeUndefined();
    },
  );

  it.each(["legacy-db", "db", "LEGACY-DB.0", "!other", "urn:pulumi:prod::*", "aws:rds/*", "[", "("])(
    "%s does not",
    (glob) => {
      expect(findExemption([exemption(glob)], ["rds-not-public"], RESOURCE, "2026-10-01")).toBeUndefined();
    },
  );

  it("is taken by the letter first", () => {
    const resource = { name: "subnet[0]", urn: "urn:pulumi:dev::p::t::subnet[0]" };
    expect(findExemption([exemption("subnet[0]")], ["rds-not-public"], resource, "2026-10-01")).toBeDefined();
  });

  it("meets names that begin with a dot", () => {
    const resource = { name: ".hidden", urn: "urn:pulumi:dev::p::t::.hidden" };
    expect(findExemption([exemption("*hidden")], ["rds-not-public"], resource, "2026-10-01")).toBeDefined();
  });
});

it("is for its own rule", () => {
  expect(findExemption([exemption("*")], ["required-tags"], RESOURCE, "2026-10-01")).toBeUndefined();
});

it("holds up to its last day", () => {
  const given = [exemption("*", "2027-01-31")];
  expect(findExemption(given, ["rds-not-public"], RESOURCE, "2027-01-31")).toEqual({
    exemption: given[0],
    state: "active",
  });
  expect(findExemption(given, ["rds-not-public"], RESOURCE, "2027-02-01")).toEqual({
    exemption: given[0],
    state: "expired",
  });
});

it("is the one that holds longest", () => {
  const given = [
    exemption("*", "2026-01-01"),
    exemption("legacy-*", "2027-01-01"),
    exemption("*", "2026-06-01"),
    exemption("x", "2028-01-01"),
  ];
  expect(findExemption(given, ["rds-not-public"], RESOURCE, "2026-10-01")).toEqual({
    exemption: given[1],
    state: "active",
  });
});

describe("a finding on the whole stack", () => {
  it.each([
    ["*", true],
    ["dev", true],
    ["d*", false],
    ["legacy-db.0", false],
  ])("is met by %s: %s", (glob, met) => {
    expect(findExemption([exemption(glob)], ["rds-not-public"], undefined, "2026-10-01", "dev") !== undefined).toBe(
      met,
    );
  });

  it("is met by * where the stack's name is not known", () => {
    expect(findExemption([exemption("dev")], ["rds-not-public"], undefined, "2026-10-01")).toBeUndefined();
    expect(findExemption([exemption("*")], ["rds-not-public"], undefined, "2026-10-01")).toBeDefined();
  });
});
