import { UNKNOWN, type Unknown } from "./value";

/** Yes, no, or not known yet. */
export type Certainty = boolean | Unknown;

/** True when one holds, unknown when one may. */
export function anyOf(certainties: readonly Certainty[]): Certainty {
  return certainties.includes(true) ? true : certainties.includes(UNKNOWN) ? UNKNOWN : false;
}

/** False when one does not hold, unknown when one may not. */
export function allOf(certainties: readonly Certainty[]): Certainty {
  return certainties.includes(false) ? false : certainties.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether a value is this one; an absent value is not. */
export function equals<T extends string | number | boolean>(value: T | Unknown | undefined, expected: T): Certainty {
  return value === UNKNOWN ? UNKNOWN : value === expected;
}

/** The opposite; unknown stays unknown. */
export function not(certainty: Certainty): Certainty {
  return certainty === UNKNOWN ? UNKNOWN : !certainty;
}
