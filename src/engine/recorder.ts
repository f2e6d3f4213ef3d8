import { createHash } from "node:crypto";
import type { RecordedResource, RecordedStack, SourcePosition, Wire } from "../graph/recorded";
import { urnOfProvider } from "../graph/urn";
import { chosenIn, chosenWithin, typeRow } from "../aws/types";
import { ProgramError } from "../errors";
import { answered, isPlainObject, isWrapped, plain, plainProperties, UNKNOWN, type Properties } from "./wire";

const STACK_TYPE = "pulumi:pulumi:Stack";
const PROVIDER_PREFIX = "pulumi:providers:";

/** The packages whose default provider gets the whole configuration, with namespaces. */
const DYNAMIC_PACKAGES = ["pulumi-nodejs", "pulumi-python"];

/** A resource whose computed properties are needed. */
export interface ComputedFor {
  type: string;
  name: string;
  urn: string;
  inputs: Record<string, Wire>;
  /** The region of its provider, where that names one. */
  region?: string;
}

/** The value of a property that AWS computes, `id` and `vpcConfig.vpcId` included; undefined leaves the property out. */
export type Computed = (resource: ComputedFor, property: string) => Wire | undefined;

export interface RecorderOptions {
  project: string;
  stack: string;
  organization: string;
  config: Record<string, string>;
  dryRun: boolean;
  computed?: Computed;
  /** The outputs of types outside @pulumi/aws, by type: `computed` gives their values. */
  outputsByType?: Readonly<Record<string, readonly string[]>>;
}

/** Where a package's plugin would come from. */
export interface PackageRequest {
  name: string;
  version: string;
  url: string;
}

export interface Registration {
  type: string;
  name: string;
  custom: boolean;
  remote: boolean;
  parent: string;
  inputs: Properties;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  /** `urn::id`, or empty for the parent's or the default provider. */
  provider: string;
  /** The providers handed to a component, by package. */
  providers: Record<string, string>;
  package: PackageRequest;
  source?: SourcePosition;
  /** The id of what exists already and is imported. */
  importId?: string;
  /** The paths of `ignoreChanges`. */
  ignoreChanges?: string[];
}

export interface Read {
  type: string;
  name: string;
  id: string;
  parent: string;
  state: Properties;
  dependencies: string[];
  provider: string;
  package: PackageRequest;
}

export interface Registered {
  urn: string;
  /** Empty where the id is unknown. */
  id: string;
  outputs: Properties;
}

/** The package that serves a type token or a function token. */
export function packageOf(token: string): string {
  return token.slice(0, token.indexOf(":"));
}

