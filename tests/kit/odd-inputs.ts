import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { reportOn } from "../../src/cli/check";
import type { Target } from "../../src/cli/target";
import { PROFILES } from "../../src/contract/profiles";
import { resolveContract } from "../../src/contract/resolve";
import { parseYaml } from "../../src/engine/yaml";
import { ProgramError } from "../../src/errors";
import { readTextTarget } from "../../src/input/file";
import { openConfig } from "../../src/input/preview";
import { RULE_IDS } from "../../policies";
import { jsonReport } from "../../src/report/json";
import { EVERYTHING } from "./contracts";

const FIXTURES = join(__dirname, "../cli/fixtures");
const fixture = (name: string): string => readFileSync(join(FIXTURES, name), "utf8");

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ODD_STRINGS = [
  "",
  "x",
  "\u0000",
  "\u001b[2J",
  "a\nb",
  "\u202e",
  "\ud800",
  "__proto__",
  "constructor",
  "[secret]",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::files",
  "urn:pulumi:dev::shop::pulumi:providers:aws::default::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "aws:s3/bucket:Bucket",
  "pulumi:pulumi:Stack",
  "aws:cloudformation/stack:Stack",
  "aws:cloudcontrol/resource:Resource",
  "2027-02-30",
  "2099-01-01",
  "{a,b",
  "*",
  "rds-not-public",
  "{",
  '{"a": 1, "a": 2}',
  "Resources: &a {x: *a}",
  "x".repeat(3_000),
];
const oddString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD_STRINGS),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const scalar: fc.Arbitrary<Json> = fc.oneof(
  oddString,
  fc.constantFrom<Json[]>(null, true, false, 0, -1, 3.5, 1e21, -9e99, 1e308),
);
const signed: fc.Arbitrary<Json> = fc.record({
  "4dabf18193072939515e22adb298388d": fc.constantFrom(
    "1b47061264138c4ac30d75fd1eb44270",
    "c44067f5952c0a294b673a41bacd8c17",
    "0def7320c3a5731c473e5ecbe6d01bc7",
    "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    "5cf8f73096256a8f31e491e813e4eb8e",
    "no such signature",
  ),
  plaintext: oddString,
  value: scalar,
  assets: scalar,
  path: scalar,
});
const oddValue: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(oddString, scalar, { maxKeys: 3 }),
  signed,
  fc.integer({ min: 1, max: 400 }).map((depth): Json => {
    let value: Json = "x";
    for (let level = 0; level < depth; level++) {
      value = level % 2 === 0 ? [value] : { x: value };
    }
    return value;
  }),
);

interface Change {
  path: number[];
  kind: "replace" | "remove" | "add" | "copy";
  key: string;
  value: Json;
}

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }),
  kind: fc.constantFrom("replace", "replace", "remove", "add", "copy"),
  key: oddString,
  value: oddValue,
});

/** Sets a key as JSON.parse does, which takes `__proto__` for a key like any other. */
function define(target: object, key: string | number, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A document with changes anywhere in it. */
function changed(base: Json, changes: readonly Change[]): Json {
  const root = structuredClone(base);
  for (const { path, kind, key, value } of changes) {
    let here: Json = root;
    let parent: Json[] | Record<string, Json> | undefined;
    let at: string | number = "";
    for (const step of path) {
      if (typeof here !== "object" || here === null) {
        break;
      }
      const keys: (string | number)[] = Array.isArray(here) ? [...here.keys()] : Object.keys(here);
      const next = keys[step % Math.max(1, keys.length)];
      if (next === undefined) {
        break;
      }
      parent = here;
      at = next;
      here = (here as Record<string | number, Json>)[next] ?? null;
    }
    if (parent === undefined) {
      return value;
    }
    if (kind === "remove") {
      if (Array.isArray(parent)) {
        parent.splice(Number(at), 1);
      } else {
        Reflect.deleteProperty(parent, at);
      }
    } else if (kind === "replace") {
      define(parent, at, value);
    } else if (Array.isArray(parent)) {
      parent.push(kind === "copy" ? structuredClone(here) : value);
    } else {
      define(parent, key, kind === "copy" ? structuredClone(here) : value);
    }
  }
  return root;
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });
const damage = fc.option(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.oneof(fc.constant(""), oddString),
    length: fc.nat({ max: 30 }),
  }),
  { freq: 3, nil: undefined },
);

