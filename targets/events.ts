import { openConfig, type ConfiguredGraph } from "./preview";
import { graphOf, RESOURCE_SCHEMA, type EngineResource } from "./resources";
import { shaped } from "./shape";

/** A step as the engine tells of it: without dependencies, with empty texts where there is nothing. */
interface Step {
  op: string;
  urn: string;
  new?: EngineResource | null;
}

interface EngineEvent {
  preludeEvent?: { config?: Record<string, string> | null };
  resourcePreEvent?: { metadata: Step };
  resOutputsEvent?: { metadata: Step };
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
    summaryEvent: { type: "object", properties: { isPreview: { type: "boolean" } } },
  },
};

/** An event, and what to call the place that it stands at. */
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

const WITHOUT_DEPENDENCIES =
  "an engine event log has no dependencies, so that only the rules on single resources ran; " +
  "'pulumi stack export' and 'pulumi preview --json --show-sames' have them.";

/** Reads an engine event log: of several steps on one resource the last counts. */
export function readEvents(events: readonly PlacedEvent[], name: string): ConfiguredGraph {
  const resources = new Map<string, EngineResource>();
  let config: Record<string, string> = {};
  let isUpdate = false;
  for (const { event, place } of events) {
    const known = shaped(event, EVENT_SCHEMA, place) as EngineEvent;
    config = known.preludeEvent?.config ?? config;
    isUpdate ||= known.summaryEvent?.isPreview === false;
    const step = (known.resourcePreEvent ?? known.resOutputsEvent)?.metadata;
    if (step !== undefined) {
      apply(step, resources);
    }
  }
  const open = openConfig(config);
  const settings = { name, outputsToCome: !isUpdate, config: open };
  const graph = graphOf([...resources.values()].map(withoutEmptyTexts), settings);
  return { ...graph, config: open, isPartial: true, notes: [WITHOUT_DEPENDENCIES, ...graph.notes] };
}

function apply({ op, urn, new: state }: Step, resources: Map<string, EngineResource>): void {
  if (state) {
    resources.set(urn, state);
  } else if (op === "delete") {
    resources.delete(urn);
  }
}

function withoutEmptyTexts({ parent, provider, ...resource }: EngineResource): EngineResource {
  return { ...resource, ...(parent && { parent }), ...(provider && { provider }) };
}
