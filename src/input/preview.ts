import { HIDDEN_SECRET } from "../graph/value";
import type { Gap } from "../rules/gap";
import {
  emptyStack,
  graphOf,
  RESOURCE_SCHEMA,
  type EngineResource,
  type ReadResource,
  type ResourceGraph,
} from "./resources";
import { shaped } from "./shape";

interface Step {
  op: string;
  urn: string;
  newState?: EngineResource;
  oldState?: Pick<EngineResource, "outputs"> | null;
}

interface Preview {
  config?: Record<string, string> | null;
  steps?: Step[] | null;
  changeSummary?: Record<string, number> | null;
  /** What the engine reported on the way. */
  diagnostics?: Diagnostic[] | null;
}

/** A remark of the engine; its message may quote a value, so that it is not read. */
export interface Diagnostic {
  severity?: string;
  urn?: string;
}

export const DIAGNOSTIC_SCHEMA = {
  type: "object",
  properties: { severity: { type: "string" }, urn: { type: "string" } },
};

const PREVIEW_SCHEMA = {
  type: "object",
  properties: {
    config: { type: ["object", "null"], additionalProperties: { type: "string" } },
    steps: {
      type: ["array", "null"],
      items: {
        type: "object",
        required: ["op", "urn"],
        properties: {
          op: { type: "string", examples: ["create"] },
          urn: { type: "string" },
          newState: RESOURCE_SCHEMA,
          oldState: {
            type: ["object", "null"],
            properties: { outputs: RESOURCE_SCHEMA.properties.outputs },
          },
        },
      },
    },
    changeSummary: { type: ["object", "null"], additionalProperties: { type: "integer" } },
    diagnostics: { type: ["array", "null"], items: DIAGNOSTIC_SCHEMA },
  },
};

/** A graph, with the configuration that the engine wrote beside it. */
export interface ConfiguredGraph extends ResourceGraph {
  /** Secrets are `[secret]`. */
  config: Record<string, string>;
  /** False where the file does not have the configuration. */
  hasConfiguration: boolean;
  /** True where part of the stack is missing, so that nothing follows from what is not there. */
  isPartial: boolean;
}

/** True for what `pulumi preview --json` prints. */
export function isPreview(document: object): boolean {
  return "steps" in document || "changeSummary" in document || "diagnostics" in document;
}

/** Reads the output of `pulumi preview --json`. */
export function readPreview(document: object, name: string): ConfiguredGraph {
  const { config, steps, changeSummary, diagnostics } = shaped(document, PREVIEW_SCHEMA, name) as Preview;
  const known = openConfig(config ?? {});
  const planned = (steps ?? []).flatMap((step) => plannedBy(step));
  // A replacement is made of several steps on one resource; the last one is the most complete.
  const resources = [...new Map(planned.map((resource) => [resource.urn, resource])).values()];
  const graph = graphOf(resources, { name, outputsToCome: true, config: known });
  const failed = failure("preview", diagnostics ?? []);
  const missing = missingSteps(steps ?? [], changeSummary ?? {});
  const isPartial = failed.length > 0 || missing.length > 0;
  const empty = isPartial || (steps ?? []).length > 0 ? [] : emptyStack(graph, "the preview");
  const gaps = [...failed, ...missing, ...graph.gaps, ...empty, ...notContained(graph, isPartial)];
  return { ...graph, config: config ?? {}, hasConfiguration: !!config, isPartial, gaps };
}

/** What an operation that reports errors does not show. */
export function failure(operation: string, diagnostics: readonly Diagnostic[]): Gap[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const on = errors.map(({ urn }) => urn).find((urn) => urn !== undefined && urn !== "");
  const count = `${String(errors.length)} error${errors.length === 1 ? "" : "s"}`;
  return errors.length === 0
    ? []
    : [
        {
          kind: "failed-preview",
          message:
            `the ${operation} failed with ${count}${on === undefined ? "" : `, such as on ${on}`}, so that resources may ` +
            `be missing and only the rules on single resources ran; run it again once it succeeds.`,
        },
      ];
}

/** Operations with one step a resource, which the summary counts under the same name. */
const COUNTED = ["same", "create", "update"];

function missingSteps(steps: readonly Step[], summary: Readonly<Record<string, number>>): Gap[] {
  const leftOf = (op: string): number => {
    const written = steps.filter((step) => step.op === op);
    return Math.max(summary[op] ?? 0, written.length) - written.filter(({ newState }) => newState).length;
  };
  const left = COUNTED.map(leftOf).reduce((sum, one) => sum + one, 0);
  const what = leftOf("same") === left ? "unchanged resource" : "resource";
  return left === 0
    ? []
    : [
        {
          kind: "missing-steps",
          message:
            `the preview leaves out ${String(left)} ${what}${left === 1 ? "" : "s"}, so that only the rules on single ` +
            `resources ran; 'pulumi preview --json --show-sames' has them all.`,
        },
      ];
}

const STAYING: ReadonlySet<string> = new Set(["same", "update"]);
/** The steps after which a resource exists that did not before. */
const CREATING: ReadonlySet<string> = new Set(["create", "create-replacement", "replace"]);

/** Whether the resource of a step is in the cloud already; undefined where the step does not show it. */
export function existsBefore(op: string): boolean | undefined {
  return CREATING.has(op) ? false : STAYING.has(op) || /^(?:import|refresh)/.test(op) ? true : undefined;
}

/** The resource that a step leaves behind. What stays has the ids that it has, which the engine writes with its old state. */
function plannedBy({ op, newState, oldState }: Step): ReadResource[] {
  if (!newState || isGoing(op)) {
    return [];
  }
  const outputs = newState.outputs ?? (newState.custom === true && STAYING.has(op) ? oldState?.outputs : undefined);
  const exists = existsBefore(op);
  return [{ ...newState, ...(outputs && { outputs }), ...(exists !== undefined && { exists }) }];
}

/** What a preview never contains although a rule needs it. */
function notContained({ hiddenSecrets, stack }: ResourceGraph, isPartial: boolean): Gap[] {
  const secrets =
    `${String(hiddenSecrets)} secret${hiddenSecrets === 1 ? " is" : "s are"} left out of the preview, so that no rule ` +
    `could look at them.`;
  const outputs =
    "a preview does not contain what the program exports, so that no rule could check the stack's outputs.";
  return [
    ...(hiddenSecrets > 0 ? [{ kind: "hidden-secrets" as const, message: secrets }] : []),
    ...(stack.root && !isPartial ? [{ kind: "stack-outputs" as const, message: outputs }] : []),
  ];
}

const isGoing = (op: string): boolean => op.startsWith("delete") || op.startsWith("discard") || op.startsWith("read");

/** The configuration without what the engine has blotted out. */
export function openConfig(config: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== HIDDEN_SECRET));
}
