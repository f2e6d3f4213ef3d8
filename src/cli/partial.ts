import { InvalidArgumentError, type Command } from "commander";
import { nearest } from "../contract/near";
import { decides, GAP_KINDS, type Gap, type GapKind } from "../rules/gap";
import type { ReportedGap } from "../report/report";

const ALL = "all";

/** The options that choose what of a target may be left unchecked. */
export interface PartialOptions {
  /** The kinds that are accepted; `all` is each of them. */
  partial?: ReadonlySet<GapKind | typeof ALL>;
  strictUndecided?: boolean;
}

/** Parses `KIND,KIND`; may be repeated. */
export function partialKinds(
  text: string,
  earlier: PartialOptions["partial"] = new Set(),
): NonNullable<PartialOptions["partial"]> {
  const words = text.split(",").map((word) => word.trim());
  const wrong = words.find((word) => !isKind(word));
  if (wrong !== undefined) {
    const near = nearest(wrong, GAP_KINDS);
    throw new InvalidArgumentError(
      `${JSON.stringify(wrong)} is not a kind${near === undefined ? "." : `; did you mean ${near}?`} ` +
        `It takes ${GAP_KINDS.join(", ")}, with commas between several; without any, all are accepted.`,
    );
  }
  return new Set([...earlier, ...words.filter(isKind)]);
}

const isKind = (word: string): word is GapKind | typeof ALL => word === ALL || GAP_KINDS.some((kind) => kind === word);

/** The arguments of a command with `--partial` in one word: a target that follows it is not its value. */
export function withPartialInOneWord(args: readonly string[]): string[] {
  return args.flatMap((word, index) => {
    const next = args[index + 1] ?? "";
    const isValue = (text: string): boolean => text.split(",").every(isKind);
    if (word === "--partial") {
      return [`--partial=${isValue(next) ? next : ALL}`];
    }
    return args[index - 1] === "--partial" && isValue(word) ? [] : [word];
  });
}

export function withPartialOptions(command: Command): Command {
  return command
    .optionsGroup("What could not be checked:")
    .option(
      "--partial [kinds]",
      `accept that something is not checked, all of it or by kind: ${GAP_KINDS.filter((kind) => decides({ kind })).join(", ")}`,
      partialKinds,
    )
    .option("--strict-undecided", "exit with 2 where a check of a mandatory rule could not be decided");
}

/** What was not checked as a report has it: what fails the run first. */
export function reportedGaps(
  gaps: readonly Gap[],
  { partial = new Set(), strictUndecided = false }: PartialOptions,
): ReportedGap[] {
  const all = gaps.map((gap) => {
    const isAccepted = partial.has(ALL) || partial.has(gap.kind);
    const isStrict = strictUndecided && gap.kind === "undecided";
    return { ...gap, fails: isStrict || (decides(gap) && !isAccepted) };
  });
  return [...all.filter(({ fails }) => fails), ...all.filter(({ fails }) => !fails)];
}
