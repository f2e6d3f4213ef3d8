import fc from "fast-check";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { CONTRACT_SCHEMA } from "../../src/contract/schema";
import type { Wire } from "../../src/graph/recorded";
import { Endurance, crashesIn } from "../kit/endurance";
import type { Diagnostic } from "../kit/pack-server";
import { build, resource } from "../../src/testing/stack";

const SEED = 20261122;

const root = resource("pulumi:pulumi:Stack", "shop-dev");
const recorded = build(
  [
    root,
    resource("aws:rds/instance:Instance", "db", { engine: "postgres", password: "hunter2" }, { parent: root }),
    resource("aws:s3/bucket:Bucket", "files", { bucket: "files" }, { parent: root }),
    resource("aws:lambda/function:Function", "fn", { runtime: "nodejs22.x", handler: "i.h" }, { parent: root }),
  ],
  "preview",
);

async function reported(
  env: Record<string, string>,
  prepare: (endurance: Endurance) => Promise<void> = () => Promise.resolve(),
): Promise<Diagnostic[]> {
  const endurance = new Endurance(recorded, {
    env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname, ...env },
  });
  try {
    await prepare(endurance);
    const found = await endurance.run(recorded);
    expect(crashesIn(found)).toEqual([]);
    return found;
  } finally {
    endurance.stop();
  }
}

const count = (rule: string, found: readonly Diagnostic[]): number => found.filter((one) => one.rule === rule).length;

describe("the stack's configuration", () => {
  it.each([
    ["is not JSON", "{"],
    ["is a list", '["aws:region", {"a": 1}]'],
    ["is null", "null"],
    [
      "has values of every type",
      JSON.stringify({
        "aws:region": 5,
        "shop:a": null,
        "shop:b": [1, { c: ["x"] }],
        "shop:c": { d: { e: "hunter2" } },
        "shop:d": true,
        constructor: "x",
        "": "",
      }),
    ],
    ["has a key that every object has", '{"__proto__": {"aws:region": 1}, "toString": 5}'],
    ["has texts of JSON that are deep", JSON.stringify({ "shop:a": "[".repeat(10_000) + "]".repeat(10_000) })],
  ])("%s: rules still run", async (_name, config) => {
    const found = await reported({ PULUMI_CONFIG: config });
    expect(count("rds-storage-encrypted", found)).toBe(1);
    expect(count("contract", found)).toBe(0);
  });

  it.each([
    ["a contract that is a list", "preflight:contract", "[]"],
    ["a contract that is not JSON", "preflight:contract", "{"],
    ["a contract that is deep", "preflight:contract", "[".repeat(10_000) + "]".repeat(10_000)],
    ["a key that is deep", "preflight:contract", `{"tags":${"[".repeat(5_000)}${"]".repeat(5_000)}}`],
    ["a profile of the name of what every object has", "preflight:profile", "toString"],
    ["exemptions of every type", "preflight:exemptions", '[null, 5, {}, {"rule": 5}]'],
  ])("has %s: a finding reports it, and rules still run", async (_name, key, value) => {
    const found = await reported({ PULUMI_CONFIG: JSON.stringify({ [key]: value }) });
    expect(count("contract", found)).toBeGreaterThan(0);
    expect(count("rds-storage-encrypted", found)).toBe(1);
  });

  it("has a day and a region that are none", async () => {
    const found = await reported({ PREFLIGHT_DAY: "2026-99-99", AWS_REGION: "nowhere\u202e" });
    expect(count("rds-storage-encrypted", found)).toBe(1);
  });
});

// Also what no engine would let through: it checks types before it sends them.
const anything: fc.Arbitrary<Wire> = fc.letrec<{ value: Wire }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Wire>(null, true, false, "", "x", "*", "__proto__", "2026-11-22", "{stack}", -1, 0, 1e308, 3),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(
        fc.tuple(fc.constantFrom("rule", "reason", "*", "minimum", "__proto__", "allow", "engine"), tie("value")),
        {
          maxLength: 4,
        },
      )
      .map((entries) => Object.fromEntries(entries) as Wire),
  ),
})).value;

const KEYS = Object.keys(CONTRACT_SCHEMA.properties);
const contracts = fc
  .array(fc.tuple(fc.constantFrom(...KEYS, "constructor", "backupRetentionDay"), anything), { maxLength: 6 })
  .map((entries) => Object.fromEntries(entries) as Record<string, Wire>);

describe("the organization's configuration", () => {
  it("has any values at all: each answer comes, and no rule fails inside", async () => {
    const endurance = new Endurance(recorded, { env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname } });
    try {
      await fc.assert(
        fc.asyncProperty(contracts, async (properties) => {
          const server = await endurance.running();
          await server.configure({ contract: { properties } });
          await endurance.survive(recorded);
        }),
        { seed: SEED, numRuns: 60 },
      );
    } finally {
      endurance.stop();
    }
  });

  it("speaks of policies and levels that there are not", async () => {
    const found = await reported({}, async (endurance) => {
      const server = await endurance.running();
      await server.configure({
        "no-such-rule": { level: EnforcementLevel.MANDATORY, properties: { a: [1] } },
        all: { level: EnforcementLevel.ADVISORY },
        "rds-storage-encrypted": { level: EnforcementLevel.MANDATORY, properties: { any: { thing: null } } },
      });
    });
    expect(count("rds-storage-encrypted", found)).toBe(1);
  });

  it("gives the stack's contract any values: each answer comes, and no rule fails inside", async () => {
    await fc.assert(
      fc.asyncProperty(contracts, async (contract) => {
        await reported({ PULUMI_CONFIG: JSON.stringify({ "preflight:contract": JSON.stringify(contract) }) });
      }),
      { seed: SEED, numRuns: 3 },
    );
  });
});
