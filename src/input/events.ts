import type { Gap } from "../rules/gap";
import { DIAGNOSTIC_SCHEMA, existsBefore, failure, openConfig, type ConfiguredGraph, type Diagnostic } from "./preview";
import { emptyStack, graphOf, RESOURCE_SCHEMA, type EngineResource, type ReadResource } from "./resources";
import { shaped } from "./shape";

/** A step as the engine reports it: without dependencies, with empty strings where there is nothing. */
interface Step {
  op: string;
  urn: string;
  new?: EngineResource | null;
}

interface EngineEvent {
  preludeEvent?: { config?: Record<string, string> | null };
  resourcePreEvent?: { metadata: Step };
  resOutputsEvent?: { metadata: Step };
  resOpFailedEvent?: { metadata: Step };
  diagnosticEvent?: Diagnostic;
  summaryEvent?: { isPreview?: boolean };
}

const STEP_SCHEMA = {
  type: "object",
  required: ["metadata"],
  properties: {
    metadata: {
      type: "object",
      required: ["op", "urn"],
      properties: {
        op: { type: "string" },
        urn: { type: "string" },
        new: { ...RESOURCE_SCHEMA, type: ["object", "null"] },
      },
    },
  },
};

const EVENT_SCHEMA = {
  type: "object",
  properties: {
    preludeEvent: {
      type: "object",
      properties: { config: { type: ["object", "null"], additionalProperties: { type: "string" } } },
    },
    resourcePreEvent: STEP_SCHEMA,
    resOutputsEvent: STEP_SCHEMA,
    resOpFailedEvent: STEP_SCHEMA,
    diagnosticEvent: DIAGNOSTIC_SCHEMA,
    summaryEvent: { type: "object", properties: { isPreview: { type: "boolean" } } },
  },
};

/** An event, and what messages call its position. */
export interface PlacedEvent {
  event: unknown;
  place: string;
}

/** True for one event of an engine event log. */
export function isEvent(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && Object.keys(value).some((key) => /^[a-z][A-Za-z]*Event$/.test(key))
  );
}

const WITHOUT_DEPENDENCIES: Gap = {
  kind: "missing-dependencies",
  message:
    "an engine event log has no dependencies, so that only the rules on single resources ran; " +
    "'pulumi stack export' and 'pulumi preview --json --show-sames' have them.",
};

/** Reads an engine event log: of several steps on one resource the last counts. */
export function readEvents(events: readonly PlacedEvent[], name: string): ConfiguredGraph {
  const resources = new Map<string, ReadResource>();
  let config: Record<string, string> | undefined;
  let isUpdate = false;
  const errors: Diagnostic[] = [];
  for (const { event, place } of events) {
    const known = shaped(event, EVENT_SCHEMA, place) as EngineEvent;
    config = known.preludeEvent?.config ?? config;
    isUpdate ||= known.summaryEvent?.isPreview === false;
    if (known.diagnosticEvent) {
      errors.push(known.diagnosticEvent);
    } else if (known.resOpFailedEvent) {
      errors.push({ severity: "error", urn: known.resOpFailedEvent.metadata.urn });
    }
    const step = (known.resourcePreEvent ?? known.resOutputsEvent)?.metadata;
    if (step !== undefined) {
      apply(step, resources);
    }
  }
  const open = openConfig(config ?? {});
  const settings = { name, outputsToCome: !isUpdate, config: open };
  const graph = graphOf([...resources.values()].map(withoutEmptyTexts), settings);
  return {
    ...graph,
    config: config ?? {},
    hasConfiguration: config !== undefined,
    isPartial: true,
    gaps: [
      ...failure(isUpdate ? "update" : "operation", errors),
      WITHOUT_DEPENDENCIES,
      ...graph.gaps,
      ...emptyStack(graph, "the event log"),
    ],
  };
}

function apply({ op, urn, new: state }: Step, resources: Map<string, ReadResource>): void {
  if (state) {
    // What a deployment has created is there afterwards, as its outputs show.
    resources.set(urn, { ...state, ...(existsBefore(op) === true && { exists: true }) });
  } else if (op === "delete") {
    resources.delete(urn);
  }
}

function withoutEmptyTexts({ id, parent, provider, ...resource }: ReadResource): ReadResource {
  return { ...resource, ...(id && { id }), ...(parent && { parent }), ...(provider && { provider }) };
}
