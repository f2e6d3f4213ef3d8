// What the rules cost for each resource of a stack of 2,000: all of them, and all but those on validity, in turns in one
// run. With `--profile` also the costliest rules.
import { rules } from "../../policies";
import { readState } from "../../src/input/state";
import type { Rule } from "../../src/rules/rule";
import { checkAll } from "../../src/rules/run";
import { keep, quantile, ratio, spread } from "./measure";
import { exportedState } from "./stack";

const SIZE = 2_000;
const MOST_NAMED = 12;
const isProfile = process.argv.includes("--profile");
const ROUNDS = 7;

/** Microseconds for each resource that these rules take on a stack that no rule has read yet. */
function cost(chosen: readonly Rule[]): number {
  const { stack, project, stackName } = readState(exportedState(SIZE), "bench");
  const facts = {
    name: project,
    stack: stackName,
    config: new Map<string, string>(),
    hasConfiguration: true,
    deploying: false,
  };
  const started = process.hrtime.bigint();
  checkAll(chosen, stack, { contract: {}, contractProblems: [], day: "2026-11-22", project: facts });
  return Number(process.hrtime.bigint() - started) / 1e3 / SIZE;
}

function main(): void {
  const others = rules.filter(({ category }) => category !== "validity");
  const times: Record<"all" | "others", number[]> = { all: [], others: [] };
  cost(rules);
  for (let round = 0; round < ROUNDS; round++) {
    times.others.push(cost(others));
    times.all.push(cost(rules));
  }
  console.log(`rules on ${String(SIZE)} resources, for each resource, over ${String(ROUNDS)} alternating rounds`);
  console.log(`  all ${String(rules.length)} rules           ${spread(times.all, "µs")}`);
  console.log(`  ${String(others.length)} without validity  ${spread(times.others, "µs")}`);
  console.log(`  ${ratio(times.all, times.others).text}`);
  if (isProfile) {
    const costs = rules.map((rule): [time: number, id: string] => {
      const costsOfRule = [1, 2, 3].map(() => cost([rule]));
      return [quantile(costsOfRule, 0.5), rule.id];
    });
    keep({ all: quantile(times.all, 0.5), rules: Object.fromEntries(costs.map(([time, id]) => [id, time])) });
    const worst = costs.sort(([left], [right]) => right - left).slice(0, MOST_NAMED);
    console.log("  the costliest rules, each alone:");
    for (const [time, id] of worst) {
      console.log(`    ${time.toFixed(1).padStart(7)} µs  ${id}`);
    }
  }
}

main();
