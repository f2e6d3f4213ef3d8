import type { Rule } from "../../rules/rule";
import type { Result } from "../../rules/run";
import type { Frame } from "../frame";
import type { SourcePosition } from "../report";

/** How a finding counts on the page. */
export type Mark = "mandatory" | "advisory" | "exempted";

/** What became of a finding since the baseline. */
export type State = "new" | "known";

/** A finding as the page shows it. */
export interface ShownFinding extends Result {
  /** The fragment that it is linked by. */
  id: string;
  /** Short keys of its resource and of those that it is also on. */
  resourceKeys: readonly [string, ...string[]];
  /** Where the program creates its resource, or sets its property. */
  source?: SourcePosition;
  frame?: Frame;
}

/** The findings of one rule that count alike: they share the reason and the fix. */
export interface Group {
  id: string;
  rule: Rule;
  mark: Mark;
  state: State;
  /** Those that the page holds. */
  findings: ShownFinding[];
  /** How many there are. */
  total: number;
}

/** `rds Instance` for `aws:rds/instance:Instance`. */
export function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  const group = module.split("/", 1)[0] ?? "";
  const before = provider === "aws" ? group : group === "" || group === "index" ? provider : `${provider} ${group}`;
  return `${before} ${name}`.trim();
}
