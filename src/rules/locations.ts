/** Where a finding is: a resource and a property path in it. */
export interface Location {
  urn: string;
  /** The resource's logical name. */
  name: string;
  /** The resource's type. */
  type: string;
  /** The property path; empty for the resource itself. */
  path: string;
}

/** What has a location and may have further ones. */
export interface Located {
  urn?: string;
  name?: string;
  type?: string;
  path: string;
  alsoAt?: readonly Location[];
  /** The change that fixes it, at its own location. */
  fix?: unknown;
  /** What must be waited for, at its own location. */
  missingDependencies?: unknown;
}

/** All locations of a finding; none for one on the stack as a whole. */
export function locationsOf({ urn, name, type = "", path, alsoAt = [] }: Located): Location[] {
  return urn === undefined || name === undefined ? [...alsoAt] : [{ urn, name, type, path }, ...alsoAt];
}

/** A finding at some of its locations; the fix and the missing edge belong to the first of them. */
export function atLocations<Finding extends Located>(
  result: Finding,
  [first, ...others]: readonly Location[],
): Finding {
  const located: Finding = { ...result, ...first };
  delete located.alsoAt;
  if (others.length > 0) {
    located.alsoAt = others;
  }
  if (located.urn !== result.urn || located.path !== result.path) {
    delete located.fix;
    delete located.missingDependencies;
  }
  return located;
}
