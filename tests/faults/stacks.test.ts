import { rules } from "../../policies";
import { checkStack } from "../../policies/run";
import type { RecordedStack } from "../../stack/recorded";
import { Stack } from "../../stack/stack";
import { Endurance, faultsIn } from "../kit/endurance";
import { LARGE_STACKS, type LargeStack } from "../kit/large-stacks";
import type { Diagnostic } from "../kit/pack-server";

const settings = { env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname } };

/** What the server says of a stack, with or without the calls about its single resources. */
async function told(recorded: RecordedStack, how: "run" | "judgeStack"): Promise<Diagnostic[]> {
  const endurance = new Endurance(recorded, settings);
  try {
    const found = await endurance[how](recorded);
    expect(faultsIn(found)).toEqual([]);
    return found;
  } finally {
    endurance.stop();
  }
}

/** How many findings each rule has on the stack as a whole. */
function counted(recorded: RecordedStack): Record<string, number> {
  const stack = Stack.from(recorded);
  const project = { name: "shop", stack: "dev", config: new Map<string, string>(), deploying: false };
  const circumstances = { contract: {}, contractProblems: [], day: "2026-11-22", project };
  const counts = rules.map(({ id, ...rule }) => [id, checkStack({ id, ...rule }, stack, circumstances).results.length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>;
}

/** How many findings of each rule are told or said to be left out. */
function accountedFor(found: readonly Diagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule, message } of found) {
    const [, leftOut] = /(\d+) more findings? of this rule (?:is|are) left out/.exec(message) ?? [];
    counts[rule] = (counts[rule] ?? 0) + Number(leftOut ?? 1);
  }
  return counts;
}

it("50,000 findings: the answer is one that the engine takes, and accounts for all of them, rule by rule", async () => {
  const recorded = LARGE_STACKS["50,000 findings"]();
  const counts = counted(recorded);
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBeGreaterThan(50_000);
  expect(accountedFor(await told(recorded, "judgeStack"))).toEqual(counts);
});

it.each<LargeStack>([
  "10,000 rules inside one security group",
  "10,000 rules for one security group",
  "2,000 groups that name each other",
  "a policy of 10,000 statements",
  "a circle of 10,000 dependencies",
  "components 5,000 levels deep",
])("%s: the findings on the stack are all there", async (kind) => {
  const recorded = LARGE_STACKS[kind]();
  expect(accountedFor(await told(recorded, "judgeStack"))).toEqual(counted(recorded));
});

it.each<[LargeStack, string[]]>([
  ["no resources", []],
  ["a policy nested 10,000 levels deep", ["iam-policy-syntax"]],
])("%s", async (kind, some) => {
  const found = await told(LARGE_STACKS[kind](), "run");
  expect([...new Set(found.map(({ rule }) => rule))]).toEqual(expect.arrayContaining(some));
});