type Damage = { at: number; by: string; length: number } | undefined;

function damaged(text: string, how: Damage): string {
  if (how === undefined) {
    return text;
  }
  const start = Math.floor(how.at * text.length);
  return text.slice(0, start) + how.by + (how.by === "" && how.length > 25 ? "" : text.slice(start + how.length));
}

const BUCKET = "aws:s3/bucket:Bucket";
const small = (): Json => ({
  version: 3,
  deployment: {
    pending_operations: [],
    resources: [
      { urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", type: "pulumi:pulumi:Stack", custom: false },
      {
        urn: `urn:pulumi:dev::shop::${BUCKET}::files`,
        type: BUCKET,
        custom: true,
        id: "files-1",
        inputs: { bucket: "files", tags: { Owner: "shop" } },
        outputs: { id: "files-1", arn: "arn:aws:s3:::files-1" },
        parent: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
        dependencies: [],
        propertyDependencies: { bucket: [] },
      },
      {
        urn: "urn:pulumi:dev::shop::aws:rds/instance:Instance::db",
        type: "aws:rds/instance:Instance",
        custom: true,
        id: "db",
        inputs: { engine: "postgres", publiclyAccessible: true, manageMasterUserPassword: true },
      },
      {
        urn: "urn:pulumi:dev::shop::aws:cloudformation/stack:Stack::legacy",
        type: "aws:cloudformation/stack:Stack",
        custom: true,
        id: "legacy",
        inputs: { templateBody: "Resources: {Db: {Type: 'AWS::RDS::DBInstance'}}" },
        dependencies: [`urn:pulumi:dev::shop::${BUCKET}::files`],
      },
    ],
  },
});

const linesOf = (text: string): Json[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Json);

const FILES: readonly (() => Json)[] = [
  small,
  small,
  small,
  () => JSON.parse(fixture("preview-of-changes.json")) as Json,
  () => linesOf(fixture("events-of-up.jsonl")).slice(0, 6),
  () => ({ ...(JSON.parse(fixture("preview.json")) as Record<string, Json>), diagnostics: [{ severity: "info" }] }),
  () => JSON.parse(fixture("state.json")) as Json,
];

/** A file that Pulumi could have written, with changes that it would not make. */
export const oddFile: fc.Arbitrary<string> = fc
  .record({ base: fc.constantFrom(...FILES), changes, damage, isByLine: fc.boolean() })
  .map(({ base, changes: made, damage: how, isByLine }) => {
    const document = changed(base(), made);
    const text =
      isByLine && Array.isArray(document)
        ? document.map((line) => JSON.stringify(line)).join("\n")
        : JSON.stringify(document, undefined, 1);
    return damaged(text, how);
  });

const WHOLE: Json = JSON.parse(
  JSON.stringify({
    ...EVERYTHING,
    facts: { "admin-ports": { administration: { "2222": "SSH" } }, "log-retention": { days: [1] } },
    exemptions: [{ rule: "rds-not-public", resource: "db-*", reason: "Moves in March", until: "2099-01-31" }],
    notExemptable: ["rds-not-public"],
    allow: ["region"],
    profile: "strict",
  }),
) as Json;
/** Small ones, so that changes often meet what each of them is for. */
const EXEMPTING: Json = {
  exemptions: [
    { rule: "rds-not-public", resource: "db", reason: "Moves in March", until: "2099-01-31" },
    { rule: "s3-encryption", resource: "*::files", reason: "Public data", until: "2026-01-31" },
  ],
};
const CORRECTING: Json = {
  facts: {
    "admin-ports": { administration: { "2222": "SSH" } },
    "lambda-runtimes": { runtimes: { "nodejs24.x": { createBlocked: "2027-01-01" } } },
    "reserved-domains": { domains: ["example.com"] },
  },
};
const OPENING: Json = { allow: ["facts", "tags"], notExemptable: ["*", "rds-not-public"], tags: { Owner: ["shop"] } };
const CONTRACTS: readonly Json[] = [
  WHOLE,
  EXEMPTING,
  EXEMPTING,
  CORRECTING,
  OPENING,
  ...(Object.values(PROFILES) as Json[]),
];
const oddContract: fc.Arbitrary<Json> = fc
  .record({ base: fc.constantFrom(...CONTRACTS), changes })
  .map(({ base, changes: made }) => changed(base, made));

/** A contract of a stack, as text or as itself, and one of an organization. */
export interface OddContracts {
  stackConfig: Record<string, unknown>;
  organization: unknown;
}

export const oddContracts: fc.Arbitrary<OddContracts> = fc
  .record({
    contract: oddContract,
    exemptions: fc.option(oddContract, { nil: undefined }),
    profile: fc.option(oddValue, { nil: undefined }),
    organization: fc.option(oddContract, { nil: undefined }),
    damage,
    isText: fc.boolean(),
  })
  .map(({ contract, exemptions, profile, organization, damage: how, isText }) => ({
    stackConfig: {
      "preflight:contract": isText ? damaged(JSON.stringify(contract), how) : contract,
      ...(exemptions !== undefined && { "preflight:exemptions": exemptions }),
      ...(profile !== undefined && { "preflight:profile": profile }),
    },
    organization,
  }));

const YAML_PARTS = [
  "&a ",
  "*a",
  "- ",
  "x: ",
  "? ",
  "[",
  "]",
  "{",
  "}",
  "|\n",
  "<<: *a",
  "!!binary ",
  "---\n",
  "\t",
  "#",
  "\n",
  "  ",
  "'",
  '"',
  "%",
];

export const oddYaml: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...YAML_PARTS), oddString), { maxLength: 20 })
  .map((parts) => `name: shop\nruntime: nodejs\nx: ${parts.join("")}`);

