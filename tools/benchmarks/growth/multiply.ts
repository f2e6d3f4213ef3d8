// Grows a small stack: some of its resources stay as they are, the others are copied, each copy with names, ids and ARNs
// of its own, and what stays names all copies where it named the one.
import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { STACK_TYPE } from "../../../src/graph/stack";
import { isUnknownOnWire, UNKNOWN_STRING } from "../../../src/graph/value";

const IDENTITY = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "url"];
/** What is shorter is a word that other values have too. */
const SHORTEST = 4;

/** How a stack grows. */
export interface Growth {
  /** What it says of itself. */
  label: string;
  isShared: (resource: RecordedResource) => boolean;
  /** Where a value of what stays names a copied resource, the list nearest to the name grows; else the outermost. */
  nearest: boolean;
}

const copyOf = (text: string, index: number): string => (index === 0 ? text : `${text}-${String(index)}`);

/** The strings that name a resource. */
function namesOf({ inputs, outputs }: RecordedResource): string[] {
  return IDENTITY.flatMap((property) => [outputs[property], inputs[property]]).flatMap((value) =>
    typeof value === "string" && value.length >= SHORTEST && !isUnknownOnWire(value) ? [value] : [],
  );
}

/** True for a property in which there is room for further names: a list, an object or JSON, which may not be known. */
const isGrowing = (key: string, value: Wire | undefined): boolean =>
  typeof value === "object" ||
  (typeof value === "string" &&
    (/^\s*[[{]/.test(value) || (isUnknownOnWire(value) && /policy|document|definition/i.test(key))));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

class Grower {
  private readonly copied: ReadonlySet<string>;
  private readonly names: RegExp | undefined;

  constructor(
    private readonly recorded: RecordedStack,
    private readonly growth: Growth,
    private readonly count: number,
  ) {
    const copied = recorded.resources.filter((one) => !growth.isShared(one));
    this.copied = new Set(copied.map(({ urn }) => urn));
    const names = [...new Set(copied.flatMap(namesOf))].sort((left, right) => right.length - left.length);
    this.names = names.length === 0 ? undefined : new RegExp(names.map(escaped).join("|"), "g");
  }

  grown(): RecordedStack {
    const resources = this.recorded.resources.flatMap((one) =>
      this.copied.has(one.urn)
        ? Array.from({ length: this.count }, (_, index) => this.copy(one, index))
        : [this.shared(one)],
    );
    return { ...this.recorded, resources };
  }

  private renamed<T>(value: T, index: number): T {
    const { names } = this;
    return index === 0 || names === undefined
      ? value
      : (JSON.parse(JSON.stringify(value).replace(names, (name) => copyOf(name, index))) as T);
  }

  private urn(urn: string, index: number): string {
    return this.copied.has(urn) ? copyOf(urn, index) : urn;
  }

  private copy(one: RecordedResource, index: number): RecordedResource {
    const { urn, parent, provider, dependencies, propertyDependencies } = one;
    return {
      ...one,
      urn: copyOf(urn, index),
      name: copyOf(one.name, index),
      inputs: this.renamed(one.inputs, index),
      outputs: this.renamed(one.outputs, index),
      dependencies: dependencies.map((other) => this.urn(other, index)),
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([key, urns]) => [key, urns.map((other) => this.urn(other, index))]),
      ),
      ...(parent !== undefined && { parent: this.urn(parent, index) }),
      ...(provider !== undefined && { provider }),
    };
  }

  private all(urns: readonly string[]): string[] {
    return urns.flatMap((urn) =>
      this.copied.has(urn) ? Array.from({ length: this.count }, (_, index) => copyOf(urn, index)) : [urn],
    );
  }

  private shared(one: RecordedResource): RecordedResource {
    const { dependencies, propertyDependencies } = one;
    const namesCopies = (key: string): boolean => (propertyDependencies[key] ?? []).some((urn) => this.copied.has(urn));
    const inputs = Object.entries(one.inputs).map(([key, value]): [string, Wire] => [
      key,
      namesCopies(key) ? this.multiplied(value) : value,
    ]);
    return {
      ...one,
      inputs: Object.fromEntries(inputs),
      outputs: { ...one.outputs, ...Object.fromEntries(inputs) },
      dependencies: this.all(dependencies),
      propertyDependencies: Object.fromEntries(
        // What holds one name goes on naming one.
        Object.entries(propertyDependencies).map(([key, urns]) => [
          key,
          isGrowing(key, one.inputs[key]) ? this.all(urns) : urns,
        ]),
      ),
    };
  }

  private isNaming(value: Wire): boolean {
    const text = JSON.stringify(value);
    return this.names?.test(text) === true || text.includes(UNKNOWN_STRING);
  }

  /** The value with an item for each copy in place of one that names a copied resource. */
  private multiplied(value: Wire): Wire {
    if (this.names) {
      this.names.lastIndex = 0;
    }
    if (Array.isArray(value)) {
      return value.flatMap((item): Wire[] => {
        if (!this.isNaming(item)) {
          return [item];
        }
        const inner = this.growth.nearest ? this.multiplied(item) : item;
        const isGrown = JSON.stringify(inner).length > JSON.stringify(item).length;
        return isGrown ? [inner] : Array.from({ length: this.count }, (_, index) => this.renamed(item, index));
      });
    }
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => this.entries(key, item)));
    }
    if (typeof value === "string" && /^\s*[[{]/.test(value)) {
      try {
        return JSON.stringify(this.multiplied(JSON.parse(value) as Wire));
      } catch {
        return value;
      }
    }
    return value;
  }

  private entries(key: string, item: Wire): [string, Wire][] {
    // A resource of a policy may be a list as well.
    if (key === "Resource" && typeof item === "string" && this.growth.nearest && this.isNaming(item)) {
      return [[key, Array.from({ length: this.count }, (_, index) => this.renamed(item, index))]];
    }
    return [[key, this.multiplied(item)]];
  }
}

