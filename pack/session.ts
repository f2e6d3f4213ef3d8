import type { PolicyProviderResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { resolveContract } from "../contract/resolve";
import { findProjectFolder, projectFiles } from "../project/files";
import type { ProjectFacts } from "../policies/rule";
import type { Circumstances } from "../policies/run";
import { Resource, type Provider } from "../stack/resource";
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
    private readonly parentFolder?: string,
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
        organization: this.organization,
        ruleIds: this.ruleIds,
      });
      this.settled = { contract, contractProblems: problems, day, project: this.project };
    }
    return this.settled;
  }

  /** The resource that an Analyze call is about. Its inputs are kept for the stack, which is sent without them. */
  async resourceOf(args: ResourceValidationArgs): Promise<Resource> {
    const target = targetOf(args.props);
    let resource = this.resources.get(target);
    if (!resource) {
      this.nameStack(args.urn);
      const inputs = await decodedOf(args.props);
      this.inputs.set(args.urn, inputs);
      const provider = await providerOf(args.provider);
      resource = new Resource({
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

  /** The graph that an AnalyzeStack call is about, built once a call. */
  async stackOf(args: StackValidationArgs): Promise<Stack> {
    const [first] = args.resources;
    const key = first === undefined ? args : targetOf(first.props);
    let stack = this.stacks.get(key);
    if (!stack) {
      stack = new Stack(await Promise.all(args.resources.map((resource) => this.factsOf(resource))));
      this.stacks.set(key, stack);
    }
    return stack;
  }

  private async factsOf(resource: StackValidationArgs["resources"][number]): Promise<StackResourceFacts> {
    const outputs = await decodedOf(resource.props);
    const provider = await providerOf(resource.provider);
    const parent = resource.parent?.urn ?? resource.opts.parent;
    return {
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      // Where every rule on single resources is switched off no inputs were seen: what the engine holds is next best.
      ...(this.inputs.size === 0 ? { inputs: outputs } : { inputs: this.inputs.get(resource.urn) }),
      outputs,
      dependencies: resource.dependencies.map(({ urn }) => urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(resource.propertyDependencies).map(([property, from]) => [property, from.map(({ urn }) => urn)]),
      ),
      ...(parent && { parent }),
      ...(provider && { provider }),
    };
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
    const folder = environment["PREFLIGHT_PROJECT"] ?? findProjectFolder(name, [environment["PWD"], this.parentFolder]);
    const region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
    return {
      name,
      stack: environment["PULUMI_NODEJS_STACK"] ?? "",
      config: new Map(Object.entries(configurationOf(environment["PULUMI_CONFIG"]))),
      deploying: environment["PULUMI_NODEJS_DRY_RUN"] === "false",
      ...(region && { environmentRegion: region }),
      ...(folder && { files: projectFiles(folder) }),
    };
  }
}

function configurationOf(json: string | undefined): Record<string, string> {
  try {
    const config: unknown = JSON.parse(json ?? "{}");
    return typeof config === "object" && config !== null ? (config as Record<string, string>) : {};
  } catch {
    return {};
  }
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
