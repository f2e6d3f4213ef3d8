import { isComponent, isMadeByPackage } from "../graph/components";
import { keysOf } from "../graph/path";
import type { Resource } from "../graph/resource";
import { known } from "../graph/value";
import type { View } from "../graph/view";
import type { ProjectFiles } from "../source/project-files";
import { isCreatedInSource } from "../source/variables";

/**
 * True where a package's component decides what is at a location. The program decides it where it creates the resource
 * itself with the component as parent, and where it passes this value to the component.
 */
export function isDecidedByPackage(at: View, property: string | undefined, files: ProjectFiles | undefined): boolean {
  const { resource } = at;
  if (!isMadeByPackage(resource) || (files !== undefined && isCreatedInSource(files, resource))) {
    return false;
  }
  const values = at.at(...(keysOf(property ?? "") ?? [])).scalars();
  const passed = passedTo(resource);
  return values.length === 0 || !values.every((value) => isPassed(value, passed));
}

/** What the program passes to the component that the resource is in, whatever that passes on to components of its own. */
function passedTo({ component }: Resource): ReadonlySet<string> {
  const passed = new Set<string>();
  for (let current = component; current; current = current.component) {
    if (isComponent(current) && !isMadeByPackage(current) && !current.external) {
      current.scalars().forEach((scalar) => passed.add(signatureOf(scalar)));
    }
  }
  return passed;
}

function isPassed(scalar: View, passed: ReadonlySet<string>): boolean {
  const { value } = scalar;
  return known(value) && value !== "" && passed.has(signatureOf(scalar));
}

/** A string as it is; a number or boolean with the name of its property, since many are alike. */
function signatureOf(scalar: View): string {
  const { value, path } = scalar;
  if (typeof value === "string") {
    return value;
  }
  const name = (keysOf(path) ?? []).findLast((key) => typeof key === "string") ?? path;
  const text = scalar.str();
  return `${name}=${known(text) ? text : ""}`;
}
