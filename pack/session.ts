import { resolve } from "node:path";
import type { PolicyProviderResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { resolveContract } from "../contract/resolve";
import type { Contract } from "../contract/contract";
import { findProjectFolder, isFolder, projectFiles } from "../project/files";
import type { ProjectFacts } from "../policies/rule";
import type { Circumstances } from "../policies/run";
import { Resource, type Provider, type ResourceFacts } from "../stack/resource";
import { partsOfUrn } from "../stack/urn";
import { Stack, type StackResourceFacts } from "../stack/stack";
import type { Value } from "../stack/value";
import { decodedOf, targetOf } from "./decoding";

/** The environment in which the engine starts a pack. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What one run of the pack's process knows: the settings, and the inputs of the resources seen so far. */
export class Session {
  private readonly inputs = new Map<string, Value>();
  private readonly resources = new WeakMap<object, Resource>();
  private readonly stacks = new WeakMap<object, Stack>();
  private organization: Record<string, unknown> = {};
  private settled: Circumstances | undefined;
  private project: ProjectFacts;
  /** The ids of the rules that the user has set to the level `remediate`. */
  remediating: ReadonlySet<string> = new Set();

  constructor(
    private readonly environment: Environment,
    private readonly ruleIds: ReadonlySet<string>,
    private readonly parentFolder: () => string | undefined = () => undefined,
    /** The organization's contract as its pack has it, of which the policy configuration replaces single keys. */
    private readonly base: Contract = {},
  ) {
    this.project = this.readProject();
  }

  /** Takes the organization's settings: the policy configuration of the rule `contract`. */
  configure(organization: Record<string, unknown>): void {
    if (JSON.stringify(organization) !== JSON.stringify(this.organization)) {
      this.organization = organization;
      this.settled = undefined;
    }
  }

  /** What surrounds the checks. PREFLIGHT_DAY names another day than today, to see what will fail then. */
  get circumstances(): Circumstances {
    if (!this.settled) {
      const day = this.environment["PREFLIGHT_DAY"] ?? new Date().toISOString().slice(0, 10);
      const { contract, problems } = resolveContract({
        stackConfig: Object.fromEntries(this.project.config),
        stack: this.project.stack,
        organization: { ...this.base, ...this.organization },
        ruleIds: this.ruleIds,
      });
      this.settled = { contract, contractProblems: problems, day, project: this.project };
    }
    return this.settled;
  }

  /** Takes down a resource that the engine asks about: its inputs are kept for the stack, which is sent without them. */
  seen(facts: ResourceFacts & { inputs: Value }): Resource {
    this.nameStack(facts.urn);
    this.inputs.set(facts.urn, facts.inputs);
    return new Resource(facts);
  }

  /** The graph of what the engine sends at the end, with the inputs that were seen before. */
  graphOf(resources: readonly StackResourceFacts[]): Stack {
    return new Stack(
      resources.map((facts) => ({
        ...facts,
        // Where every rule on single resources is switched off no inputs were seen: what the engine holds is next best.
        inputs: this.inputs.size === 0 ? facts.outputs : this.inputs.get(facts.urn),
      })),
    );
  }

  /** The resource that a policy's arguments are about, taken down once a call. */
  async resourceOf(args: ResourceValidationArgs): Promise<Resource> {
    const target = targetOf(args.props);
    let resource = this.resources.get(target);
    if (!resource) {
      const inputs = await decodedOf(args.props);
      const provider = await providerOf(args.provider);
      resource = this.seen({
        urn: args.urn,
        type: args.type,
        name: args.name,
        inputs,
        ...(args.opts.parent && { parent: args.opts.parent }),
        ...(provider && { provider }),
      });
      this.resources.set(target, resource);
    }
    return resource;
  }

  /** The graph that a policy's arguments are about, built once a call. */
  async stackOf(args: StackValidationArgs): Promise<Stack> {
    const [first] = args.resources;
    const key = first === undefined ? args : targetOf(first.props);
    let stack = this.stacks.get(key);
    if (!stack) {
      stack = this.graphOf(await Promise.all(args.resources.map(factsOf)));
      this.stacks.set(key, stack);
    }
    return stack;
  }

  /** In `pulumi policy analyze` nothing but the URNs tells which stack it is. */
  private nameStack(urn: string): void {
    if (this.project.stack === "") {
      const { stack, project } = partsOfUrn(urn);
      this.project = { ...this.project, stack, name: this.project.name || project };
      this.settled = undefined;
    }
  }

  private readProject(): ProjectFacts {
    const { environment } = this;
    const name = environment["PULUMI_NODEJS_PROJECT"] ?? "";
    const region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
    return {
      name,
      stack: environment["PULUMI_NODEJS_STACK"] ?? "",
      config: new Map(Object.entries(configurationOf(environment["PULUMI_CONFIG"]))),
      deploying: environment["PULUMI_NODEJS_DRY_RUN"] === "false",
      ...(region && { environmentRegion: region }),
      ...this.readFolder(name),
    };
  }

  private readFolder(projectName: string): Pick<ProjectFacts, "files" | "missingFolder"> {
    const { PWD: started, PREFLIGHT_PROJECT: named } = this.environment;
    if (named) {
      const folder = resolve(started ?? "", named);
      return isFolder(folder) ? { files: projectFiles(folder) } : { missingFolder: folder };
    }
    const folder = findProjectFolder(projectName, [started]) ?? findProjectFolder(projectName, [this.parentFolder()]);
    return folder === undefined ? {} : { files: projectFiles(folder) };
  }
}

/** The configuration in force; what is no text in it becomes one, as the engine itself writes objects. */
function configurationOf(json: string | undefined): Record<string, string> {
  let config: unknown;
  try {
    config = JSON.parse(json ?? "{}");
  } catch {
    return {};
  }
  const entries = typeof config === "object" && config !== null && !Array.isArray(config) ? Object.entries(config) : [];
  return Object.fromEntries(
    entries.map(([key, value]: [string, unknown]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

async function factsOf(resource: StackValidationArgs["resources"][number]): Promise<StackResourceFacts> {
  const provider = await providerOf(resource.provider);
  const parent = resource.parent?.urn ?? resource.opts.parent;
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    outputs: await decodedOf(resource.props),
    dependencies: resource.dependencies.map(({ urn }) => urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([property, from]) => [property, from.map(({ urn }) => urn)]),
    ),
    ...(parent && { parent }),
    ...(provider && { provider }),
  };
}

/** The provider that a policy's arguments name. */
export async function providerOf(provider: PolicyProviderResource | undefined): Promise<Provider | undefined> {
  return (
    provider && {
      urn: provider.urn,
      type: provider.type,
      name: provider.name,
      inputs: await decodedOf(provider.props as object),
    }
  );
}
