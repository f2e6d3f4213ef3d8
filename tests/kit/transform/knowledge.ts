import type { RecordedResource, RecordedStack, Wire } from "../../../stack/recorded";
import { UNKNOWN_STRING } from "../../../stack/value";
import { shuffled } from "./random";

/** Resources that are there already, with all that they need, so that a preview knows what AWS has made of them. */
export function someExisting({ resources }: RecordedStack, seed: number): Set<string> {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const existing = new Set(
    shuffled(resources, seed)
      .slice(0, Math.ceil(resources.length / 8))
      .map(({ urn }) => urn),
  );
  for (const urn of existing) {
    const { dependencies = [], parent } = byUrn.get(urn) ?? {};
    [...dependencies, ...(parent === undefined ? [] : [parent])].forEach((needed) => existing.add(needed));
  }
  return existing;
}

/** The texts by which a value shows that it was made from a resource. */
function marksOf({ outputs }: RecordedResource): string[] {
  return Object.values(outputs).filter((value): value is string => typeof value === "string" && value.length >= 8);
}

/**
 * The stack of a preview in which some resources exist and others are to come: what is made from the former alone is
 * known. `preview` and `deployed` are recordings of the same program, with nothing known and with everything.
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

/** The same stack with some values that it no longer knows, as if they came from a data source. */
export function withUnknowns(recorded: RecordedStack, isUnknown: (index: number) => boolean): RecordedStack {
  let index = 0;
  const hide = (value: Wire): Wire => {
    if (isUnknown(index++)) {
      return UNKNOWN_STRING;
    }
    if (Array.isArray(value)) {
      return value.map(hide);
    }
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item)]))
      : value;
  };
  const resources = recorded.resources.map((resource) => {
    if (!resource.custom || resource.type.startsWith("pulumi:")) {
      return resource;
    }
    const inputs = Object.fromEntries(Object.entries(resource.inputs).map(([key, value]) => [key, hide(value)]));
    return { ...resource, inputs, outputs: { ...resource.outputs, ...inputs } };
  });
  return { ...recorded, resources };
}
