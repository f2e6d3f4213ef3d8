import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FailureId, Level } from "../../src/rules/rule";
import type { Example, Profile } from "./examples";
import type { Shape } from "../../src/testing/stack";

/** One finding that an example's `flawed` program has to give, and the only ones that it may give. */
export interface ExpectedFinding {
  rule: string;
  level: Level;
  /** The logical name; for findings on the stack as a whole, that of the stack's own resource. */
  resource: string;
  path: string;
  /** The logical names of the further resources of the same finding. */
  alsoAt?: string[];
  /** The level once it is deployed, where that is another one; none for what is about new resources only. */
  deployed?: Level | "none";
}

/** What mirrors one documented failure: the findings it shows as, or the reason why only the language can show it. */
export interface Mirrored {
  rule: string;
  level: Level;
  /** The logical names; empty where the stack as a whole has the finding. */
  resources: string[];
  /** Why nothing reports it. */
  reason?: string;
  /** What the finding is about, where a rule has several on one place. */
  about?: string;
  /** What a reader would stumble over. */
  note?: string;
}

export interface Expected {
  failures: Record<string, Mirrored[]>;
  findings: ExpectedFinding[];
  /** What `preflight check` finds besides, in its run with likely values in place of those that AWS makes. */
  secondRun: ExpectedFinding[];
}

export function expected(example: Example): Expected {
  return JSON.parse(readFileSync(join(__dirname, "../../examples", example, "expected.json"), "utf8")) as Expected;
}

export const expectedFindings = (example: Example, shape: Shape = "preview"): ExpectedFinding[] =>
  expected(example).findings.flatMap(({ deployed, ...finding }) =>
    shape === "up" && deployed === "none"
      ? []
      : [{ ...finding, ...(shape === "up" && deployed !== undefined && { level: deployed as Level }) }],
  );

const COUNTS: readonly [letter: string, count: number, profile: Profile][] = [
  ["F", 25, "fastcart"],
  ["P", 19, "payment-migration"],
  ["B", 36, "blue-green"],
  ["C", 13, "product-catalog"],
  ["E", 9, "multi-environment"],
];

/** The failures of the five documents, by the documents' own numbers, each with the example that shows it. */
export const FAILURES = COUNTS.flatMap(([letter, count, profile]) =>
  Array.from({ length: count }, (_, index) => ({ id: `${letter}${String(index + 1)}` as FailureId, profile })),
);
