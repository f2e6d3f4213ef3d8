import { CHOICES } from "../../src/contract/merge";
import { PROFILES } from "../../src/contract/profiles";
import { resolveContract } from "../../src/contract/resolve";
import { KEY_PATHS, type Contract, type EffectiveContract } from "../../src/contract/schema";

const RULES = new Set(["rds-not-public", "required-tags", "contract"]);

function resolve(
  own: unknown,
  organization?: unknown,
  profile?: string,
): { contract: EffectiveContract; wrong: string[] } {
  const stackConfig = {
    ...(own !== undefined && { "preflight:contract": own }),
    ...(profile !== undefined && { "preflight:profile": profile }),
  };
  const { contract, problems } = resolveContract({ stackConfig, organization, stack: "dev", ruleIds: RULES });
  return { contract, wrong: problems.map(({ message }) => message) };
}

const NOTHING = { exemptions: [], notExemptable: [] };

it("is empty without any source", () => {
  expect(resolve(undefined)).toEqual({ contract: NOTHING, wrong: [] });
  expect(resolve({}, {})).toEqual({ contract: NOTHING, wrong: [] });
  expect(resolve(undefined, null)).toEqual({ contract: NOTHING, wrong: [] });
});

describe("the forms in which values arrive", () => {
  const expected = { ...NOTHING, region: "us-east-1" };
  it.each([
    ["an object", { region: "us-east-1" }],
    ["JSON text", '{"region": "us-east-1"}'],
    ["an object with value:", { value: { region: "us-east-1" }, description: "x" }],
    ["text of an object with value:", '{"value": {"region": "us-east-1"}}'],
    ["text within value:", { value: '{"region": "us-east-1"}' }],
    ["text of text", JSON.stringify('{"region": "us-east-1"}')],
  ])("%s", (_form, given) => {
    expect(resolve(given)).toEqual({ contract: expected, wrong: [] });
    expect(resolve(undefined, given)).toEqual({ contract: expected, wrong: [] });
  });

  it("takes a profile in each of them", () => {
    for (const profile of ["strict", '"strict"', '{"value": "strict"}']) {
      expect(resolve(undefined, undefined, profile).contract.profile).toBe("strict");
    }
  });

  it.each([
    ["2027-01-31"],
    ["2027-01-31T00:00:00Z"],
    ["2027-01-31 00:00:00 +0000 UTC"],
    [new Date("2027-01-31T00:00:00Z")],
  ])("the day %s", (until) => {
    const exemption = { rule: "rds-not-public", resource: "*", reason: "r", until };
    for (const stackConfig of [
      { "preflight:exemptions": [exemption] },
      { "preflight:exemptions": JSON.stringify({ value: [exemption] }) },
      { "preflight:contract": { exemptions: [exemption] } },
    ]) {
      const { contract, problems } = resolveContract({ stackConfig, stack: "dev", ruleIds: RULES });
      expect(problems).toEqual([]);
      expect(contract.exemptions).toEqual([{ ...exemption, until: "2027-01-31" }]);
    }
  });

  it("takes an unquoted whole version", () => {
    const { contract, wrong } = resolve({ functions: { minimumRuntimes: { nodejs: 22, python: "3.11" } } });
    expect(wrong).toEqual([]);
    expect(contract.functions?.minimumRuntimes).toEqual({ nodejs: "22", python: "3.11" });
  });
});

