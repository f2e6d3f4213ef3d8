import { resolveContract } from "../../src/contract/resolve";
import { FRAMEWORKS } from "../../src/aws/frameworks";
import { KEY_PATHS } from "../../src/contract/schema";

const RULES = new Set(["rds-not-public", "required-tags", "contract"]);
const UNTIL = "2027-01-31";
const EXEMPTION = { rule: "rds-not-public", resource: "legacy-db", reason: "Moves in March", until: UNTIL };

function problemsOf(stackConfig: Record<string, unknown>, organization?: unknown): [string, string, string][] {
  const { problems } = resolveContract({ stackConfig, organization, stack: "dev", ruleIds: RULES });
  return problems.map(({ place, path, message }) => [place, path, message]);
}

const TOP_KEYS = KEY_PATHS.filter((path) => !path.includes("."));
const ALL_TOP_KEYS = TOP_KEYS.join(", ").replace(/, (?=\w+$)/, " and ");
const PROFILE_NAMES =
  "fastcart, payment-migration, blue-green, product-catalog, multi-environment, multi-region, strict";

describe("a wrong value in preflight:contract is one sentence", () => {
  const cases: [contract: unknown, path: string, sentence: string][] = [
    [{ region: "useast1" }, "region", 'sets region to "useast1", but it must be text such as "us-east-1".'],
    [{ region: 5 }, "region", 'sets region to 5, but it must be text such as "us-east-1", in quotes.'],
    [
      { recoveryPoint: "15x" },
      "recoveryPoint",
      'sets recoveryPoint to "15x", but it must be text such as "15m" or "1d".',
    ],
    [
      { recoveryTime: 4 },
      "recoveryTime",
      'sets recoveryTime to 4, but it must be text such as "15m" or "4h", in quotes.',
    ],
    [
      { accounts: { production: "12" } },
      "accounts.production",
      'sets accounts.production to "12", but it must be text such as "464738291005".',
    ],
    [{ flowLogs: "true" }, "flowLogs", 'sets flowLogs to "true", but it must be true or false, without quotes.'],
    [{ flowLogs: null }, "flowLogs", "sets flowLogs to null, but it must be true or false."],
    [
      { backupRetentionDays: 60 },
      "backupRetentionDays",
      "sets backupRetentionDays to 60, but it must be a whole number from 1 to 35.",
    ],
    [
      { secretRotationDays: "30" },
      "secretRotationDays",
      'sets secretRotationDays to "30", but it must be a whole number from 1 to 365, without quotes.',
    ],
    [
      { secretRotationDays: 1.5 },
      "secretRotationDays",
      "sets secretRotationDays to 1.5, but it must be a whole number from 1 to 365.",
    ],
    [
      { accountConcurrency: 5 },
      "accountConcurrency",
      "sets accountConcurrency to 5, but it must be a whole number of at least 100.",
    ],
    [
      { tests: { coverage: 101 } },
      "tests.coverage",
      "sets tests.coverage to 101, but it must be a number from 0 to 100.",
    ],
    [
      { tests: { coverage: "90" } },
      "tests.coverage",
      'sets tests.coverage to "90", but it must be a number from 0 to 100, without quotes.',
    ],
    [
      { natGateways: "per-zones" },
      "natGateways",
      'sets natGateways to "per-zones", but it must be one of per-zone, single; did you mean per-zone?',
    ],
    [{ deployment: "canary" }, "deployment", 'sets deployment to "canary", but it must be blue-green.'],
    [
      { frameworks: ["AWS FSPB"] },
      "frameworks[0]",
      `sets frameworks[0] to "AWS FSPB", but it must be one of ${FRAMEWORKS.join(", ")}; did you mean AWS FSBP?`,
    ],
    [{ profile: 5 }, "profile", `sets profile to 5, but it must be one of ${PROFILE_NAMES}.`],
    [
      { services: ["kinesis", "elasticash"] },
      "services[1]",
      'sets services[1] to "elasticash", which is not one of the 64 allowed values; did you mean elasticache?',
    ],
    [
      { vpcEndpoints: ["com.amazonaws.us-east-1.s3"] },
      "vpcEndpoints[0]",
      'sets vpcEndpoints[0] to "com.amazonaws.us-east-1.s3", but it must be text such as "s3" or "ecr.api".',
    ],
    [
      { databaseLogExports: 4 },
      "databaseLogExports",
      'sets databaseLogExports to 4, but it must be a list such as ["audit","error","general","slowquery"] or true or false.',
    ],
    [
      { tags: 3 },
      "tags",
      'sets tags to 3, but it must be a list such as ["Environment","CostCenter"] or an object such as {"Environment":["dev","prod"]}.',
    ],
    [
      { tags: { Environment: "prod" } },
      "tags.Environment",
      'sets tags.Environment to "prod", but it must be a list such as ["dev","prod"].',
    ],
    [
      { functions: { minimumRuntimes: { python: 3.1 } } },
      "functions.minimumRuntimes.python",
      'sets functions.minimumRuntimes.python to 3.1, but it must be text such as "3.11" or "22", in quotes.',
    ],
    [
      { functions: { environment: { "a.b": {} } } },
      'functions.environment."a.b"',
      'sets functions.environment."a.b" to an object, but it must be a list such as ["LISTENER_ARN"].',
    ],
    [
      { database: [] },
      "database",
      'sets database to an empty list, but it must be an object such as {"kind":"aurora","engine":"aurora-mysql"}.',
    ],
    [{ alarms: [1] }, "alarms", "sets alarms to a list, but it must be true or false."],
    [
      { backup: { retentionDays: 0 } },
      "backup.retentionDays",
      "sets backup.retentionDays to 0, but it must be a whole number from 1 to 36500.",
    ],
    [{ environment: "" }, "environment", 'sets environment to "", but it must be text such as "production".'],
    [
      { backupRetentionDay: 3 },
      "backupRetentionDay",
      "has the unknown key backupRetentionDay; did you mean backupRetentionDays?",
    ],
    [
      { backup_retention_days: 3 },
      "backup_retention_days",
      "has the unknown key backup_retention_days; did you mean backupRetentionDays?",
    ],
    [
      { minimumTimeout: 60 },
      "minimumTimeout",
      "has the unknown key minimumTimeout; did you mean functions.minimumTimeout?",
    ],
    [
      { functions: { minimumTimout: 60 } },
      "functions.minimumTimout",
      "has the unknown key functions.minimumTimout; did you mean functions.minimumTimeout?",
    ],
    [
      { availabilityZones: { between: 2 } },
      "availabilityZones.between",
      "has the unknown key availabilityZones.between; it takes minimum and exactly.",
    ],
    [
      { functions: { minimumRuntimes: { pyton: "3.11" } } },
      "functions.minimumRuntimes.pyton",
      "has the unknown key functions.minimumRuntimes.pyton; did you mean functions.minimumRuntimes.python?",
    ],
    [
      { functions: { minimumRuntimes: { cobol: "85" } } },
      "functions.minimumRuntimes.cobol",
      "has the unknown key functions.minimumRuntimes.cobol; it takes dotnet, java, nodejs, python and ruby.",
    ],
    [{ zzz: 1 }, "zzz", `has the unknown key zzz; it takes ${ALL_TOP_KEYS}.`],
    [{ allow: ["region"] }, "allow", "sets allow, which only the policy configuration of contract can set."],
    [
      { exemptions: [{ ...EXEMPTION, until: "2027-02-30" }] },
      "exemptions[0].until",
      'sets exemptions[0].until to "2027-02-30", but it must be a day such as "2027-01-31".',
    ],
    [
      { exemptions: [EXEMPTION, { ...EXEMPTION, rule: "rds-not-publik" }] },
      "exemptions[1].rule",
      'sets exemptions[1].rule to "rds-not-publik", which is not a rule of this pack; did you mean rds-not-public?',
    ],
    [
      { exemptions: [{ ...EXEMPTION, rule: "zz" }] },
      "exemptions[0].rule",
      'sets exemptions[0].rule to "zz", which is not a rule of this pack.',
    ],
    [
      { exemptions: [{ ...EXEMPTION, rule: "contract" }] },
      "exemptions[0].rule",
      "sets exemptions[0].rule to contract, a rule that cannot be exempt.",
    ],
    [
      { exemptions: [{ ...EXEMPTION, resource: "legacy-{a,b" }] },
      "exemptions[0].resource",
      'sets exemptions[0].resource to "legacy-{a,b", where { has no partner; put a backslash before a bracket that is part of the name.',
    ],
    [
      { notExemptable: ["required-tag"] },
      "notExemptable[0]",
      'sets notExemptable[0] to "required-tag", which is not a rule of this pack; did you mean required-tags?',
    ],
    // never more of a value than a reader needs, and nothing that looks like a secret
    [
      { region: "a".repeat(41) },
      "region",
      `sets region to "${"a".repeat(39)}…", but it must be text such as "us-east-1".`,
    ],
    [
      { region: "SimplePassword123" },
      "region",
      'sets region to a string of 17 characters, but it must be text such as "us-east-1".',
    ],
    [
      { region: "a\u001b[31m\nb" },
      "region",
      'sets region to "a\\u001b[31m\\nb", but it must be text such as "us-east-1".',
    ],
  ];
  it.each(cases)("%j", (contract, path, sentence) => {
    const expected = [["preflight:contract", path, `preflight:contract ${sentence}`]];
    expect(problemsOf({ "preflight:contract": contract })).toEqual(expected);
    expect(problemsOf({ "preflight:contract": JSON.stringify(contract) })).toEqual(expected);
  });
});

