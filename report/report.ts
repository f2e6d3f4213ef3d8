import type { Result, Undecided } from "../policies/run";

/** What a check of one stack came to. */
export interface Report {
  project: string;
  stack: string;
  /** The day that dated facts were judged on, `YYYY-MM-DD`. */
  day: string;
  /** In the order in which they are to be read. */
  results: readonly Result[];
  undecided: readonly Undecided[];
  /** One sentence for each rule that failed inside. */
  faults: readonly string[];
}
