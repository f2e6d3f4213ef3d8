import { reportOn } from "../../src/cli/check";
import { recordedTarget } from "../../src/cli/target";
import { withLikelyValues } from "../../src/cli/two-runs";
import type { Report } from "../../src/report/report";
import { exampleFolder } from "../kit/examples";
import { expected, expectedFindings, type ExpectedFinding } from "../kit/expected";
import { DAY } from "../kit/findings";
import { describePrograms, programs, recording, type Program } from "../kit/programs";

/**
 * Sets of values that AWS might make, other than those that expected.json was made with: PREFLIGHT_SEEDS=20 tries twenty.
 */
const SEEDS = Array.from(
  { length: Number(process.env["PREFLIGHT_SEEDS"] ?? 1) },
  (_, index) => `seed ${String(index)}`,
);

async function check(program: Program, seed: string): Promise<Report> {
  const madeUp = await withLikelyValues(program.folder, {}, seed);
  return reportOn(recordedTarget(program.folder, await recording(program, "preview"), madeUp), DAY);
}

type Found = Omit<ExpectedFinding, "deployed"> & { restsOnMadeUp: boolean };

const findingsOf = ({ results, project, stack }: Report): Found[] =>
  results.map(({ rule, level, name = `${project}-${stack}`, path, alsoAt, restsOnMadeUp = false }) => ({
    rule: rule.id,
    level,
    resource: name,
    path,
    ...(alsoAt && { alsoAt: alsoAt.map((other) => other.name).sort() }),
    restsOnMadeUp,
  }));

const inOrder = (findings: readonly Found[]): Found[] =>
  [...findings].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));

const keyOf = ({ rule, level, resource, path, restsOnMadeUp }: Found): string =>
  [rule, level, resource, path, restsOnMadeUp].join(" ");

describePrograms(
  (program) => {
    const { example } = program;
    it.each(SEEDS)("has the expected findings whatever values AWS makes (%s)", async (seed) => {
      const found = findingsOf(await check(program, seed));
      if (example !== undefined && program.folder === exampleFolder(example, "flawed")) {
        const all = [
          ...expectedFindings(example).map((finding) => ({ ...finding, restsOnMadeUp: false })),
          ...expected(example).secondRun.map((finding) => ({ ...finding, restsOnMadeUp: true })),
        ];
        expect(inOrder(found)).toEqual(inOrder(all));
      } else {
        expect(found.filter(({ level }) => level === "mandatory")).toEqual([]);
      }
    });
  },
  programs.filter(({ example }) => example !== undefined),
);
