// Writes the findings of an example's flawed program into its expected.json, to be read and agreed to before it is
// committed: `npx tsx tools/expected.ts blue-green`. The failures and what mirrors them are written by hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRecorded, reportOn } from "../src/cli/check";
import { recordedTarget } from "../src/cli/target";
import { withLikelyValues } from "../src/cli/two-runs";
import { runProgram, type RunOptions } from "../src/engine/run";
import { save } from "../src/cli/save";
import type { RecordedStack } from "../src/graph/recorded";
import type { Report } from "../src/report/report";
import { madeUp, OUTPUTS_BY_TYPE, readBack } from "../tests/kit/made-up";

const DAY = "2026-11-22";

interface ExpectedFinding {
  rule: string;
  level: string;
  resource: string;
  path: string | undefined;
  /** The logical names of the further resources of the same finding. */
  alsoAt?: string[];
}

interface Mirrored {
  rule: string;
  level: string;
  resources: string[];
  reason?: string;
}

interface Expected {
  failures: Record<string, Mirrored[]>;
}

const findingsIn = (folder: string, recorded: RecordedStack): ExpectedFinding[] =>
  asExpected(checkRecorded(folder, recorded, DAY), recorded);

function asExpected({ results }: Pick<Report, "results">, recorded: RecordedStack): ExpectedFinding[] {
  return results.map(({ rule, level, name, path, alsoAt }) => ({
    rule: rule.id,
    level,
    resource: name ?? `${recorded.project}-${recorded.stack}`,
    path,
    ...(alsoAt && { alsoAt: alsoAt.map((other) => other.name).sort() }),
  }));
}

/** What `preflight check` finds besides, with likely values in place of those that AWS makes. */
function findingsWithLikelyValues(folder: string, recorded: RecordedStack, madeUp: RecordedStack): ExpectedFinding[] {
  const { results } = reportOn(recordedTarget(folder, recorded, madeUp), DAY);
  return asExpected({ results: results.filter(({ restsOnMadeUp }) => restsOnMadeUp) }, recorded);
}

const sorted = <T>(findings: readonly T[]): T[] =>
  [...findings].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));

const locationOf = ({ rule, resource, path }: ExpectedFinding): string => JSON.stringify([rule, resource, path]);

/** The levels by location once the program is deployed: AWS cannot reject what is there already. */
async function levelsOnceDeployed(folder: string, options: RunOptions): Promise<Map<string, string[]>> {
  const { resources, ...recorded } = await runProgram(folder, {
    ...options,
    computed: madeUp,
    outputsByType: OUTPUTS_BY_TYPE,
  });
  const deployed = resources.map((one) =>
    one.custom ? { ...one, outputs: readBack(one.type, one.outputs) as typeof one.outputs } : one,
  );
  const levels = new Map<string, string[]>();
  for (const finding of findingsIn(folder, { ...recorded, resources: deployed })) {
    const location = locationOf(finding);
    levels.set(location, [...(levels.get(location) ?? []), finding.level]);
  }
  return levels;
}

async function main(profile: string, python?: string): Promise<void> {
  const folder = join(__dirname, "../examples", profile);
  // A region of this machine's would hide that a program names none.
  delete process.env["AWS_REGION"];
  delete process.env["AWS_DEFAULT_REGION"];
  const options = python === undefined ? {} : { python };
  const flawed = join(folder, "flawed");
  const recorded = await runProgram(flawed, options);
  const found = findingsIn(flawed, recorded);
  const deployed = await levelsOnceDeployed(flawed, options);
  const findings = sorted(
    found.map((finding) => {
      const levels = deployed.get(locationOf(finding)) ?? ["none"];
      return { ...finding, ...(!levels.includes(finding.level) && { deployed: levels[0] }) };
    }),
  );
  const secondRun = sorted(
    findingsWithLikelyValues(flawed, recorded, await withLikelyValues(flawed, { ...options, config: {} })),
  );
  const file = join(folder, "expected.json");
  const { failures } = JSON.parse(readFileSync(file, "utf8")) as Expected;
  save(file, `${JSON.stringify({ failures, findings, secondRun }, undefined, 2)}\n`);
  for (const [failure, mirrored] of Object.entries(failures)) {
    for (const { rule, level, resources, reason } of mirrored) {
      const there = findings.filter((finding) => finding.rule === rule && finding.level === level);
      const missing = resources.filter(
        (resource) => !there.some((finding) => [finding.resource, ...(finding.alsoAt ?? [])].includes(resource)),
      );
      if (reason === undefined && (there.length === 0 || missing.length > 0)) {
        console.log(`${failure}: ${rule} (${level}) has no finding on ${missing.join(", ") || "anything"}`);
      }
    }
  }
  console.log(`${String(findings.length)} findings, and ${String(secondRun.length)} in the second run`);
}

const [profile, python] = process.argv.slice(2);
if (profile === undefined) {
  console.error("usage: npx tsx tools/expected.ts EXAMPLE [PYTHON]");
  process.exitCode = 2;
} else {
  void main(profile, python);
}
