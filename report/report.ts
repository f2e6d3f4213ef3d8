import type { Result, Undecided } from "../policies/run";
import type { SourcePosition } from "../stack/recorded";

export type { SourcePosition } from "../stack/recorded";

/** One resource of the stack, as drawings and locations need it. */
export interface ReportedResource {
  urn: string;
  type: string;
  name: string;
  parent?: string;
  /** URNs of what it waits for, those of its properties included. */
  dependencies: readonly string[];
  /** Where the program makes it, if the engine or the SDK says so; relative to the working directory. */
  source?: SourcePosition;
}

/** What a check of one stack came to. */
export interface Report {
  project: string;
  stack: string;
  /** The day that dated facts were judged on, `YYYY-MM-DD`. */
  day: string;
  /** The file that a finding without a place of its own is shown at; relative to the working directory, with slashes. */
  file: string;
  /** In the order in which they are to be read. */
  results: readonly Result[];
  undecided: readonly Undecided[];
  /** One sentence for each rule that failed inside. */
  faults: readonly string[];
  /** One sentence for each part of the target that was not looked at, and why. */
  notes: readonly string[];
  /** True where nothing of the stack could be read, so that no finding does not mean that all is well. */
  isUnread?: boolean;
  /** Sorted by URN. */
  resources: readonly ReportedResource[];
  /** How many findings were left out, since the baseline has them. */
  inBaseline: number;
}