describe("contradictions", () => {
  it.each([
    [
      { availabilityZones: { minimum: 3, exactly: 2 } },
      "availabilityZones.minimum",
      "availabilityZones.minimum is 3, which is more than availabilityZones.exactly, 2.",
    ],
    [
      { database: { kind: "aurora", engine: "mysql" } },
      "database.engine",
      'database.engine is "mysql", but database.kind aurora takes aurora-mysql or aurora-postgresql.',
    ],
    [
      { database: { kind: "instance", engine: "aurora-mysql" } },
      "database.engine",
      'database.engine is "aurora-mysql", but database.kind instance takes an engine such as mysql or postgres.',
    ],
    [
      { project: { runtime: "python", language: "typescript" } },
      "project.language",
      "project.language is typescript, which project.runtime python does not run.",
    ],
  ])("%j is reported once, where it is written", (contract, path, sentence) => {
    const stack = [["preflight:contract", path, `In preflight:contract, ${sentence}`]];
    expect(problemsOf({ "preflight:contract": contract })).toEqual(stack);
    const place = "policy configuration of contract";
    expect(problemsOf({}, contract)).toEqual([[place, path, `In ${place}, ${sentence}`]]);
  });

  it("arises between sources, too", () => {
    const message =
      "In the contract in force, availabilityZones.minimum is 4, which is more than availabilityZones.exactly, 3.";
    const config = { "preflight:profile": "blue-green", "preflight:contract": { availabilityZones: { minimum: 4 } } };
    expect(problemsOf(config)).toEqual([["the contract in force", "availabilityZones.minimum", message]]);
  });

  it.each([
    [{ availabilityZones: { minimum: 2, exactly: 2 } }],
    [{ availabilityZones: { minimum: 2 } }],
    [{ database: { kind: "aurora-serverless-v2", engine: "aurora-postgresql" } }],
    [{ database: { kind: "instance", engine: "postgres" } }],
    [{ database: { engine: "postgres" } }],
    [{ project: { runtime: "nodejs", language: "typescript" } }],
    [{ project: { runtime: "nodejs" } }],
  ])("%j is not a problem", (contract) => {
    expect(problemsOf({ "preflight:contract": contract })).toEqual([]);
  });
});

