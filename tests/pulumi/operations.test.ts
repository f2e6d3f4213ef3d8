import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../../src/graph/value";
import { Analyzer } from "../../src/pulumi/analyzer";
import { PolicyRunner } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import { defineRule } from "../../src/rules/rule";
import { EXAMPLE_RULE } from "../kit/example-rule";
import operations from "./fixtures/operations.json";

// What the engine of the Pulumi CLI 3.260 sends of a program with a VPC, a subnet, a database and a key without arguments,
// which also reads a VPC `got` and a key `gotkey` that other stacks have.

interface Sent {
  type: string;
  /** Absent where the engine sends it with the stack only. */
  inputs?: Record<string, JavaScriptValue>;
  ignoreChanges?: string[];
  /** Absent where the engine does not send it with the stack. */
  outputs?: Record<string, JavaScriptValue>;
  propertyDependencies?: Record<string, string[]>;
}

interface Sending {
  hasConfiguration: boolean;
  dryRun?: string;
  resources: Record<string, Sent>;
}

const SENT = operations as unknown as Record<string, Sending>;

const urnOf = (name: string, { type }: Sent): string => `urn:pulumi:dev::small::${type}::${name}`;

/** A rule that reports each resource of which it may report something, with what it knows of it. */
const seen = defineRule({
  ...EXAMPLE_RULE,
  id: "seen",
  resource: {
    check: (resource, { report }) => {
      report({ at: resource, message: "checked." });
    },
  },
  stack: (stack, { report }) => {
    for (const resource of stack.resources) {
      const { exists, skipped, external } = resource;
      const state = external
        ? "external"
        : skipped
          ? "skipped"
          : exists === UNKNOWN
            ? "unknown"
            : exists
              ? "old"
              : "new";
      report({ message: `${resource.name} is ${state}.` });
    }
  },
});

function requestFor(name: string, sent: Sent): Buffer {
  const message = new AnalyzeRequest()
    .setType(sent.type)
    .setUrn(urnOf(name, sent))
    .setName(name)
    .setProperties(Struct.fromJavaScript(sent.inputs ?? {}))
    .setOptions(new AnalyzerResourceOptions().setIgnorechangesList(sent.ignoreChanges ?? []));
  return Buffer.from(message.serializeBinary());
}

function stackRequest(resources: Record<string, Sent>): Buffer {
  const messages = Object.entries(resources).flatMap(([name, sent]) => {
    if (!sent.outputs) {
      return [];
    }
    const message = new AnalyzerResource()
      .setType(sent.type)
      .setUrn(urnOf(name, sent))
      .setName(name)
      .setProperties(Struct.fromJavaScript(sent.outputs))
      .setOptions(new AnalyzerResourceOptions().setIgnorechangesList(sent.ignoreChanges ?? []));
    for (const [property, from] of Object.entries(sent.propertyDependencies ?? {})) {
      const urns = from.flatMap((other) => (resources[other] ? [urnOf(other, resources[other])] : []));
      message.getPropertydependenciesMap().set(property, new AnalyzerPropertyDependencies().setUrnsList(urns));
    }
    return [message];
  });
  return Buffer.from(new AnalyzeStackRequest().setResourcesList(messages).serializeBinary());
}

/** The resources that were checked alone, those that were checked at the end, and all as the stack has them. */
function outcome({ hasConfiguration, dryRun, resources }: Sending): {
  alone: string[];
  end: string[];
  stack: string[];
} {
  const environment = {
    ...(hasConfiguration && { PULUMI_CONFIG: "{}" }),
    ...(dryRun !== undefined && { PULUMI_NODEJS_DRY_RUN: dryRun }),
  };
  const session = new Session(environment, new Set());
  const pack = { name: "x", version: "1", levels: new Map([["seen", EnforcementLevel.MANDATORY]]) };
  const analyzer = new Analyzer([new PolicyRunner(seen, session)], session, pack);
  const namesIn = (response: Buffer): string[] =>
    AnalyzeResponse.deserializeBinary(response)
      .getDiagnosticsList()
      .filter((one) => one.getMessage().includes("checked"))
      .map((one) => one.getUrn().split("::").at(-1) ?? "");
  const alone = Object.entries(resources).flatMap(([name, sent]) =>
    sent.inputs ? namesIn(analyzer.analyze(requestFor(name, sent))) : [],
  );
  const response = analyzer.analyzeStack(stackRequest(resources));
  const stack = AnalyzeResponse.deserializeBinary(response)
    .getDiagnosticsList()
    .flatMap((one) => /^(?:.*\n)(\w+ is \w+)\.$/.exec(one.getMessage())?.[1] ?? []);
  return { alone, end: namesIn(response), stack: stack.sort() };
}

it.each([
  ["a first preview", ["db", "subnet", "vpc"], ["key"], ["db is new", "key is new", "subnet is new", "vpc is new"]],
  [
    "a first preview of one resource",
    ["vpc"],
    [],
    ["db is skipped", "key is skipped", "subnet is skipped", "vpc is new"],
  ],
  ["an update", ["db", "subnet", "vpc"], ["key"], ["db is old", "key is old", "subnet is old", "vpc is old"]],
  [
    "a preview of the deployed stack",
    ["db", "subnet", "vpc"],
    ["key"],
    ["db is old", "key is old", "subnet is old", "vpc is old"],
  ],
  [
    "a preview of one resource, without another in the program",
    ["subnet", "vpc"],
    ["key"],
    ["db is external", "key is old", "subnet is old", "vpc is old"],
  ],
  [
    "pulumi policy analyze",
    ["db", "subnet", "vpc"],
    [],
    ["db is old", "got is external", "gotkey is external", "key is external", "subnet is old", "vpc is old"],
  ],
])("knows in %s what is created, what exists and what is left out", (name, alone, end, stack) => {
  expect(outcome(SENT[name] ?? { hasConfiguration: true, resources: {} })).toEqual({ alone, end, stack });
});
