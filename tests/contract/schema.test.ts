import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Ajv } from "ajv";
import type { FromSchema } from "json-schema-to-ts";

import { isDay } from "../../src/contract/day";
import { outputMatches } from "../../src/contract/outputs";
import { PROFILES } from "../../src/contract/profiles";
import { resolveContract } from "../../src/contract/resolve";
import { CONTRACT_SCHEMA, KEY_PATHS, type Contract, type SchemaNode } from "../../src/contract/schema";
import { SERVICES } from "../../src/contract/services";
import { allowed } from "../../src/contract/show";
import { requiredTags } from "../../src/contract/tags";
import { validate } from "../../src/contract/validate";

const AWS = join(__dirname, "../../node_modules/@pulumi/aws");

/** True for types that can replace each other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Differing = {
  [Key in keyof Contract]-?: Same<Contract[Key], Derived[Key]> extends true ? never : Key;
}[keyof Contract];
type Derived = FromSchema<typeof CONTRACT_SCHEMA, { keepDefaultedPropertiesOptional: true }>;

describe("the type of a contract", () => {
  it("is made from the schema (else: npm run api)", () => {
    const script = join(__dirname, "../../tools/contract-type.ts");
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, "--check"], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("is the one that a library derives from it", () => {
    const whole: Same<Contract, Derived> = true;
    const keys: Same<keyof Contract, keyof Derived> = true;
    const inside: Same<Differing, never> = true;
    expect([whole, keys, inside]).toEqual([true, true, true]);
  });
});

describe("the schema", () => {
  function nodesBelow(node: SchemaNode, path: string): [string, SchemaNode][] {
    const children = node.type === "array" || !node.properties ? [] : Object.entries(node.properties);
    return children.flatMap(
      ([key, child]) => [[`${path}${key}`, child], ...nodesBelow(child, `${path}${key}.`)] as [string, SchemaNode][],
    );
  }
  const nodes = nodesBelow(CONTRACT_SCHEMA, "");

  it.each(nodes)("%s has a title and a description", (_path, node) => {
    expect("title" in node ? node.title : "").toMatch(/^[A-Z]/);
    expect("description" in node ? node.description : "").toMatch(/[.]$/);
  });

  it.each(nodes)("%s takes its own examples and default, and nothing unnamed", (path, node) => {
    const values = [...(node.examples ?? []), ...("default" in node ? [node.default] : [])];
    for (const value of values) {
      const keys = path.split(".");
      const contract = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<string, unknown>;
      expect(validate(contract, "test").problems).toEqual([]);
    }
    expect(node.properties === undefined || "additionalProperties" in node).toBe(true);
    expect(allowed(node)).not.toBe("");
  });

  it("is a schema of draft 07 that ajv takes in its strict mode", () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { date: isDay } });
    expect(() => ajv.compile(CONTRACT_SCHEMA)).not.toThrow();
  });

  it("knows its keys", () => {
    expect(KEY_PATHS).toEqual(
      expect.arrayContaining(["region", "availabilityZones.exactly", "project.suffixRequired"]),
    );
  });

  it("gives a type that rules can use", () => {
    const contract: Contract = {
      services: ["kinesis"],
      functions: { minimumRuntimes: { python: "3.11" } },
      tags: ["A"],
    };
    const tokens: readonly string[] = (contract.services ?? []).flatMap((service) => SERVICES[service]);
    const version: string | undefined = contract.functions?.minimumRuntimes?.["python"];
    expect([tokens, version]).toEqual([["aws:kinesis/stream:Stream"], "3.11"]);
  });
});

describe("profiles", () => {
  it("are those that the schema names", () => {
    expect(Object.keys(PROFILES)).toEqual(CONTRACT_SCHEMA.properties.profile.enum);
  });

  it.each(Object.entries(PROFILES))("%s is a good contract", (name, profile) => {
    expect(validate(profile, name).problems).toEqual([]);
    const stackConfig = { "preflight:profile": name };
    const { contract, problems } = resolveContract({ stackConfig, stack: "dev", ruleIds: new Set() });
    expect(problems).toEqual([]);
    expect(contract).toMatchObject({ profile: name, exemptions: [], notExemptable: [] });
  });

  it("requires in strict all that needs no choice of the stack", () => {
    const chosen = [
      "frameworks",
      "region",
      "environment",
      "regions",
      "naming",
      "natGateways",
      "allowedPorts",
      "approvedImages",
      "allowedInstanceTypes",
      "allowedRegistries",
      "allowedTlsPolicies",
      "keyRotationDays",
      "certificateExpiryDays",
      "passwordPolicy",
      "streamRetentionHours",
      "logRetentionDays",
      "database",
      "databaseInstanceClass",
      "databaseMonitoring",
      "lifecycle",
      "deployment",
      "services",
      "outputs",
      "accountConcurrency",
      "recoveryPoint",
      "recoveryTime",
      "accounts",
    ];
    const meta = ["profile", "facts", "exemptions", "notExemptable", "exemptInSource", "allow"];
    const keys = Object.keys(CONTRACT_SCHEMA.properties).filter((key) => ![...chosen, ...meta].includes(key));
    expect(Object.keys(PROFILES.strict).sort()).toEqual(keys.sort());
  });

  it("requires in blue-green the nine outputs", () => {
    expect(PROFILES["blue-green"].outputs).toHaveLength(9);
  });
});

describe("services", () => {
  it.each(Object.values(SERVICES).flat())("%s is a resource of @pulumi/aws", (token) => {
    const file = join(AWS, `${token.replace(/^aws:|:\w+$/g, "")}.js`);
    expect(existsSync(file) && readFileSync(file, "utf8").includes(`__pulumiType = '${token}'`)).toBe(true);
  });
});

describe("outputMatches", () => {
  it.each([
    ["vpc_id", "vpcId", true],
    ["vpcId", "vpc_id", true],
    ["vpc_id", "VPC-ID", true],
    ["vpc_id", "vpc.id", true],
    ["vpc_id", "vpc_ids", false],
    ["switch_lambda_name|switch_lambda_arn", "switchLambdaArn", true],
    ["switch_lambda_name | switch_lambda_arn", "switch_lambda_arn", true],
    ["switch_lambda_name|switch_lambda_arn", "switchLambda", false],
    ["|", "", false],
    ["vpc_id", "_", false],
  ])("%s, %s: %s", (required, exported, matches) => {
    expect(outputMatches(required, exported)).toBe(matches);
  });
});

it("gives required tags in one form", () => {
  expect([...requiredTags(undefined)]).toEqual([]);
  expect([...requiredTags(["A", "B"])]).toEqual([
    ["A", []],
    ["B", []],
  ]);
  expect([...requiredTags({ A: ["x"], B: [] })]).toEqual([
    ["A", ["x"]],
    ["B", []],
  ]);
});

it.each([
  ["2027-01-31", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2027-13-01", false],
  ["2027-1-1", false],
  ["tomorrow", false],
])("%s is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