describe("settings", () => {
  it.each([
    ["region: us-east-1", '"region: us-east-1"'],
    ["", '""'],
    ["5", "5"],
    ["null", "null"],
    ["[]", "an empty list"],
  ])("preflight:contract %j is not a contract", (text, shown) => {
    const message = `preflight:contract is ${shown}, but it must be an object such as {"region":"us-east-1"}.`;
    expect(problemsOf({ "preflight:contract": text })).toEqual([["preflight:contract", "", message]]);
  });

  it("names what cannot be JSON", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    const place = "policy configuration of contract";
    expect(problemsOf({}, cycle)).toEqual([[place, "", `${place} cannot be read, because it is not JSON.`]]);
    expect(problemsOf({ "preflight:profile": Symbol("x") })).toEqual([
      ["preflight:profile", "", `preflight:profile is null, but it must be one of ${PROFILE_NAMES}.`],
    ]);
    expect(problemsOf({ "preflight:profile": 1n })).toEqual([
      ["preflight:profile", "", "preflight:profile cannot be read, because it is not JSON."],
    ]);
  });

  it.each([
    ["blu-green", `"blu-green", but it must be one of ${PROFILE_NAMES}; did you mean blue-green?`],
    ["constructor", `"constructor", but it must be one of ${PROFILE_NAMES}.`],
    ["5", `5, but it must be one of ${PROFILE_NAMES}.`],
  ])("preflight:profile %j is unknown", (profile, sentence) => {
    expect(problemsOf({ "preflight:profile": profile })).toEqual([
      ["preflight:profile", "", `preflight:profile is ${sentence}`],
    ]);
  });

  it("reports a setting that there is not, and leaves those of others alone", () => {
    expect(problemsOf({ "preflight:contrct": "{}", "aws:region": "x", "preflight:somethingElse": "y" })).toEqual([
      ["preflight:contrct", "", '"preflight:contrct" is not a setting of preflight; did you mean preflight:contract?'],
      [
        "preflight:somethingElse",
        "",
        '"preflight:somethingElse" is not a setting of preflight; it has preflight:profile, preflight:contract and ' +
          "preflight:exemptions.",
      ],
    ]);
  });

  it("counts the exemptions of preflight:exemptions from its own start", () => {
    const given = [{ rule: "rds-not-publik", resource: "x", reason: " ", until: UNTIL }, { rule: "contract" }, 5];
    const place = "preflight:exemptions";
    const needs = "which needs rule, resource, reason and until.";
    const example = '{"rule":"rds-not-public","resource":"legacy-db","reason":"Moves in March","until":"2027-03-31"}';
    expect(problemsOf({ [place]: given })).toEqual([
      [place, "[0].reason", `${place} sets [0].reason to " ", but it must be text such as "Moves to Aurora in March".`],
      [place, "[1].resource", `${place} has no resource in [1], ${needs}`],
      [place, "[1].reason", `${place} has no reason in [1], ${needs}`],
      [place, "[1].until", `${place} has no until in [1], ${needs}`],
      [place, "[2]", `${place} sets [2] to 5, but it must be an object such as ${example}.`],
      [
        place,
        "[0].rule",
        `${place} sets [0].rule to "rds-not-publik", which is not a rule of this pack; did you mean rds-not-public?`,
      ],
      [place, "[1].rule", `${place} sets [1].rule to contract, a rule that cannot be exempt.`],
    ]);
    expect(problemsOf({ [place]: EXEMPTION })).toEqual([
      [place, "", `${place} is an object, but it must be a list such as [${example}].`],
    ]);
  });

  it("reports unknown names in the organization's lists, and leaves items of a wrong type to the schema", () => {
    const place = "policy configuration of contract";
    expect(problemsOf({}, { allow: ["regoin", 5, ""], notExemptable: ["*", "zzzz"] })).toEqual([
      [
        place,
        "allow[1]",
        `${place} sets allow[1] to 5, but it must be text such as "region" or "functions.minimumTimeout", in quotes.`,
      ],
      [
        place,
        "allow[2]",
        `${place} sets allow[2] to "", but it must be text such as "region" or "functions.minimumTimeout".`,
      ],
      [place, "notExemptable[1]", `${place} sets notExemptable[1] to "zzzz", which is not a rule of this pack.`],
      [
        place,
        "allow[0]",
        `${place} sets allow[0] to "regoin", which is not a key of the contract; did you mean region?`,
      ],
    ]);
  });
});

