import { ProgramError } from "../engine/program-error";
import { graphOf, RESOURCE_SCHEMA, type EngineResource, type ResourceGraph } from "./resources";
import { shaped } from "./shape";

const OLDEST_VERSION = 3;

interface Deployment {
  resources?: EngineResource[] | null;
}

const DEPLOYMENT_SCHEMA = {
  type: ["object", "null"],
  properties: { resources: { type: ["array", "null"], items: RESOURCE_SCHEMA } },
};

const STATE_SCHEMA = {
  type: "object",
  required: ["version"],
  properties: {
    version: { type: "integer" },
    deployment: DEPLOYMENT_SCHEMA,
    checkpoint: { type: "object", properties: { latest: DEPLOYMENT_SCHEMA } },
  },
};

interface State {
  version: number;
  deployment?: Deployment | null;
  /** What a local backend keeps in its files. */
  checkpoint?: { latest?: Deployment | null };
}

/** True for what `pulumi stack export` writes, and for a state file of a local backend. */
export function isState(document: object): boolean {
  return "deployment" in document || "checkpoint" in document;
}

/** Reads an exported state, version 3 or newer. Secrets in it are encrypted, hence unknown. */
export function readState(document: object, name: string): ResourceGraph {
  const { version, deployment, checkpoint } = shaped(document, STATE_SCHEMA, name) as State;
  if (version < OLDEST_VERSION) {
    throw new ProgramError(
      `${name} is a state of version ${String(version)}, and preflight reads version ${String(OLDEST_VERSION)} and ` +
        `newer: run 'pulumi stack export' with Pulumi 1.0 or newer`,
    );
  }
  const resources = (deployment ?? checkpoint?.latest)?.resources ?? [];
  const graph = graphOf(resources, { name, outputsToCome: false, config: {} });
  const note =
    `${String(graph.hiddenSecrets)} secret${graph.hiddenSecrets === 1 ? " is" : "s are"} encrypted in the state, so ` +
    `that no rule could look at them; 'pulumi stack export --show-secrets' shows them.`;
  return graph.hiddenSecrets === 0 ? graph : { ...graph, notes: [...graph.notes, note] };
}
