import { join } from "node:path";
import { checkRecorded } from "../../cli/check";
import { runProgram } from "../../engine/run";
import type { RecordedStack } from "../../stack/recorded";
import { withReadBack } from "../kit/examples";
import { madeUp } from "../kit/made-up";
import type { Shape } from "../kit/stack-builder";

// Facts are judged on the day on which the programs were written.
const DAY = "2026-11-22";

jest.setTimeout(180_000);

const folderOf = (program: string): string => join(__dirname, "fixtures", program);

async function run(program: string, shape: Shape): Promise<RecordedStack> {
  return shape === "up"
    ? withReadBack(await runProgram(folderOf(program), { computed: madeUp }))
    : runProgram(folderOf(program));
}

/** What is mandatory without a contract is wrong anywhere, so that a program of ordinary good practice has none of it. */
describe.each(["static-site", "queue-worker", "container-service"])("%s, which asks for no profile", (program) => {
  it.each(["preview", "up"] as const)("has no mandatory finding (%s)", async (shape) => {
    const recorded = await run(program, shape);
    expect(recorded.resources.length).toBeGreaterThan(10);
    expect(Object.keys(recorded.config).filter((key) => key.startsWith("preflight:"))).toEqual([]);

    const { results, faults } = checkRecorded(folderOf(program), recorded, DAY);
    const mandatory = results.filter(({ level }) => level === "mandatory");
    expect(mandatory.map(({ rule, name, message }) => [rule.id, name, message])).toEqual([]);
    expect(faults).toEqual([]);
  });
});