describe("the stack's contract over its profile", () => {
  it("merges objects and replaces all else", () => {
    const own = { availabilityZones: { minimum: 2 }, tags: ["Team"], functions: { minimumTimeout: 10 }, alarms: false };
    const { contract, wrong } = resolve(own, undefined, "blue-green");
    expect(wrong).toEqual([]);
    expect(contract).toEqual({
      ...NOTHING,
      ...PROFILES["blue-green"],
      profile: "blue-green",
      availabilityZones: { exactly: 3, minimum: 2 },
      tags: ["Team"],
      functions: { ...PROFILES["blue-green"].functions, minimumTimeout: 10 },
      alarms: false,
    });
  });

  it("can name the profile itself, but not another one", () => {
    expect(resolve({ profile: "strict" }).contract).toMatchObject({ profile: "strict", alarms: true });
    const { contract, wrong } = resolve({ profile: "strict" }, undefined, "blue-green");
    expect(contract.profile).toBe("blue-green");
    expect(wrong).toEqual([
      "preflight:contract sets profile to strict, but preflight:profile is blue-green; keep one of them.",
    ]);
    expect(resolve({ profile: "strict" }, undefined, "strict").wrong).toEqual([]);
  });

  it("puts the stack's name into the suffix", () => {
    expect(resolve(undefined, undefined, "strict").contract.environmentSuffix).toBe("dev");
    expect(resolve({ environmentSuffix: "x-{stack}" }).contract.environmentSuffix).toBe("x-dev");
  });
});

describe("the organization's profile", () => {
  it("is the base where the stack has none", () => {
    const { contract, wrong } = resolve({ alarms: false }, { profile: "strict" });
    expect(wrong).toEqual([]);
    expect(contract).toMatchObject({ profile: "strict", alarms: false, https: true });
  });

  it.each([
    [undefined, "blue-green", "preflight:profile"],
    [{ profile: "blue-green" }, undefined, "preflight:contract"],
  ])("stays", (own, profile, place) => {
    const { contract, wrong } = resolve(own, { profile: "strict" }, profile);
    expect(contract.profile).toBe("strict");
    expect(wrong).toEqual([
      `${place} sets profile to "blue-green", but the organization has set it to "strict" and does not allow stacks to change it.`,
    ]);
  });

  it("is the base of what the organization itself sets, whose lists, numbers and tags count as they stand", () => {
    const services = ["lambda", "sns"] as const;
    const organization = { profile: "multi-region", regions: { services }, backupRetentionDays: 1, tags: ["team"] };
    const { contract, wrong } = resolve(undefined, organization);
    expect(wrong).toEqual([]);
    expect(PROFILES["multi-region"].regions?.services).toContain("aurora");
    expect(contract.regions).toEqual({ ...PROFILES["multi-region"].regions, services });
    expect([contract.backupRetentionDays, contract.tags]).toEqual([1, ["team"]]);
    expect(resolve({ ...organization, profile: "multi-region" }).contract).toEqual(contract);
  });

  it("leaves a stack to add to what the organization sets", () => {
    const organization = { profile: "multi-region", regions: { services: ["lambda"] } };
    const { contract } = resolve({ regions: { services: ["s3"] } }, organization, "multi-region");
    expect(contract.regions?.services).toEqual(["lambda", "s3"]);
    const { contract: chosen } = resolve(undefined, { ...organization, profile: undefined }, "multi-region");
    expect(chosen.regions?.services).toEqual(expect.arrayContaining(["lambda", "aurora"]));
  });

  it("gives way where the stack may choose", () => {
    const { contract, wrong } = resolve(undefined, { profile: "strict", allow: ["profile"] }, "blue-green");
    expect([contract.profile, contract.natGateways, wrong]).toEqual(["blue-green", "per-zone", []]);
    expect(resolve(undefined, { profile: "strict" }, "strict").wrong).toEqual([]);
    expect(resolve(undefined, { profile: "strict", allow: ["region"] }).contract.profile).toBe("strict");
  });
});

