import type { Compliance } from "./compliance";
import type { Gap } from "../rules/gap";
import type { Language } from "../rules/language";
import type { Result, Undecided } from "../rules/run";
import type { SourcePosition } from "../graph/recorded";
import type { Located } from "./fingerprint";

export type { SourcePosition } from "../graph/recorded";

/** One resource of the stack, as drawings and locations need it. */
export interface ReportedResource {
  urn: string;
  type: string;
  name: string;
  parent?: string;
  /** URNs of what it waits for, those of its properties included. */
  dependencies: readonly string[];
  /** Where the program creates it, if the engine or the SDK reports it; relative to the working directory. */
  source?: SourcePosition;
}

/** A part of the target that was not checked. */
export interface ReportedGap extends Gap {
  /** True where it decides the exit code: by its kind, unless that is accepted. */
  fails: boolean;
}

/** A finding of an earlier report, as far as it is compared. */
export type KnownFinding = Located & Pick<Result, "level" | "message"> & { alsoAt?: readonly { urn: string }[] };

/** How a report differs from a baseline, beside the findings that are new. */
export interface Compared {
  /** The findings that both have; the report's results are without them. */
  known: readonly Result[];
  /** The findings that the baseline alone has, and whose checks have run. */
  fixed: readonly KnownFinding[];
}

/** What a check of one stack came to. */
export interface Report {
  project: string;
  stack: string;
  /** The day on which dated facts are evaluated, `YYYY-MM-DD`. */
  day: string;
  /** Where a finding without a location of its own is shown; relative to the working directory, with slashes. */
  file: string;
  /** The credentials in the stack: they are hidden where sources are quoted. */
  credentials?: () => readonly string[];
  /** In the order in which they are to be read. */
  results: readonly Result[];
  undecided: readonly Undecided[];
  /** One sentence for each rule that failed inside. */
  crashes: readonly string[];
  /** Each part of the target that was not checked, and why: those that fail the run first. */
  gaps: readonly ReportedGap[];
  /** True where nothing of the stack could be read, so that no finding does not mean that all is well. */
  isUnreadable?: boolean;
  /** The language of the program, where it is known. */
  language?: Language;
  /** Sorted by URN. */
  resources: readonly ReportedResource[];
  /** How many findings were left out, since the baseline has them. */
  inBaseline: number;
  /** What it is compared with, where there is a baseline. */
  baseline?: Compared;
  /** The ids of the rules that have run. */
  checked?: readonly string[];
  /** Gives the subnet or VPC of the stack that a resource is in, both by URN. */
  containerOf?: (urn: string) => string | undefined;
  /** Where several targets were checked: each of them. */
  targets?: readonly Pick<Report, "project" | "stack" | "file">[];
  /** How many advisory findings were left out, since only the mandatory ones are to be shown. */
  notShown?: number;
  /** What became of the controls of each framework that was chosen. */
  compliance?: readonly Compliance[];
  /** True where a contract is in force. */
  hasContract?: boolean;
}