/** A version as it is in the name of a default provider. */
function defaultProviderName({ version, url }: PackageRequest): string {
  const parts = ["default", ...version.split(/[.+-]/), url.replace(/^https?:\/\//, "")];
  return parts.filter((part) => part !== "").join("_");
}

/** An id for a provider in a stack whose ids are known; the same in each run. */
function madeUpId(urn: string): string {
  const hex = createHash("sha256").update(urn).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** Keeps what a program registers, and makes up what the engine and AWS would add. */
export class Recorder {
  private readonly resources = new Map<string, RecordedResource>();
  private readonly answers = new Map<string, Registered>();
  private readonly componentProviders = new Map<string, Record<string, string>>();
  private readonly order = new Map<string, number>();

  constructor(private readonly options: RecorderOptions) {}

  register(request: Registration): Registered {
    const urn = this.newUrn(request.parent, request.type, request.name);
    const isProvider = request.type.startsWith(PROVIDER_PREFIX);
    const sent = isProvider ? withPlugin(request.inputs, request.package) : request.inputs;
    const inputs = plainProperties(sent);
    const resource: RecordedResource = {
      urn,
      type: request.type,
      name: request.name,
      custom: request.custom,
      inputs,
      outputs: {},
      dependencies: request.remote ? this.givenTo(request) : request.dependencies,
      propertyDependencies: propertyDependencies(request),
    };
    if (request.parent !== "") resource.parent = request.parent;
    if (request.source !== undefined) resource.source = request.source;
    if (request.importId !== undefined && request.importId !== "") resource.imported = true;
    if (request.ignoreChanges && request.ignoreChanges.length > 0) resource.ignoreChanges = request.ignoreChanges;
    if (!request.custom) return this.addComponent(resource, request);
    if (!isProvider) resource.provider = this.providerOf(request);
    return this.addCustom(resource, sent, isProvider, request.importId);
  }

  read(request: Read): Registered {
    const urn = this.newUrn(request.parent, request.type, request.name);
    const resource: RecordedResource = {
      urn,
      type: request.type,
      name: request.name,
      custom: true,
      external: true,
      inputs: plainProperties(request.state),
      outputs: {},
      dependencies: request.dependencies,
      propertyDependencies: {},
      provider: request.provider === "" ? this.defaultProvider(request.package) : request.provider,
    };
    if (request.parent !== "") resource.parent = request.parent;
    const added = { ...this.computedProperties(resource), id: request.id };
    return this.add(resource, request.state, added, request.id);
  }

  registerOutputs(urn: string, outputs: Properties): void {
    const resource = this.resources.get(urn);
    if (resource === undefined) throw new ProgramError(`outputs were registered for an unknown resource '${urn}'`);
    resource.outputs = plainProperties(outputs);
  }

  /** The answer to the registration of a resource. */
  find(urn: string): Registered | undefined {
    return this.answers.get(urn);
  }

  /** Inputs of the provider behind a `urn::id`. */
  providerInputs(reference: string): Properties {
    return this.resources.get(urnOfProvider(reference))?.inputs ?? {};
  }

  /** The `urn::id` of a package's default provider, which is made when it is first needed. */
  defaultProvider(request: PackageRequest): string {
    const type = PROVIDER_PREFIX + request.name;
    const name = defaultProviderName(request);
    const urn = this.urn("", type, name);
    if (!this.resources.has(urn)) {
      const sent = withPlugin(this.packageConfig(request.name), request);
      const inputs = plainProperties(sent);
      const resource = {
        urn,
        type,
        name,
        custom: true,
        inputs,
        outputs: {},
        dependencies: [],
        propertyDependencies: {},
      };
      this.addCustom(resource, sent, true);
    }
    return `${urn}::${this.providerId(urn)}`;
  }

  recorded(): RecordedStack {
    const { project, stack, organization, config } = this.options;
    const known = Object.entries(config).map(([key, value]) => [key, plain(value)] as [string, string]);
    const resources = [...this.resources.values()].map((resource) => this.inOrder(resource));
    return { project, stack, organization, config: Object.fromEntries(known), resources };
  }

  private urn(parent: string, type: string, name: string): string {
    const parentType = parent.split("::")[2] ?? "";
    const chain = parentType === "" || parentType === STACK_TYPE ? type : `${parentType}$${type}`;
    return `urn:pulumi:${this.options.stack}::${this.options.project}::${chain}::${name}`;
  }

  private newUrn(parent: string, type: string, name: string): string {
    const urn = this.urn(parent, type, name);
    if (this.resources.has(urn))
      throw new ProgramError(`Duplicate resource URN '${urn}': give one of the two another name`);
    return urn;
  }

  /** Keeps a resource whose outputs are what was sent and what is added to it, and answers with both. */
  private add(resource: RecordedResource, sent: Properties, added: Properties, id: string): Registered {
    resource.outputs = plainProperties({ ...sent, ...added });
    const outputs = { ...answered(sent), ...added };
    this.order.set(resource.urn, this.order.size);
    this.resources.set(resource.urn, resource);
    const registered = { urn: resource.urn, id, outputs };
    this.answers.set(resource.urn, registered);
    return registered;
  }

  private addComponent(resource: RecordedResource, request: Registration): Registered {
    const inherited = this.componentProviders.get(request.parent);
    this.componentProviders.set(resource.urn, { ...inherited, ...request.providers });
    return this.add(resource, {}, {}, "");
  }

  private addCustom(resource: RecordedResource, sent: Properties, isProvider: boolean, importId = ""): Registered {
    if (isProvider) return this.add(resource, sent, {}, this.providerId(resource.urn));
    const computed = this.computedProperties(resource);
    const id = importId === "" ? this.computed(resource, "id") : importId;
    const added = id === undefined ? computed : { ...computed, id };
    return this.add(
      resource,
      this.completed(resource, sent),
      added,
      typeof id === "string" && id !== UNKNOWN ? id : "",
    );
  }

  /** What was sent, with what AWS chooses inside of it. */
  private completed(resource: RecordedResource, sent: Properties): Properties {
    const within = Object.entries(chosenWithin(resource.type)).filter(([property]) => property in sent);
    const completed = within.map(([property, shape]) => {
      return [property, this.completedValue(resource, sent[property] ?? null, shape, property)] as const;
    });
    return { ...sent, ...Object.fromEntries(completed) };
  }

  private completedValue(resource: RecordedResource, value: Wire, shape: string, path: string): Wire {
    if (Array.isArray(value)) return value.map((item) => this.completedValue(resource, item, shape, path));
    if (isWrapped(value)) return { ...value, value: this.completedValue(resource, value.value, shape, path) };
    if (!isPlainObject(value)) return value;
    const { fields = [], within = {} } = chosenIn(shape);
    const completed: Properties = { ...value };
    for (const field of fields) {
      const chosen = field in value ? undefined : this.computed(resource, `${path}.${field}`);
      if (chosen !== undefined) completed[field] = chosen;
    }
    for (const [field, inner] of Object.entries(within)) {
      const given = value[field];
      if (given !== undefined) completed[field] = this.completedValue(resource, given, inner, `${path}.${field}`);
    }
    return completed;
  }

  private computedProperties(resource: RecordedResource): Properties {
    const facts = typeRow(resource.type);
    const chosen = (facts?.optionalComputed ?? []).filter((property) => resource.inputs[property] === undefined);
    const outputs: Properties = {};
    const computed = facts?.computed ?? this.options.outputsByType?.[resource.type] ?? [];
    for (const property of [...computed, ...chosen]) {
      const value =
        resource.external && resource.inputs[property] !== undefined ? undefined : this.computed(resource, property);
      if (value !== undefined) outputs[property] = value;
    }
    return outputs;
  }

  private computed(resource: RecordedResource, property: string): Wire | undefined {
    if (this.options.computed === undefined) return UNKNOWN;
    const { type, name, urn, inputs, provider = "" } = resource;
    const { region } = this.providerInputs(provider);
    return this.options.computed({ type, name, urn, inputs, ...(typeof region === "string" && { region }) }, property);
  }

  /** What a component gets that its plugin builds, which is not run: also what its resources would use in its place. */
  private givenTo({ dependencies, provider, providers, inputs }: Registration): string[] {
    const passed = [provider, ...Object.values(providers)].map(urnOfProvider);
    return [...new Set([...dependencies, ...passed, ...stringsIn(inputs)])].filter((urn) => this.resources.has(urn));
  }

  private providerId(urn: string): string {
    return this.options.dryRun ? UNKNOWN : madeUpId(urn);
  }

  private providerOf(request: Registration): string {
    const candidates = [
      request.provider,
      request.providers[request.package.name],
      this.componentProviders.get(request.parent)?.[packageOf(request.type)],
      this.inheritedProvider(request),
    ];
    return (
      candidates.find((reference) => reference !== undefined && reference !== "") ??
      this.defaultProvider(request.package)
    );
  }

  /** A custom resource that is the parent of another of its package hands its provider down. */
  private inheritedProvider(request: Registration): string | undefined {
    const provider = this.resources.get(request.parent)?.provider;
    const type = provider?.split("::")[2];
    return type === PROVIDER_PREFIX + packageOf(request.type) ? provider : undefined;
  }

  /** The configuration of a package, which its default provider gets. */
  packageConfig(name: string): Properties {
    const entries = Object.entries(this.options.config);
    if (DYNAMIC_PACKAGES.includes(name)) return Object.fromEntries(entries);
    const own = entries.filter(([key]) => packageOf(key) === name);
    return Object.fromEntries(own.map(([key, value]) => [key.slice(name.length + 1), value]));
  }

  private inOrder(resource: RecordedResource): RecordedResource {
    const position = (urn: string): number => this.order.get(urn) ?? Number.MAX_SAFE_INTEGER;
    const sorted = (urns: string[]): string[] => [...new Set(urns)].sort((a, b) => position(a) - position(b));
    const byProperty = Object.entries(resource.propertyDependencies).map(([key, urns]) => [key, sorted(urns)] as const);
    return {
      ...resource,
      dependencies: sorted(resource.dependencies),
      propertyDependencies: Object.fromEntries(byProperty),
    };
  }
}

/** All strings in a value: a resource that is an argument is sent with its URN. */
const stringsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** Inputs of a provider with where its plugin comes from, as the engine adds it. */
function withPlugin(inputs: Properties, request: PackageRequest): Properties {
  return request.version === "" ? inputs : { ...inputs, version: request.version };
}

/** An SDK that sends no dependencies by property makes each property depend on all. */
function propertyDependencies(request: Registration): Record<string, string[]> {
  const sent = Object.entries(request.propertyDependencies);
  const backfill = sent.length === 0 && !request.remote;
  const all = backfill ? Object.keys(request.inputs).map((key) => [key, request.dependencies] as const) : sent;
  return Object.fromEntries(all.filter(([, urns]) => urns.length > 0));
}
