import { inputsShownBy, isAwsResource, nativeInputsShownBy } from "../aws/discovered";
import { hasNativeView } from "../aws/native/views";
import { typeRow } from "../aws/types";
import { locationOfUri, programLocation } from "../graph/source-position";
import { ProgramError } from "../errors";
import type { SourcePosition, Wire } from "../graph/recorded";
import type { Provider } from "../graph/resource";
import { Stack, STACK_TYPE, type StackResourceFacts } from "../graph/stack";
import { partsOfUrn, urnOfProvider } from "../graph/urn";
import { UNKNOWN_STRING, type Value } from "../graph/value";
import { printable } from "../printable";
import type { Gap } from "../rules/gap";
import { ValueReader } from "./values";

type Properties = Record<string, Wire>;

/** A resource as the engine writes it down (ResourceV3 of Pulumi's apitype), as far as it is read here. */
export interface EngineResource {
  urn: string;
  type: string;
  id?: string;
  custom?: boolean;
  external?: boolean;
  delete?: boolean;
  inputs?: Properties | null;
  outputs?: Properties | null;
  parent?: string;
  provider?: string;
  dependencies?: string[] | null;
  propertyDependencies?: Record<string, string[] | null> | null;
  ignoreChanges?: string[] | null;
  /** The id with which it was imported. */
  importID?: string;
  sourcePosition?: string;
  stackTrace?: { sourcePosition?: string }[] | null;
}

/** A resource of a file, and whether it is in the cloud; absent where its outputs show it. */
export type ReadResource = EngineResource & { exists?: boolean };

const properties = { type: ["object", "null"] };
const urns = { type: ["array", "null"], items: { type: "string" } };

export const RESOURCE_SCHEMA = {
  type: "object",
  required: ["urn", "type"],
  properties: {
    urn: {
      type: "string",
      // A logical name may hold anything, line breaks included.
      pattern: "^urn:pulumi:[^:]+::[^:]+::[^:][^]*::[^]+$",
      examples: ["urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
    },
    type: { type: "string", minLength: 1, examples: ["aws:s3/bucket:Bucket"] },
    id: { type: "string" },
    custom: { type: "boolean" },
    external: { type: "boolean" },
    delete: { type: "boolean" },
    inputs: properties,
    outputs: properties,
    parent: { type: "string" },
    provider: { type: "string" },
    dependencies: urns,
    propertyDependencies: { type: ["object", "null"], additionalProperties: urns },
    ignoreChanges: { type: ["array", "null"], items: { type: "string" } },
    importID: { type: "string" },
    sourcePosition: { type: "string" },
    stackTrace: { type: ["array", "null"], items: { type: "object" } },
  },
};

/** What the resources of a file come to. */
export interface ResourceGraph {
  project: string;
  stackName: string;
  stack: Stack;
  sources: ReadonlyMap<string, SourcePosition>;
  gaps: Gap[];
  /** How many secrets the file does not show. */
  hiddenSecrets: number;
}

export interface GraphSettings {
  /** What to call the file in messages. */
  name: string;
  /** True where outputs that are not in the file may still come. */
  outputsToCome: boolean;
  /** The configuration, from which a default provider that the file leaves out gets its inputs. */
  config: Readonly<Record<string, string>>;
}

interface Settings extends GraphSettings {
  values: ValueReader;
  /** Those that have been read, by URN. */
  providers: Map<string, Provider>;
}

/** Builds the graph. Resources that the stack only reads, or is about to delete, are not part of it. */
export function graphOf(all: readonly ReadResource[], settings: GraphSettings): ResourceGraph {
  const resources = all.filter(({ external, delete: leaving }) => external !== true && leaving !== true);
  const byUrn = new Map<string, ReadResource>();
  for (const resource of resources) {
    if (byUrn.has(resource.urn)) {
      throw new ProgramError(`${settings.name} has two resources with the URN ${printable(resource.urn)}`);
    }
    byUrn.set(resource.urn, resource);
  }
  refuseCircles(byUrn, settings.name);
  const { stack: stackName = "", project = "" } = resources[0] === undefined ? {} : partsOfUrn(resources[0].urn);
  const values = new ValueReader();
  const providers = new Map<string, Provider>();
  const facts = resources.map((resource) => factsOf(resource, byUrn, { ...settings, values, providers }));
  return {
    project,
    stackName,
    stack: new Stack(facts),
    sources: new Map(resources.flatMap((resource) => sourceOf(resource))),
    gaps: missingResources(all, resources),
    hiddenSecrets: values.hidden,
  };
}

function factsOf(
  resource: ReadResource,
  byUrn: ReadonlyMap<string, EngineResource>,
  settings: Settings,
): StackResourceFacts {
  const { urn, type, custom, parent, provider, exists, ignoreChanges } = resource;
  // Every resource of @pulumi/aws that a program creates has inputs such as `__defaults`: without any, Pulumi Cloud has
  // discovered it, or the operation has skipped it (`--target`), and then it has no outputs either.
  const isEmpty = custom === true && Object.keys(resource.inputs ?? {}).length === 0;
  const hasNoInputs = isEmpty && isAwsResource(type);
  const providerUrn = provider === undefined ? undefined : urnOfProvider(provider);
  // Before the inputs, which are read in place.
  const outputs = outputsOf(resource, settings);
  const shown = hasNoInputs
    ? inputsShownBy(type, outputs.outputs)
    : isEmpty && hasNativeView(type)
      ? nativeInputsShownBy(outputs.outputs)
      : undefined;
  const isSkipped = hasNoInputs && shown === undefined && !resource.inputs;
  return {
    urn,
    type,
    name: partsOfUrn(urn).name,
    inputs: shown ?? settings.values.read(resource.inputs ?? {}),
    ...outputs,
    ...(shown && { discovered: true }),
    ...(parent !== undefined && { parent }),
    ...(providerUrn !== undefined && { provider: providerFacts(providerUrn, byUrn, settings) }),
    ...(exists !== undefined && { exists }),
    ...(ignoreChanges && { ignoreChanges }),
    ...(isSkipped && { skipped: true }),
    ...(resource.importID && { imported: true }),
    dependencies: resource.dependencies ?? [],
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies ?? {}).map(([property, from]) => [property, from ?? []]),
    ),
  };
}

