import { keysOf, overlaps, type Key } from "../graph/path";
import type { Stack } from "../graph/stack";
import { atLocations, locationsOf, type Located } from "./locations";

/** The sentence that is added to a finding that only likely values show. */
export const RESTS_ON_MADE_UP = "This rests on values that AWS will make: likely ones stood in for them.";

/** The sentence that is added to a finding on a document that is read where the source writes it. */
const readInSource = (location: string | undefined): string =>
  `This is read in ${location ?? "the source"}, since the value is known only after the deployment, so it stops nothing now.`;

interface Finding extends Located {
  message: string;
  restsOnMadeUp?: boolean;
}

interface Undecided {
  urn: string;
  path: string;
}

interface RuleOutcome<F extends Finding, U extends Undecided> {
  results: F[];
  undecided: U[];
  crashes: string[];
}

interface Place {
  urn: string;
  keys: readonly Key[];
}

const placeOf = ({ urn, path }: Undecided): Place => ({ urn, keys: keysOf(path) ?? [path] });

const isSamePlace = (left: Place, right: Place): boolean => left.urn === right.urn && overlaps(left.keys, right.keys);

/** What the second findings have at places where the first have nothing. */
function addedBy<F extends Finding>(first: readonly F[], second: readonly F[]): F[] {
  const reported = first.flatMap(locationsOf).map(placeOf);
  const isReported = (location: Undecided): boolean => {
    const place = placeOf(location);
    // A finding on the whole resource may be another one than a finding on a property.
    return reported.some((one) => one.keys.length > 0 === place.keys.length > 0 && isSamePlace(one, place));
  };
  return second.flatMap((result) => {
    const locations = locationsOf(result).filter((location) => !isReported(location));
    return locations.length === 0 ? [] : [atLocations(result, locations)];
  });
}

/** One rule's findings, and those that it has only with the documents that the source writes. These stop nothing. */
export function withWritten<F extends Finding & { level: string }>(
  first: readonly F[],
  second: readonly F[],
  locationOf: (finding: F) => string | undefined,
): (F & { level: "advisory" | F["level"] })[] {
  const added = addedBy(first, second).map((result) => ({
    ...result,
    level: "advisory" as const,
    message: `${result.message} ${readInSource(locationOf(result))}`,
  }));
  return [...first, ...added];
}

/**
 * One rule's outcome of two runs of a program: the first with values that are not known yet, the second with likely ones
 * in their place. A finding of the first stays as it is. One that only the second has states so. Undecided is what neither
 * run decides.
 */
export function withSecondRun<F extends Finding, U extends Undecided>(
  first: RuleOutcome<F, U>,
  second: RuleOutcome<F, U>,
  madeUp: Stack,
): RuleOutcome<F, U> {
  const added = addedBy(first.results, second.results).map((result) => ({
    ...result,
    message: `${result.message} ${RESTS_ON_MADE_UP}`,
    restsOnMadeUp: true,
  }));
  const still = second.undecided.map(placeOf);
  const isUndecided = (check: U): boolean =>
    // A resource that only the first run registers has no other answer.
    madeUp.get(check.urn) === undefined || still.some((place) => isSamePlace(place, placeOf(check)));
  return {
    results: [...first.results, ...added],
    undecided: first.undecided.filter(isUndecided),
    crashes: [...new Set([...first.crashes, ...second.crashes])],
  };
}
