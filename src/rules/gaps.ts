import type { Contract } from "../contract/contract";
import type { Stack } from "../graph/stack";
import type { ProjectFacts } from "../source/project-files";
import type { Gap } from "./gap";
import { opaqueResources } from "./opaque-resources";
import type { SetLevels } from "./levels";
import type { Rule } from "./rule";
import { levelUnder } from "./run";

const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
const MOST_LISTED = 8;

/** `a, b and 3 more`. */
export function listed(items: readonly string[]): string {
  const left = items.length - MOST_LISTED;
  return items.slice(0, MOST_LISTED).join(", ") + (left > 0 ? ` and ${String(left)} more` : "");
}

/** What the resources and the files of a program do not show. */
export function gapsOf(stack: Stack, { files }: Pick<ProjectFacts, "files">): Gap[] {
  const opaque = opaqueResources(stack).map((message): Gap => ({ kind: "opaque-resources", message }));
  return [...opaque, ...sourcesNotRead(files), ...skippedResources(stack)];
}

function sourcesNotRead(files: ProjectFacts["files"]): Gap[] {
  return (files?.notRead ?? []).map(({ reason, paths }) => ({
    kind: "unread-sources",
    message:
      `${plural(paths.length, "source")} of the program ${paths.length === 1 ? "is" : "are"} not read, ${reason}, so ` +
      `that a credential in ${paths.length === 1 ? "it" : "them"} is not known to be a literal: ${listed(paths)}.`,
  }));
}

function skippedResources({ resources }: Stack): Gap[] {
  const names = resources.filter(({ skipped }) => skipped).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        {
          kind: "skipped-resources",
          message: `${plural(names.length, "new resource")} that this operation leaves out: ${listed(names)}.`,
        },
      ];
}

/** Checks of mandatory rules that could not be decided, by rule. */
export function undecidedGap(undecided: ReadonlyMap<Rule, number>, contract: Contract, levels?: SetLevels): Gap[] {
  const mandatory = [...undecided].filter(([rule]) => levelUnder(rule, contract, levels) === "mandatory");
  const count = mandatory.reduce((sum, [, one]) => sum + one, 0);
  const ids = mandatory.map(([{ id }, one]) => (one === 1 ? id : `${id} (${String(one)})`)).sort();
  return count === 0
    ? []
    : [
        {
          kind: "undecided",
          message: `${plural(count, "check")} of mandatory rules could not be decided: ${listed(ids)}.`,
        },
      ];
}

/** Rules that would be mandatory and are disabled. */
export function disabledGap(disabled: readonly Rule[], contract: Contract): Gap[] {
  const ids = disabled.filter((rule) => levelUnder(rule, contract) === "mandatory").map(({ id }) => id);
  const message = `${plural(ids.length, "mandatory rule")} ${ids.length === 1 ? "is" : "are"} disabled: ${listed(ids)}.`;
  return ids.length === 0 ? [] : [{ kind: "disabled-policies", message }];
}
