import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { SIGNATURE, UNKNOWN_STRING } from "../../../src/graph/value";
import { drawn, shuffled } from "./random";

/** Resources that exist already, with all that they need, so that a preview knows their outputs. */
export function someExisting({ resources }: RecordedStack, seed: number): Set<string> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const existing = new Set(
    shuffled(resources, ({ urn }) => urn, seed)
      .slice(0, Math.ceil(resources.length / 8))
      .map(({ urn }) => urn),
  );
  for (const urn of existing) {
    const { dependencies = [], parent } = byUrn.get(urn) ?? {};
    [...dependencies, ...(parent === undefined ? [] : [parent])].forEach((needed) => existing.add(needed));
  }
  return existing;
}

/** The strings that show that a value comes from a resource. */
function marksOf({ outputs }: RecordedResource): string[] {
  return Object.values(outputs).filter((value): value is string => typeof value === "string" && value.length >= 8);
}

/**
 * The stack of a preview in which some resources exist and others do not: what comes from the former alone is known.
 * `preview` and `deployed` are recordings of the same program, with nothing known and with everything.
 */
export function partlyKnown(
  preview: RecordedStack,
  deployed: RecordedStack,
  existing: ReadonlySet<string>,
): RecordedStack {
  const known = new Map(deployed.resources.map((resource) => [resource.urn, resource]));
  const marks = new Map(deployed.resources.map((resource) => [resource.urn, marksOf(resource)]));

  const mix = (unknown: Wire, value: Wire | undefined, from: readonly string[]): Wire => {
    if (unknown === UNKNOWN_STRING) {
      const text = JSON.stringify(value ?? null);
      const shown = from.filter((urn) => (marks.get(urn) ?? []).some((mark) => text.includes(mark)));
      const needed = shown.length > 0 ? shown : from;
      return value !== undefined && needed.length > 0 && needed.every((urn) => existing.has(urn)) ? value : unknown;
    }
    if (Array.isArray(unknown)) {
      const list = Array.isArray(value) ? value : [];
      return unknown.map((item, index) => mix(item, list[index], from));
    }
    if (typeof unknown === "object" && unknown !== null) {
      const object = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
      return Object.fromEntries(Object.entries(unknown).map(([key, item]) => [key, mix(item, object[key], from)]));
    }
    return unknown;
  };

  const resources = preview.resources.map((resource) => {
    const there = known.get(resource.urn);
    const inputs = Object.fromEntries(
      Object.entries(resource.inputs).map(([property, value]) => [
        property,
        mix(value, there?.inputs[property], resource.propertyDependencies[property] ?? []),
      ]),
    );
    const outputs =
      there !== undefined && existing.has(resource.urn) ? there.outputs : { ...resource.outputs, ...inputs };
    return { ...resource, inputs, outputs };
  });
  return { ...preview, resources };
}

/** One value in so many becomes unknown. */
const ONE_IN = 12;

/**
 * The same stack with some values unknown, as if they came from a data source. Which ones depends on the seed and on
 * their resources and paths.
 */
export function withUnknowns(recorded: RecordedStack, seed: number): RecordedStack {
  const hidden = (value: Wire, path: string, isComputed: boolean): Wire => {
    // An asset is known as a whole, or not at all. The dependencies of a computed list show all that it refers to.
    const isContainer = typeof value === "object" && value !== null && !(SIGNATURE in value);
    if (drawn(ONE_IN, path, seed) === 0 && !(isContainer && isComputed)) {
      return UNKNOWN_STRING;
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => hidden(item, `${path} ${String(index)}`, isComputed));
    }
    return isContainer
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [key, hidden(item, `${path} ${key}`, isComputed)]),
        )
      : value;
  };
  const resources = recorded.resources.map((resource) => {
    if (!resource.custom || resource.type.startsWith("pulumi:")) {
      return resource;
    }
    const inputs = Object.fromEntries(
      Object.entries(resource.inputs).map(([key, value]) => [
        key,
        hidden(value, `${resource.urn} ${key}`, (resource.propertyDependencies[key] ?? []).length > 0),
      ]),
    );
    return { ...resource, inputs, outputs: { ...resource.outputs, ...inputs } };
  });
  return { ...recorded, resources };
}
