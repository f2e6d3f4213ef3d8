import type { FoundExemption } from "../contract/exemptions";
import type { PatchObject } from "../graph/merge-patch";
import type { SetLevels } from "./levels";
import type { Location } from "./locations";
import type { Context, FoundConstraint, Level, Rule } from "./rule";

/** A finding with all that a report shows. */
export interface Result {
  rule: Rule;
  level: Level;
  message: string;
  /** The property path; empty for the resource itself. */
  path: string;
  /** The same as the program names it: `ingress[0].cidr_blocks` in Python. */
  codePath: string;
  urn?: string;
  name?: string;
  type?: string;
  /** Further locations of the same finding. */
  alsoAt?: readonly Location[];
  /** The URNs of the resources that it must wait for and does not. */
  missingDependencies?: readonly string[];
  /** The constraint of AWS that it is about, where its rule checks many. */
  constraint?: FoundConstraint;
  /** The exemption for it: while it holds the finding is advisory, once it has ended it changes nothing. */
  exemption?: FoundExemption;
  /** The change that fixes it. */
  fix?: Fix;
  /** True for one that only a run with likely values in place of AWS's shows. */
  restsOnMadeUp?: boolean;
}

/** A change of a resource's inputs. */
export interface Fix {
  /** The path below which the patch is made; empty for the resource itself. */
  at: string;
  patch: PatchObject;
  /** True for one that is right only for a resource that does not exist yet. */
  whenNew: boolean;
}

/** A check that preview could not decide. */
export interface Undecided {
  rule: Rule;
  urn: string;
  name: string;
  path: string;
  /** The names of the resources that its value comes from: it is known once they exist. */
  from: readonly string[];
}

/** The outcome of a rule's checks: findings, undecided checks, and the error where a check crashed. */
export interface Outcome {
  results: Result[];
  undecided: Undecided[];
  /** The error's kind and location, for the one advisory line that the rule `preflight` reports. */
  crash?: string;
}

/** All that a check gets except the functions that report. */
export type RunContext = Omit<Context, "report" | "undecided" | "decide" | "servesFramework"> & {
  /** The levels that a configuration sets, by the id of a rule. */
  readonly levels?: SetLevels;
};