describe("the organization's contract", () => {
  const joined: [own: Contract, organization: Contract, both: Contract][] = [
    [{ alarms: true }, { https: true }, { alarms: true, https: true }],
    [{ services: ["kinesis", "backup"] }, { services: ["backup", "kms"] }, { services: ["backup", "kms", "kinesis"] }],
    [
      { availabilityZones: { minimum: 3 } },
      { availabilityZones: { minimum: 2 } },
      { availabilityZones: { minimum: 3 } },
    ],
    [
      { availabilityZones: { exactly: 3 } },
      { availabilityZones: { minimum: 2 } },
      { availabilityZones: { minimum: 2, exactly: 3 } },
    ],
    [{ backupRetentionDays: 3 }, { backupRetentionDays: 14 }, { backupRetentionDays: 14 }],
    [{ databaseInstances: 3 }, { databaseInstances: 2 }, { databaseInstances: 3 }],
    [{ secretRotationDays: 90 }, { secretRotationDays: 30 }, { secretRotationDays: 30 }],
    [{ secretRotationDays: 7 }, { secretRotationDays: 30 }, { secretRotationDays: 7 }],
    [{ tests: { coverage: 95 } }, { tests: { coverage: 90, unit: true } }, { tests: { coverage: 95, unit: true } }],
    [
      { functions: { minimumTimeout: 30, minimumMemory: 512, minimumRuntimes: { python: "3.9", nodejs: "22" } } },
      { functions: { minimumTimeout: 60, minimumMemory: 256, minimumRuntimes: { python: "3.11", nodejs: "20" } } },
      { functions: { minimumTimeout: 60, minimumMemory: 512, minimumRuntimes: { python: "3.11", nodejs: "22" } } },
    ],
    [
      { functions: { environment: { "*switch*": ["A"], constructor: ["B"] } } },
      { functions: { environment: { "*switch*": ["C"] } } },
      { functions: { environment: { "*switch*": ["C", "A"], constructor: ["B"] } } },
    ],
    [{ databaseLogExports: true }, { databaseLogExports: ["audit"] }, { databaseLogExports: true }],
    [{ databaseLogExports: ["error"] }, { databaseLogExports: true }, { databaseLogExports: true }],
    [{ databaseLogExports: ["error"] }, { databaseLogExports: ["audit"] }, { databaseLogExports: ["audit", "error"] }],
    [{ tags: ["Team", "Owner"] }, { tags: ["Owner"] }, { tags: ["Owner", "Team"] }],
    [{ tags: ["Team"] }, { tags: { Stage: ["dev"] } }, { tags: { Stage: ["dev"], Team: [] } }],
    [{ tags: { Stage: ["dev"] } }, { tags: ["Stage"] }, { tags: { Stage: ["dev"] } }],
    [{ tags: { Stage: ["dev"] } }, { tags: { Stage: ["prod", "dev"] } }, { tags: { Stage: ["dev"] } }],
    [{ tags: { Stage: [] } }, { tags: { Stage: ["dev"] } }, { tags: { Stage: ["dev"] } }],
    [{ region: "us-east-1" }, { region: "us-east-1" }, { region: "us-east-1" }],
  ];
  it.each(joined)("%j under %j makes %j", (own, organization, both) => {
    expect(resolve(own, organization)).toEqual({ contract: { ...NOTHING, ...both }, wrong: [] });
  });

  const lost: [own: Contract, organization: Contract, path: string, mine: string, theirs: string][] = [
    [{ region: "eu-west-1" }, { region: "us-east-1" }, "region", '"eu-west-1"', '"us-east-1"'],
    [{ alarms: false }, { alarms: true }, "alarms", "false", "true"],
    [{ alarms: true }, { alarms: false }, "alarms", "true", "false"],
    [
      { availabilityZones: { exactly: 2 } },
      { availabilityZones: { exactly: 3 } },
      "availabilityZones.exactly",
      "2",
      "3",
    ],
    [{ databaseLogExports: false }, { databaseLogExports: ["audit"] }, "databaseLogExports", "false", "a list"],
    [{ databaseLogExports: ["audit"] }, { databaseLogExports: false }, "databaseLogExports", "a list", "false"],
    [
      { engineVersions: { allow: ["1", "2"] } },
      { engineVersions: { allow: ["1"] } },
      "engineVersions.allow",
      "a list",
      "a list",
    ],
    [{ tags: { Stage: ["qa"] } }, { tags: { Stage: ["dev"] } }, "tags", "an object", "an object"],
  ];
  it.each(lost)("%j cannot change %j", (own, organization, path, mine, theirs) => {
    const message =
      `preflight:contract sets ${path} to ${mine}, but the organization has set it to ${theirs} ` +
      "and does not allow stacks to change it.";
    expect(resolve(own, organization)).toEqual({ contract: { ...NOTHING, ...organization }, wrong: [message] });
  });

  it("stays over the profile without a word, for the stack has not written that", () => {
    const { contract, wrong } = resolve(undefined, { region: "eu-central-1", alarms: false }, "blue-green");
    expect([contract.region, contract.alarms, wrong]).toEqual(["eu-central-1", false, []]);
  });

  it("meets the profile in the parts of an object", () => {
    const { contract, wrong } = resolve(undefined, { functions: { minimumTimeout: 90 } }, "blue-green");
    expect([contract.functions, wrong]).toEqual([{ ...PROFILES["blue-green"].functions, minimumTimeout: 90 }, []]);
  });

  const opened: [own: Contract, organization: Contract, both: Contract][] = [
    [{ region: "eu-west-1" }, { region: "us-east-1", allow: ["region"] }, { region: "eu-west-1" }],
    [{}, { region: "us-east-1", allow: ["region"] }, { region: "us-east-1" }],
    [{ tags: ["Team"] }, { tags: ["Owner"], allow: ["tags"] }, { tags: ["Team"] }],
    [
      { functions: { minimumTimeout: 5, implemented: false } },
      { functions: { minimumTimeout: 60, implemented: true, minimumMemory: 256 }, allow: ["functions"] },
      { functions: { minimumTimeout: 5, implemented: false, minimumMemory: 256 } },
    ],
    [
      { functions: { minimumTimeout: 5, minimumMemory: 128 } },
      { functions: { minimumTimeout: 60, minimumMemory: 256 }, allow: ["functions.minimumTimeout"] },
      { functions: { minimumTimeout: 5, minimumMemory: 256 } },
    ],
  ];
  it.each(opened)("%j may override %j", (own, organization, both) => {
    expect(resolve(own, organization)).toEqual({ contract: { ...NOTHING, ...both }, wrong: [] });
  });

  it("is not given way to by a profile in a key that is open to stacks", () => {
    const organization = { region: "eu-central-1", allow: ["region"] };
    expect(resolve({ alarms: true }, organization, "blue-green").contract.region).toBe("eu-central-1");
  });
});

