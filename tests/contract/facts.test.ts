import { overriddenFacts, tableOf } from "../../src/contract/facts";
import { resolveContract } from "../../src/contract/resolve";
import type { Contract } from "../../src/contract/schema";
import { MOVING_TABLES, table } from "../../src/aws/data/tables";

function resolve(facts: unknown, organization?: unknown): ReturnType<typeof resolveContract> {
  return resolveContract({
    stackConfig: { "preflight:contract": { facts } },
    organization: organization === undefined ? undefined : { facts: organization },
    stack: "dev",
    ruleIds: new Set(),
  });
}

const RUNTIMES = "facts.lambda-runtimes.runtimes";
const newRuntime = (row: unknown): unknown => ({ "lambda-runtimes": { runtimes: { "nodejs99.x": row } } });

describe("what a contract puts over a table", () => {
  it.each<[facts: unknown, path: string, sentence: string]>([
    [
      { "log-retention": { days: 5 } },
      "facts.log-retention.days",
      "sets facts.log-retention.days to 5, but it must be a list such as [1,3,5].",
    ],
    [
      { "log-retention": { days: [1, "3"] } },
      "facts.log-retention.days[1]",
      'sets facts.log-retention.days[1] to "3", but it must be a number such as 1, without quotes.',
    ],
    [
      { "log-retention": { days: null } },
      "facts.log-retention.days",
      "sets facts.log-retention.days to null, but it must be a list such as [1,3,5].",
    ],
    [
      { "log-retention": { date: "yesterday" } },
      "facts.log-retention.date",
      `sets facts.log-retention.date to "yesterday", but it must be a day such as "${table("log-retention").date}".`,
    ],
    [
      { "log-retention": { hours: [1] } },
      "facts.log-retention.hours",
      "has the unknown key facts.log-retention.hours; it takes source, date, strength, note and days.",
    ],
    [{ "log-retention": [1] }, "facts.log-retention", "sets facts.log-retention to a list, but it must be an object."],
    [
      { "log-retentions": {} },
      "facts.log-retentions",
      "has the unknown key facts.log-retentions; did you mean facts.log-retention?",
    ],
    [
      { "nat-gateway-price": { perHour: "0.05" } },
      "facts.nat-gateway-price.perHour",
      'sets facts.nat-gateway-price.perHour to "0.05", but it must be a number such as 0.045, without quotes.',
    ],
    [
      { "lambda-runtimes": { runtimes: { "nodejs22.x": "2030-01-01" } } },
      `${RUNTIMES}."nodejs22.x"`,
      `sets ${RUNTIMES}."nodejs22.x" to "2030-01-01", but it must be an object such as {"deprecated":"2022-05-10"} or null, which takes it out.`,
    ],
    [
      newRuntime({ deprecated: "soon" }),
      `${RUNTIMES}."nodejs99.x".deprecated`,
      `sets ${RUNTIMES}."nodejs99.x".deprecated to "soon", but it must be a day such as "2022-05-10".`,
    ],
    [
      newRuntime({}),
      `${RUNTIMES}."nodejs99.x".deprecated`,
      `has no deprecated in ${RUNTIMES}."nodejs99.x", which needs deprecated.`,
    ],
    [
      newRuntime(null),
      `${RUNTIMES}."nodejs99.x"`,
      `sets ${RUNTIMES}."nodejs99.x" to null, but it must be an object such as {"deprecated":"2022-05-10"}.`,
    ],
  ])("is refused where it is not like the table: %j", (facts, path, sentence) => {
    const { contract, problems } = resolve(facts);
    expect(problems).toEqual([{ place: "preflight:contract", path, message: `preflight:contract ${sentence}` }]);
    // Half of a new row would be worse than none.
    expect(contract.facts).toEqual({});
  });

  it.each<[facts: unknown]>([
    [{ "log-retention": { days: [1, 2], date: "2027-01-31", source: "our own list" } }],
    [newRuntime({ deprecated: "2030-01-01" })],
    [newRuntime({ deprecated: "2030-01-01", createBlocked: null })],
    [{ "lambda-runtimes": { runtimes: { "nodejs24.x": { createBlocked: "2027-01-01" } } } }],
    [{ "admin-ports": { administration: { "2222": "SSH" } } }],
    [{ "reserved-domains": { domains: [...table("reserved-domains").domains, "shop.test"] } }],
    [{ "service-quotas": { quotas: { "aws:ec2/eip:Eip": { limit: 20 } } } }],
    [{ "rds-engine-versions": { engines: { mysql: { "9.0": { available: "9.0.1", deprecated: "" } } } } }],
    [{ "rds-engine-versions": { engines: { mariadb: { "12.0": { available: "12.0.1", deprecated: "" } } } } }],
    [{ "aws-managed-policies": { policies: { New: [{ Effect: "Allow", Action: "s3:*", Resource: ["*"] }] } } }],
    [{ "fargate-task-sizes": { linux: { "65536": [131072] }, windows: [1024] } }],
  ])("is taken where it is: %j", (facts) => {
    expect(resolve(facts)).toMatchObject({ problems: [], contract: { facts } });
  });

  it("is the organization's where both speak of the same", () => {
    const { contract, problems } = resolve(
      { "log-retention": { days: [1] }, "nat-gateway-price": { perHour: 1 } },
      { "log-retention": { days: [7, 30] } },
    );
    expect(contract.facts).toEqual({ "log-retention": { days: [7, 30] }, "nat-gateway-price": { perHour: 1 } });
    expect(problems.map(({ path }) => path)).toEqual(["facts.log-retention"]);
  });
});

