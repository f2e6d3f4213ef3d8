import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import type { Resource } from "../graph/resource";
import type { Stack, StackResourceFacts } from "../graph/stack";
import { Budget } from "./budget";
import { providerOf, targetOf, valueOf } from "./sdk-values";
import type { Session } from "./session";

/** One call of the engine, as the SDK hands it to one policy after the other. */
interface SdkCall<T> {
  urn: string;
  subject: Promise<T>;
  budget: Budget;
  /** The policies that have received it; one that receives it again is in a new call. */
  policies: Set<string>;
}

/** What the SDK hands to policies as resources and stacks, each built once a call and not once a policy. */
export class SdkArguments {
  private resource: SdkCall<Resource> | undefined;
  private stack: SdkCall<Stack> | undefined;

  constructor(private readonly session: Session) {}

  /** The resource that a policy's arguments are about. */
  async resourceOf(args: ResourceValidationArgs, policy: string): Promise<{ subject: Resource; budget: Budget }> {
    this.resource = sameCall(this.resource, args.urn, policy) ?? newCall(args.urn, this.readResource(args));
    return received(this.resource, policy);
  }

  /** The graph that a policy's arguments are about. */
  async stackOf({ resources }: StackValidationArgs, policy: string): Promise<{ subject: Stack; budget: Budget }> {
    const urn = resources[0]?.urn ?? "";
    this.stack = sameCall(this.stack, urn, policy) ?? newCall(urn, this.readStack(resources));
    return received(this.stack, policy);
  }

  private async readResource(args: ResourceValidationArgs): Promise<Resource> {
    const { urn, type, name, props, opts } = args;
    const provider = await providerOf(args.provider);
    return this.session.add({
      urn,
      type,
      name,
      inputs: await valueOf(targetOf(props)),
      ignoreChanges: opts.ignoreChanges,
      ...(opts.parent && { parent: opts.parent }),
      ...(provider && { provider }),
    });
  }

  private async readStack(resources: StackValidationArgs["resources"]): Promise<Stack> {
    return this.session.stack(await Promise.all(resources.map(factsOf)));
  }
}

function sameCall<T>(call: SdkCall<T> | undefined, urn: string, policy: string): SdkCall<T> | undefined {
  return call?.urn === urn && !call.policies.has(policy) ? call : undefined;
}

function newCall<T>(urn: string, subject: Promise<T>): SdkCall<T> {
  return { urn, subject, budget: new Budget(), policies: new Set() };
}

async function received<T>(call: SdkCall<T>, policy: string): Promise<{ subject: T; budget: Budget }> {
  call.policies.add(policy);
  return { subject: await call.subject, budget: call.budget };
}

async function factsOf(resource: StackValidationArgs["resources"][number]): Promise<StackResourceFacts> {
  const { urn, type, name, props, opts, dependencies, propertyDependencies } = resource;
  const provider = await providerOf(resource.provider);
  const parent = resource.parent?.urn ?? opts.parent;
  return {
    urn,
    type,
    name,
    outputs: await valueOf(targetOf(props)),
    ignoreChanges: opts.ignoreChanges,
    dependencies: dependencies.map((dependency) => dependency.urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, from]) => [property, from.map((one) => one.urn)]),
    ),
    ...(parent && { parent }),
    ...(provider && { provider }),
  };
}