const referencesOf = ({ resources }: RecordedStack): number =>
  resources.reduce((sum, one) => sum + Object.values(one.propertyDependencies).flat().length, 0);

/** The stack with so many copies that it has this many references, or resources where it has fewer of those. */
export function grownTo(recorded: RecordedStack, growth: Growth, size: number): RecordedStack {
  const sizeOf = (stack: RecordedStack): number => Math.max(referencesOf(stack), stack.resources.length);
  const [two, three] = [2, 3].map((count) => sizeOf(new Grower(recorded, growth, count).grown()));
  const added = Math.max(1, (three ?? 0) - (two ?? 0));
  return new Grower(recorded, growth, Math.max(1, Math.round(size / added))).grown();
}

const isAlwaysShared = ({ type }: RecordedResource): boolean =>
  type === STACK_TYPE || type.startsWith("pulumi:providers:");

const shortName = (type: string): string => type.split(":").at(-1) ?? type;

/** The ways in which a stack grows: all of it, around what one type has, and what one type has around all others. */
export function growthsOf({ resources }: RecordedStack): Growth[] {
  const types = [...new Set(resources.filter((one) => !isAlwaysShared(one)).map(({ type }) => type))];
  const all: Growth = { label: "copies of all", isShared: isAlwaysShared, nearest: false };
  const around = types.flatMap((type): Growth[] => {
    const isShared = (one: RecordedResource): boolean => isAlwaysShared(one) || one.type === type;
    const label = `one ${shortName(type)}`;
    return [
      { label, isShared, nearest: false },
      { label: `${label}, long lists`, isShared, nearest: true },
    ];
  });
  const many = types.map((type) => ({
    label: `many ${shortName(type)}`,
    isShared: (one: RecordedResource) => isAlwaysShared(one) || one.type !== type,
    nearest: false,
  }));
  const manyInLists = many.map((one) => ({ ...one, label: `${one.label}, long lists`, nearest: true }));
  return types.length < 2 ? [all] : [all, ...around, ...(types.length > 2 ? [...many, ...manyInLists] : [])];
}