describe("what rules refuse", () => {
  it.each<[facts: Record<string, unknown>, path: string]>([
    [{ "admin-ports": { administration: { "22": null } } }, "admin-ports.administration.22"],
    [{ "admin-ports": { administration: { "22": null, "2222": "SSH" } } }, "admin-ports.administration.22"],
    [{ "reserved-domains": { domains: [] } }, "reserved-domains.domains"],
    [{ "elb-tls-policies": { whereUnset: "ELBSecurityPolicy-TLS13-1-2-2021-06" } }, "elb-tls-policies.whereUnset"],
    [
      { "lambda-reserved-variables": { reserved: { AWS_REGION: false } } },
      "lambda-reserved-variables.reserved.AWS_REGION",
    ],
    [{ "lambda-runtimes": { runtimes: { "nodejs22.x": null } } }, 'lambda-runtimes.runtimes."nodejs22.x"'],
    [
      { "lambda-runtimes": { runtimes: { dotnet6: { createBlocked: "2099-01-01" } } } },
      "lambda-runtimes.runtimes.dotnet6.createBlocked",
    ],
  ])("is not taken away by a stack: %j", (facts, path) => {
    const { contract, problems } = resolve(facts);
    const [name = ""] = Object.keys(facts);
    expect(contract.facts).toEqual({});
    expect(problems).toEqual([
      {
        place: "preflight:contract",
        path: `facts.${path}`,
        message:
          `preflight:contract takes away from facts.${path}, which rules refuse by; a stack can only add to it. ` +
          `The organization can change it, or allow that with allow: ["facts.${name}"].`,
      },
    ]);
  });

  const open = { "admin-ports": { administration: { "22": null } } };

  it("is what the organization makes of it", () => {
    expect(resolve({}, open)).toMatchObject({ problems: [], contract: { facts: open } });
  });

  it.each(["facts", "facts.admin-ports"])("is open to stacks where the organization allows %s", (key) => {
    const { contract, problems } = resolveContract({
      stackConfig: { "preflight:contract": { facts: open } },
      organization: { allow: [key] },
      stack: "dev",
      ruleIds: new Set(),
    });
    expect({ facts: contract.facts, problems }).toEqual({ facts: open, problems: [] });
  });

  it("is locked by an organization that sets nothing in a table", () => {
    const { contract, problems } = resolve(
      { "admin-ports": { administration: { "2222": "SSH" } } },
      { "admin-ports": {} },
    );
    expect(contract.facts).toEqual({ "admin-ports": {} });
    expect(problems.map(({ message }) => message)).toEqual([
      "preflight:contract sets facts.admin-ports, but the organization has set it too and does not allow stacks to " +
        "change it.",
    ]);
  });
});

it("lists what a contract overrides", () => {
  expect(overriddenFacts({})).toEqual([]);
  expect(
    overriddenFacts({
      facts: { "log-retention": { days: [1] }, "admin-ports": { administration: { "2222": "SSH" } } },
    }),
  ).toEqual(["log-retention.days", "admin-ports.administration.2222"]);
});

describe("a table under a contract", () => {
  const contract: Contract = {
    facts: {
      "log-retention": { days: [1, 2] },
      "lambda-runtimes": { runtimes: { "nodejs22.x": null, "nodejs24.x": { deprecated: "2030-01-01" } } },
    },
  };

  it("is the one that ships where the contract does not override it", () => {
    expect(tableOf({}, "log-retention")).toBe(table("log-retention"));
    expect(tableOf(contract, "nat-gateway-price")).toBe(table("nat-gateway-price"));
  });

  it("has what the contract puts over it, and stays the same object", () => {
    const { days, source } = tableOf(contract, "log-retention");
    expect({ days, source }).toEqual({ days: [1, 2], source: table("log-retention").source });
    expect(tableOf(contract, "log-retention")).toBe(tableOf(contract, "log-retention"));
    const { runtimes } = tableOf(contract, "lambda-runtimes");
    expect(Object.keys(runtimes)).not.toContain("nodejs22.x");
    expect(runtimes["nodejs24.x"]).toEqual({
      deprecated: "2030-01-01",
      createBlocked: "2028-06-01",
      updateBlocked: "2028-07-01",
    });
    expect(table("lambda-runtimes").runtimes["nodejs22.x"]).toBeDefined();
  });
});

describe("each table", () => {
  it.each(MOVING_TABLES)("%s takes itself", (name) => {
    expect(resolve({ [name]: table(name) }).problems).toEqual([]);
  });

  /** `*` is the first key of a map. */
  it.each([
    ["lambda-runtimes", ["runtimes", "*", "deprecatd"]],
    ["rds-engine-versions", ["engines", "*", "*", "availabl"]],
    ["name-rules", ["types", "*", "maximun"]],
    ["rds-log-exports", ["engines", "*", "clusters"]],
  ] as const)("%s has fields at %j, and no others", (name, keys) => {
    const path: string[] = [];
    let here: unknown = table(name);
    for (const key of keys) {
      path.push(key === "*" ? (Object.keys(here as object)[0] ?? "") : key);
      here = (here as Record<string, unknown>)[path.at(-1) ?? ""];
    }
    const patch = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 1);
    expect(resolve({ [name]: patch }).problems).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/has the unknown key .*; did you mean/) as string }),
    ]);
  });
});
