import { ProgramError } from "../errors";
import type { Gap } from "../rules/gap";
import { emptyStack, graphOf, RESOURCE_SCHEMA, type EngineResource, type ResourceGraph } from "./resources";
import { shaped } from "./shape";

const OLDEST_VERSION = 3;
const NEWEST_VERSION = 4;

interface Deployment {
  resources?: EngineResource[] | null;
  /** What the last operation had begun and not ended. */
  pending_operations?: { resource?: { urn?: string } | null }[] | null;
}

const DEPLOYMENT_SCHEMA = {
  type: ["object", "null"],
  properties: {
    resources: { type: ["array", "null"], items: RESOURCE_SCHEMA },
    pending_operations: {
      type: ["array", "null"],
      items: {
        type: "object",
        properties: { resource: { type: ["object", "null"], properties: { urn: { type: "string" } } } },
      },
    },
  },
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

/** Reads an exported state, version 3 or 4. Secrets in it are encrypted, hence unknown. */
export function readState(document: object, name: string): ResourceGraph {
  const { version, deployment, checkpoint } = shaped(document, STATE_SCHEMA, name) as State;
  if (version < OLDEST_VERSION) {
    throw new ProgramError(
      `${name} is a state of version ${String(version)}, and preflight reads version ${String(OLDEST_VERSION)} and ` +
        `newer: run 'pulumi stack export' with Pulumi 1.0 or newer`,
    );
  }
  if (version > NEWEST_VERSION) {
    throw new ProgramError(
      `${name} is a state of version ${String(version)}, and preflight reads versions ${String(OLDEST_VERSION)} to ` +
        `${String(NEWEST_VERSION)}: take a newer preflight, or export the state with an older Pulumi`,
    );
  }
  const latest = deployment ?? checkpoint?.latest;
  const resources = (latest?.resources ?? []).map((resource) => ({
    ...resource,
    ...(resource.id && { exists: true }),
  }));
  const graph = graphOf(resources, { name, outputsToCome: false, config: {} });
  return {
    ...graph,
    gaps: [...graph.gaps, ...interrupted(latest), ...emptyStack(graph, "the state"), ...hidden(graph)],
  };
}

function interrupted(deployment: Deployment | null | undefined): Gap[] {
  const pending = deployment?.pending_operations ?? [];
  const such = pending[0]?.resource?.urn;
  return pending.length === 0
    ? []
    : [
        {
          kind: "failed-preview",
          message:
            `the last update was interrupted in ${String(pending.length)} operation${pending.length === 1 ? "" : "s"}` +
            `${such === undefined ? "" : `, such as that on ${such}`}: what they made is not in the state; ` +
            "'pulumi refresh' clears them.",
        },
      ];
}

function hidden({ hiddenSecrets }: ResourceGraph): Gap[] {
  const message =
    `${String(hiddenSecrets)} secret${hiddenSecrets === 1 ? " is" : "s are"} encrypted in the state, so ` +
    `that no rule could look at them; 'pulumi stack export --show-secrets' shows them.`;
  return hiddenSecrets === 0 ? [] : [{ kind: "hidden-secrets", message }];
}
