import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerResourceOptions,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { rules } from "../../policies";
import { readState } from "../../src/input/state";
import { Analyzer } from "../../src/pulumi/analyzer";
import { PolicyRunner, registeredLevel } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import { defineRule } from "../../src/rules/rule";
import { checkAll } from "../../src/rules/run";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { context } from "../kit/context";

interface Discovered {
  type: string;
  urn: string;
  outputs?: Record<string, JavaScriptValue>;
}

/** An account in the form in which Pulumi Cloud writes what it discovers: outputs, and no inputs. */
const account = JSON.parse(readFileSync(join(__dirname, "fixtures/discovered.json"), "utf8")) as {
  deployment: { resources: Discovered[] };
};
const resources = account.deployment.resources.filter(({ type }) => type.startsWith("aws:"));
const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);

const LEVELS = { advisory: EnforcementLevel.ADVISORY, mandatory: EnforcementLevel.MANDATORY };

/** What one call of the engine reports of a resource: rule and message. */
function analyzed(
  analyzer: Analyzer,
  type: string,
  urn: string,
  properties: Record<string, JavaScriptValue>,
): string[] {
  const request = new AnalyzeRequest()
    .setType(type)
    .setUrn(urn)
    .setName(nameOf(urn))
    .setProperties(Struct.fromJavaScript(properties))
    .setOptions(new AnalyzerResourceOptions());
  const response = analyzer.analyze(Buffer.from(request.serializeBinary()));
  return AnalyzeResponse.deserializeBinary(response)
    .getDiagnosticsList()
    .map((found) => `${nameOf(found.getUrn())} ${found.getPolicyname()}`);
}

/** An analyzer with these rules, for an account without any project. */
function analyzerOf(all: typeof rules): Analyzer {
  const session = new Session({ PREFLIGHT_DAY: "2026-11-22" }, new Set(all.map(({ id }) => id)));
  const levels = new Map(all.map((rule) => [rule.id, LEVELS[registeredLevel(rule)]] as const));
  return new Analyzer(
    all.map((rule) => new PolicyRunner(rule, session)),
    session,
    { name: "preflight", version: "1.0.0", levels },
  );
}

const OPEN = [
  "acme-archive s3-public-access-block",
  "acme-downloads s3-public-access-block",
  "jump security-group-open-admin-port",
  "orders rds-not-public",
  "orders resource-policy-public",
  "orders-db security-group-database-open",
  "visitors iam-trust-public",
];

const publicRules = rules.filter(({ basis }) => basis === "public");

describe("a discovered account", () => {
  it("is checked resource by resource, where no check of the stack runs", () => {
    const analyzer = analyzerOf(publicRules);
    const found = resources.flatMap(({ type, urn, outputs = {} }) => analyzed(analyzer, type, urn, outputs));
    expect([...new Set(found)].sort()).toEqual(OPEN);
  });

  it("is checked as a whole, by its outputs, where a state has all of it", () => {
    const { stack } = readState(account, "discovered.json");
    const { results, crashes } = checkAll(publicRules, stack, context);
    const found = results.map(({ name = "", rule }) => `${name} ${rule.id}`);
    // The policy of a bucket that is not in the state is not decided there.
    expect([...new Set(found)].sort()).toEqual(OPEN.filter((one) => !one.startsWith("acme-archive")));
    expect(crashes).toEqual([]);
  });

  it("has nothing that AWS would reject, and nothing about a program: AWS holds it", () => {
    const { stack } = readState(account, "discovered.json");
    const { results } = checkAll(rules, stack, context);
    expect(results.filter(({ rule }) => rule.basis === "aws-rejects")).toEqual([]);
    const others = results.filter(({ rule }) => rule.basis !== "public").map(({ rule }) => rule.id);
    // The rule `preflight` remarks that no folder of a program is known.
    expect([...new Set(others)].sort()).toEqual(["preflight", "s3-lifecycle", "s3-tls-only"]);
    expect(stack.managed("aws:s3/bucket:Bucket").map(({ discovered, exists }) => [discovered, exists])).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

describe("the check of one discovered resource", () => {
  const seen: string[] = [];
  const rule = defineRule({
    ...EXAMPLE_RULE,
    alone: ["aws:sqs/queue:Queue"],
    stack: (stack, { report }) => {
      seen.push(...stack.resources.map(({ name }) => `${name} ${stack.isAlone ? "alone" : "among others"}`));
      stack.resources.forEach((at) => {
        report({ at, message: "Found." });
      });
    },
  });
  const queue = "aws:sqs/queue:Queue";
  const urn = `urn:pulumi:account::discovered::${queue}::orders`;

  beforeEach(() => {
    seen.length = 0;
  });

  it("has a graph of that resource, for the types that the rule can decide so", () => {
    const analyzer = analyzerOf([rule]);
    expect(analyzed(analyzer, queue, urn, { id: "https://q", name: "orders" })).toEqual([
      "orders rds-storage-encrypted",
    ]);
    expect(seen).toEqual(["orders alone"]);
    expect(analyzed(analyzer, "aws:sns/topic:Topic", urn, { id: "arn:x", name: "orders" })).toEqual([]);
  });

  it("does not run on what a program is about to create", () => {
    expect(analyzed(analyzerOf([rule]), queue, urn, { name: "orders" })).toEqual([]);
    expect(seen).toEqual([]);
  });
});