function outputsOf({ type, custom, inputs, outputs }: EngineResource, settings: GraphSettings): { outputs?: Value } {
  if (outputs) {
    return { outputs: new ValueReader().read(outputs) };
  }
  if (!settings.outputsToCome) {
    return { outputs: {} };
  }
  if (custom !== true) {
    return {};
  }
  const { computed = [], optionalComputed = [] } = typeRow(type) ?? {};
  const toCome: Properties = {};
  for (const property of [...computed, ...optionalComputed, "id"]) {
    toCome[property] = UNKNOWN_STRING;
  }
  return { outputs: new ValueReader().read({ ...toCome, ...structuredClone(inputs) }) };
}

/** A preview leaves out default providers, which have the configuration of their package. */
function providerFacts(
  urn: string,
  byUrn: ReadonlyMap<string, EngineResource>,
  { config, values, providers }: Settings,
): Provider {
  const found = providers.get(urn);
  if (found !== undefined) {
    return found;
  }
  const { type, name } = partsOfUrn(urn);
  const prefix = `${type.slice(type.lastIndexOf(":") + 1)}:`;
  const configured: Properties = {};
  for (const [key, value] of Object.entries(config)) {
    if (key.startsWith(prefix)) {
      configured[key.slice(prefix.length)] = value;
    }
  }
  const provider: Provider = {
    urn,
    type,
    name,
    inputs: values.read(byUrn.get(urn)?.inputs ?? configured),
  };
  providers.set(urn, provider);
  return provider;
}

function sourceOf({ urn, type, sourcePosition, stackTrace }: EngineResource): [string, SourcePosition][] {
  if (type === STACK_TYPE) {
    return [];
  }
  const trace = [sourcePosition, ...(stackTrace ?? []).map((frame) => frame.sourcePosition)];
  const place = programLocation(trace.flatMap(locationOfUri));
  return place === undefined ? [] : [[urn, place]];
}

function refuseCircles(byUrn: ReadonlyMap<string, EngineResource>, name: string): void {
  const settled = new Set<string>();
  for (const start of byUrn.keys()) {
    const trail: { urn: string; open: string[] }[] = [];
    const onTrail = new Set<string>();
    const enter = (urn: string): void => {
      trail.push({ urn, open: awaitedUrns(byUrn.get(urn)) });
      onTrail.add(urn);
    };
    if (!settled.has(start)) {
      enter(start);
    }
    for (let last = trail.at(-1); last; last = trail.at(-1)) {
      const next = last.open.pop();
      if (next === undefined) {
        settled.add(last.urn);
        onTrail.delete(last.urn);
        trail.pop();
      } else if (onTrail.has(next)) {
        const names = [...trail.map(({ urn }) => urn).slice(trail.findIndex(({ urn }) => urn === next)), next];
        throw new ProgramError(
          `${name} has resources that wait for each other in a circle: ` +
            names.map((urn) => partsOfUrn(urn).name).join(" → "),
        );
      } else if (!settled.has(next)) {
        enter(next);
      }
    }
  }
}

/** What has to be there before a resource: its parent and what it is made from. */
function awaitedUrns(resource: EngineResource | undefined): string[] {
  const { parent, dependencies, propertyDependencies } = resource ?? {};
  return [
    ...(parent === undefined ? [] : [parent]),
    ...(dependencies ?? []),
    ...Object.values(propertyDependencies ?? {}).flatMap((from) => from ?? []),
  ];
}

function missingResources(all: readonly EngineResource[], resources: readonly EngineResource[]): Gap[] {
  const there = new Set(all.map(({ urn }) => urn));
  const missing = new Set(
    resources
      .flatMap(({ dependencies, parent }) => [...(dependencies ?? []), ...(parent === undefined ? [] : [parent])])
      .filter((urn) => !there.has(urn)),
  );
  const [first] = missing;
  return first === undefined
    ? []
    : [
        {
          kind: "missing-steps",
          message:
            `${String(missing.size)} resource${missing.size === 1 ? "" : "s"} that others depend on ` +
            `${missing.size === 1 ? "is" : "are"} not in the file, such as ${first}: what rests on that is not seen.`,
        },
      ];
}

/** Where a file has no resource, no rule had anything to check. */
export function emptyStack({ stack }: Pick<ResourceGraph, "stack">, what: string): Gap[] {
  return stack.resources.length > 0
    ? []
    : [{ kind: "empty-stack", message: `${what} has no resources, so that there was nothing to check.` }];
}