it("keeps the valid rest of a source", () => {
  const given = {
    region: "eu-central-1",
    alarms: "yes",
    tags: ["Environment", 5],
    functions: { minimumTimeout: 60, minimumMemory: 1 },
    exemptions: [{ rule: "rds-not-public" }, EXEMPTION],
  };
  const stackConfig = { "preflight:contract": given };
  const { contract, problems } = resolveContract({ stackConfig, stack: "dev", ruleIds: RULES });
  expect(problems).toHaveLength(6);
  expect(contract).toEqual({
    region: "eu-central-1",
    tags: ["Environment"],
    functions: { minimumTimeout: 60 },
    exemptions: [EXEMPTION],
    notExemptable: [],
  });
});

it.each<[name: string, key: string, value: unknown]>([
  ["no text for a resource", "resource", 5],
  ["a list for a resource", "resource", ["legacy-db"]],
  ["nothing for a resource", "resource", null],
  ["an empty resource", "resource", ""],
  ["an empty reason", "reason", ""],
  ["a number for a reason", "reason", 1234],
  ["a number in quotes for a reason", "reason", "1234"],
  ["dashes for a reason", "reason", "--"],
  ["a truth value for a rule", "rule", true],
  ["no day for an end", "until", "never"],
])("does not count an exemption with %s, and names the key", (_name, key, value) => {
  const { contract, problems } = resolveContract({
    stackConfig: { "preflight:exemptions": [{ ...EXEMPTION, [key]: value }, EXEMPTION] },
    stack: "dev",
    ruleIds: new Set(["rds-not-public"]),
  });
  expect(contract.exemptions).toEqual([EXEMPTION]);
  expect(problems.map(({ path }) => path)).toEqual([`[0].${key}`]);
});