/** What a message must be: one line, and short. */
function assertOneLine(message: string): void {
  if (message === "" || message.includes("\n") || message.length > 1_500) {
    throw new Error(`not one short line: ${JSON.stringify(message.slice(0, 300))}`);
  }
}

/** Runs what may refuse its input, in one line. */
function refusing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ProgramError)) {
      throw error;
    }
    assertOneLine(error.message);
    return undefined;
  }
}

function assertChecked(target: Target): void {
  const report = reportOn(target, "2026-11-22");
  const [crash] = report.crashes;
  if (crash !== undefined) {
    throw new Error(crash);
  }
  JSON.parse(jsonReport(report));
}

/** Reads a file and checks what it holds, as `preflight check` does. */
export function tryFile(text: string): void {
  const graph = refusing(() => readTextTarget({ name: "odd.json", text }));
  if (graph !== undefined) {
    assertChecked({ ...graph, config: openConfig(graph.config), file: "odd.json" });
  }
}

const plain = (): Target => ({
  ...readTextTarget({ name: "small.json", text: JSON.stringify(small()) }),
  config: {},
  file: "small.json",
});

/** Merges contracts; what is in force has to be one that is valid, and that rules can be run under. */
export function tryContracts({ stackConfig, organization }: OddContracts): void {
  const { contract, problems } = resolveContract({ stackConfig, organization, stack: "dev", ruleIds: RULE_IDS });
  problems.forEach(({ message }) => {
    assertOneLine(message);
  });
  const { exemptions, notExemptable, ...rest } = contract;
  const again = resolveContract({
    stackConfig: { "preflight:contract": { ...rest, exemptions } },
    organization: { allow: ["facts"] },
    stack: "dev",
    ruleIds: RULE_IDS,
  });
  const wrong = again.problems.filter(({ message }) => !/contradict|takes|is more than|does not run/.test(message));
  if (wrong.length > 0 || notExemptable.some((id) => id !== "*" && !RULE_IDS.has(id))) {
    throw new Error(`what is in force is not valid: ${wrong.map(({ message }) => message).join(" ")}`);
  }
  const config = Object.fromEntries(
    Object.entries(stackConfig).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  assertChecked({ ...plain(), config });
}

export function tryYaml(text: string): void {
  refusing(() => parseYaml("Pulumi.yaml", text));
}
