/** The parts of a URN. */
export interface UrnParts {
  stack: string;
  project: string;
  /** The type, without those of its parents. */
  type: string;
  /** The logical name. */
  name: string;
}

/** The URN in a reference to a provider, `URN::ID`. */
export const urnOfProvider = (reference: string): string => reference.slice(0, reference.lastIndexOf("::"));

/** The parts of `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`; empty where it has another form. */
export function partsOfUrn(urn: string): UrnParts {
  const [stack = "", project = "", types = "", ...name] = urn.replace(/^urn:pulumi:/, "").split("::");
  return { stack, project, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
