// How the time of each rule grows with its stack: `npm run bench -- growth`, with `--rule ID` for one and `--cases N` for
// more stacks of each kind. What the rule is tested with is multiplied to 500, 1,000, 2,000 and 4,000 references, in
// every way in which one resource can be shared by many; each stack is checked by the rule alone. Fails where the time
// grows faster than the stack.
import type { RecordedStack } from "../../../src/graph/recorded";
import { Stack } from "../../../src/graph/stack";
import type { Rule } from "../../../src/rules/rule";
import { checkRule } from "../../../src/rules/run";
import { keep, option } from "../measure";
import { seedsOfRules, type Seed } from "./cases";
import { grownTo, growthsOf, type Growth } from "./multiply";

const SIZES = [500, 1_000, 2_000, 4_000] as const;
const MOST_EXPONENT = 1.2;
/** A rule that takes longer at one size, or by its growth would at the next, is not tried on larger ones. */
const CUT_OFF_MS = 5_000;
/** Below this an exponent says more about the clock and the compiler than about the rule. */
const LEAST_MS = 40;
const ROUNDS = 3;

interface Measured {
  rule: string;
  growth: string;
  /** Milliseconds by size. */
  times: number[];
  exponent: number;
}

/** Milliseconds of processor time that a rule takes on a stack that no rule has read yet. */
function time(rule: Rule, recorded: RecordedStack, { runContext }: Seed): number {
  const stack = Stack.from(recorded);
  const started = process.cpuUsage();
  checkRule({ ...rule, level: "advisory", root: undefined }, stack, runContext);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e3;
}

/** The slope of a line through the logarithms (least squares). */
function exponentOf(times: readonly number[]): number {
  const points = times.map((one, index): [number, number] => [Math.log(SIZES[index] ?? NaN), Math.log(one)]);
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** The times at the sizes; those that are missing would take longer than the cut-off. */
function timesOf(rule: Rule, seed: Seed, growth: Growth, rounds: number): number[] {
  const times: number[] = [];
  for (const size of SIZES) {
    const stack = grownTo(seed.recorded, growth, size);
    // The least of a few, so that other work of the machine does not count.
    const taken = Math.min(...Array.from({ length: rounds }, () => time(rule, stack, seed)));
    const before = times.at(-1) ?? taken;
    times.push(taken);
    const expected = size === SIZES.at(-1) || before < LEAST_MS / 4 ? taken : (taken * taken) / before;
    // Even with the square of the size some stay too short to say anything.
    if (expected > CUT_OFF_MS || (size === 1_000 && taken < LEAST_MS / 16)) {
      break;
    }
  }
  return times;
}

/** How a rule's time grows in one way; absent where it grows no faster than the stack, or is too short to say. */
function measure(rule: Rule, seed: Seed, growth: Growth): Measured | undefined {
  const isOver = (times: readonly number[]): boolean =>
    (times.at(-1) ?? 0) > LEAST_MS && (times.length < SIZES.length || exponentOf(times) > MOST_EXPONENT);
  const first = timesOf(rule, seed, growth, 1);
  if (!isOver(first)) {
    return undefined;
  }
  const times = first.length < SIZES.length ? first : timesOf(rule, seed, growth, ROUNDS);
  return isOver(times) ? { rule: rule.id, growth: growth.label, times, exponent: exponentOf(times) } : undefined;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1e3).toFixed(2)} s`;

function describe({ rule, growth, times, exponent }: Measured): string {
  const measured = times.map(seconds).join(", ");
  const cut = times.length < SIZES.length ? ", cut off" : "";
  return `  ${rule.padEnd(44)} ${exponent.toFixed(2)}  ${measured}${cut}  (${growth})`;
}

/** The worst of the ways in which a rule's stacks grow. */
function worstOf(rule: Rule, seeds: readonly Seed[]): Measured | undefined {
  let worst: Measured | undefined;
  for (const seed of seeds) {
    // A check of single resources sees no other one.
    const growths = growthsOf(seed.recorded);
    for (const growth of rule.stack ? growths : growths.slice(0, 1)) {
      const measured = measure(rule, seed, growth);
      if (measured && measured.exponent > (worst?.exponent ?? 0)) {
        worst = measured;
      }
      if (worst && worst.times.length < SIZES.length) {
        return worst;
      }
    }
  }
  return worst;
}

async function main(): Promise<void> {
  const only = option("--rule")?.split(",");
  const most = Number(option("--cases") ?? 1);
  console.log(`time of each rule alone at ${SIZES.join(", ")} references, and the exponent of its growth`);
  const over: Measured[] = [];
  let rules = 0;
  let empty = 0;
  for await (const { rule, seeds } of seedsOfRules(most)) {
    if (only && !only.includes(rule.id)) {
      continue;
    }
    rules++;
    if (process.stderr.isTTY || process.argv.includes("--progress")) {
      console.error(`${String(rules)} ${rule.id}`);
    }
    empty += seeds.length === 0 ? 1 : 0;
    const worst = worstOf(rule, seeds);
    if (worst) {
      over.push(worst);
      console.log(describe(worst));
    }
  }
  console.log(
    `${String(over.length)} of ${String(rules)} rules over ${String(MOST_EXPONENT)}` +
      (empty > 0 ? `; ${String(empty)} without a stack to grow` : ""),
  );
  keep({ rules, over: Object.fromEntries(over.map(({ rule, exponent, times }) => [rule, { exponent, times }])) });
  process.exitCode = over.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
