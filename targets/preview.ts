import { HIDDEN_SECRET } from "../stack/value";
import { graphOf, RESOURCE_SCHEMA, type EngineResource, type ResourceGraph } from "./resources";
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
}

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
  },
};

/** A graph, with the configuration that the engine wrote beside it. */
export interface ConfiguredGraph extends ResourceGraph {
  /** Secrets are left out. */
  config: Record<string, string>;
  /** True where part of the stack is missing, so that nothing follows from what is not there. */
  isPartial: boolean;
}

/** True for what `pulumi preview --json` prints. */
export function isPreview(document: object): boolean {
  return "steps" in document || "changeSummary" in document;
}

/** Reads the output of `pulumi preview --json`. */
export function readPreview(document: object, name: string): ConfiguredGraph {
  const { config, steps, changeSummary } = shaped(document, PREVIEW_SCHEMA, name) as Preview;
  const known = openConfig(config ?? {});
  const planned = (steps ?? []).flatMap((step) => plannedBy(step));
  // A replacement is made of several steps on one resource; the last says most.
  const resources = [...new Map(planned.map((resource) => [resource.urn, resource])).values()];
  const graph = graphOf(resources, { name, outputsToCome: true, config: known });
  const shown = (steps ?? []).filter(({ op }) => op === "same").length;
  const left = (changeSummary?.["same"] ?? 0) - shown;
  const note =
    `the preview leaves out ${String(left)} unchanged resource${left === 1 ? "" : "s"}, so that only the rules on ` +
    `single resources ran; 'pulumi preview --json --show-sames' has them all.`;
  const notes = [...(left > 0 ? [note] : []), ...graph.notes, ...notesOnUnsaid(graph, left > 0)];
  return { ...graph, config: known, isPartial: left > 0, notes };
}

const STAYING: ReadonlySet<string> = new Set(["same", "update"]);

/** The resource that a step leaves behind. What stays has the ids that it has, which the engine writes with its old state. */
function plannedBy({ op, newState, oldState }: Step): EngineResource[] {
  if (!newState || isGoing(op)) {
    return [];
  }
  const outputs = newState.outputs ?? (newState.custom === true && STAYING.has(op) ? oldState?.outputs : undefined);
  return [{ ...newState, ...(outputs && { outputs }) }];
}

/** What a preview never says, as far as a rule asks for it. */
function notesOnUnsaid({ hiddenSecrets, stack }: ResourceGraph, isPartial: boolean): string[] {
  const secrets =
    `${String(hiddenSecrets)} secret${hiddenSecrets === 1 ? " is" : "s are"} left out of the preview, so that no rule ` +
    `could look at them.`;
  const outputs = "a preview does not say what the program exports, so that no rule could look at the stack's outputs.";
  return [...(hiddenSecrets > 0 ? [secrets] : []), ...(stack.root && !isPartial ? [outputs] : [])];
}

const isGoing = (op: string): boolean => op.startsWith("delete") || op.startsWith("discard") || op.startsWith("read");

/** The configuration without what the engine has blotted out. */
export function openConfig(config: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== HIDDEN_SECRET));
}