describe("exemptions", () => {
  const exemption = (rule: string): object => ({ rule, resource: "*", reason: "r", until: "2027-01-31" });

  it("come from every source, and rules that cannot be exempt win", () => {
    const { contract, problems } = resolveContract({
      stackConfig: {
        "preflight:contract": { exemptions: [exemption("required-tags")] },
        "preflight:exemptions": JSON.stringify([exemption("rds-not-public"), exemption("required-tags")]),
      },
      organization: {
        exemptions: [exemption("required-tags")],
        notExemptable: ["rds-not-public", "gone"],
      },
      stack: "dev",
      ruleIds: RULES,
    });
    expect(contract.exemptions).toHaveLength(3);
    expect(contract.notExemptable).toEqual(["rds-not-public"]);
    expect(problems.map(({ message }) => message)).toEqual([
      "preflight:exemptions sets [0].rule to rds-not-public, a rule that cannot be exempt.",
      'policy configuration of contract sets notExemptable[1] to "gone", which is not a rule of this pack.',
    ]);
  });

  it("have no effect where an organization forbids all", () => {
    const { contract, wrong } = resolve({ exemptions: [exemption("required-tags")] }, { notExemptable: ["*"] });
    expect(contract.exemptions).toEqual([]);
    expect(wrong).toEqual([
      "preflight:contract sets exemptions[0].rule to required-tags, a rule that cannot be exempt.",
    ]);
  });
});

it("chooses only between values of keys that exist", () => {
  for (const path of Object.keys(CHOICES)) {
    expect(KEY_PATHS).toContain(path.replace(/\.\*$/, ""));
  }
});
