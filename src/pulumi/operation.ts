import { haveId, inputsShownBy, isAwsResource, isEmptyValue } from "../aws/discovered";
import { Resource, type ResourceFacts } from "../graph/resource";
import { Stack, type StackResourceFacts } from "../graph/stack";
import type { Value } from "../graph/value";

type Documents = NonNullable<ResourceFacts["documents"]>;

/** Finds the documents that the source writes for a resource's properties; absent where it writes none. */
export type FindDocuments = (resource: Resource) => Documents | undefined;

/**
 * The resources of one operation: the engine sends each with its inputs before it is created, and at the end all of them
 * with their outputs. Inputs are empty where the program passes none, and also for a new resource that `--target` or
 * `--exclude` skips, for one that `pulumi policy analyze` finds in the state though the program only reads it, and for
 * one that Pulumi Cloud has discovered. Which of these it is only the outputs show, so such a resource is checked at the
 * end. Where outputs come in the place of inputs, the resource was discovered too, and no call for the stack follows.
 * docs/sdk-patches.md has what the engine sends in which operation.
 */
export class Operation {
  private readonly inputs = new Map<string, Value>();
  private readonly withoutInputs = new Set<string>();
  private readonly components = new Map<string, Resource>();
  /** The graphs of discovered resources that came one by one, each of that resource alone. */
  private readonly alone = new WeakMap<Resource, Stack>();
  /** What the resources and graphs were made of. */
  private readonly facts = new WeakMap<Resource, ResourceFacts>();
  private readonly stackFacts = new WeakMap<Stack, readonly StackResourceFacts[]>();
  /** The last resource that came to be remediated without inputs. */
  private remediated: string | undefined;

  /** Keeps in mind whether the resource had inputs before a remediation may add some. */
  beforeRemediation(facts: ResourceFacts): void {
    this.remediated = hasNoInputs(facts, facts.inputs) ? facts.urn : undefined;
  }

  /** Keeps the inputs of a resource for the stack, which the engine sends without them; it is external where it has none. */
  add(facts: ResourceFacts & { inputs: Value }): Resource {
    const { urn, inputs, parent = "" } = facts;
    const shown = isOfAws(facts) ? inputsShownBy(facts.type, inputs) : undefined;
    if (shown !== undefined) {
      return this.addDiscovered(facts, shown);
    }
    this.inputs.set(urn, inputs);
    const hasInputs = !hasNoInputs(facts, inputs) && this.remediated !== urn;
    if (hasInputs) {
      this.withoutInputs.delete(urn);
    } else {
      this.withoutInputs.add(urn);
    }
    const known: ResourceFacts = hasInputs ? facts : { ...facts, inputs: undefined };
    const resource = new Resource(known);
    resource.component = this.components.get(parent);
    this.facts.set(resource, known);
    if (!isOfAws(facts)) {
      this.components.set(urn, resource);
    }
    return resource;
  }

  /** Keeps a resource that came with its outputs. */
  private addDiscovered(facts: ResourceFacts & { inputs: Value }, inputs: Value): Resource {
    const { urn } = facts;
    this.inputs.set(urn, inputs);
    this.withoutInputs.delete(urn);
    const known: ResourceFacts = { ...facts, inputs, outputs: facts.inputs, exists: true, discovered: true };
    const stack = new Stack([{ ...known, dependencies: [], propertyDependencies: {} }], true);
    const resource = stack.get(urn) ?? new Resource(known);
    this.alone.set(resource, stack);
    return resource;
  }

  /** The graph of a discovered resource, where no call for the stack follows. */
  aloneOf(resource: Resource): Stack | undefined {
    return this.alone.get(resource);
  }

  /** The graph of all resources, with the inputs that came before. */
  stack(resources: readonly StackResourceFacts[], hasConfiguration: boolean): Stack {
    const isDiscovered = this.isDiscovered(resources);
    const known = resources.map((facts) =>
      isDiscovered && isOfAws(facts)
        ? { ...facts, inputs: inputsShownBy(facts.type, facts.outputs), discovered: true }
        : { ...facts, ...this.known(facts, hasConfiguration) },
    );
    const stack = new Stack(known);
    this.stackFacts.set(stack, known);
    return stack;
  }

  /** The same resource with documents that the source writes; absent where it writes none. */
  withDocuments(resource: Resource, find: FindDocuments): Resource | undefined {
    const facts = this.facts.get(resource);
    const documents = find(resource);
    if (facts === undefined || documents === undefined) {
      return undefined;
    }
    const twin = new Resource({ ...facts, documents });
    twin.component = resource.component;
    return twin;
  }

  /** The same graph with documents that the source writes; absent where it writes none. */
  stackWithDocuments(stack: Stack, find: FindDocuments): Stack | undefined {
    const found = new Map(stack.resources.map((resource) => [resource.urn, find(resource)]));
    const facts = this.stackFacts.get(stack);
    return facts && [...found.values()].some((documents) => documents !== undefined)
      ? new Stack(facts.map((one) => ({ ...one, ...optional(found.get(one.urn)) })))
      : undefined;
  }

  /** The resources that came without inputs and were not skipped: no rule on single resources has checked them yet. */
  postponed({ resources }: Stack): Resource[] {
    return resources.filter(({ urn, external, skipped }) => !external && !skipped && this.withoutInputs.has(urn));
  }

  /** What is known of a resource's inputs; it is external where nothing is. */
  private known(facts: StackResourceFacts, hasConfiguration: boolean): Pick<ResourceFacts, "inputs" | "skipped"> {
    const { urn, outputs } = facts;
    // Where all rules on single resources are disabled, no inputs came: what the engine holds is next best.
    if (this.inputs.size === 0) {
      return hasNoInputs(facts, outputs) ? { skipped: true } : { inputs: outputs };
    }
    if (!this.withoutInputs.has(urn)) {
      return { inputs: this.inputs.get(urn) };
    }
    // In a preview or an update what the program reads is not sent, and only a skipped resource has no outputs either.
    if (hasConfiguration) {
      return isEmptyValue(outputs) ? { skipped: true } : { inputs: this.inputs.get(urn) };
    }
    return { inputs: undefined };
  }

  /** True where every resource of AWS exists, and none has inputs: what Pulumi Cloud has discovered in an account. */
  private isDiscovered(resources: readonly StackResourceFacts[]): boolean {
    return resources.filter(isOfAws).every(({ urn, outputs }) => this.withoutInputs.has(urn) && haveId(outputs));
  }
}

const optional = (documents: Documents | undefined): Pick<ResourceFacts, "documents"> =>
  documents === undefined ? {} : { documents };

const isOfAws = ({ type }: ResourceFacts): boolean => isAwsResource(type);

const hasNoInputs = (facts: ResourceFacts, inputs: Value | undefined): boolean =>
  isOfAws(facts) && isEmptyValue(inputs);
