import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRecorded, reportOn } from "../../cli/check";
import { rules } from "../../policies";
import type { Level, Rule } from "../../policies/rule";
import { textReport } from "../../report/text";
import { COMMAND, picture } from "../../scripts/picture";
import type { RecordedStack } from "../../stack/recorded";
import { readTarget } from "../../targets/target";
import { expected, expectedFindings, type ExpectedFinding, FAILURES } from "../kit/expected";
import { describeExample, example, exampleFolder, type Kind, type Profile, PROFILES } from "../kit/examples";
import { type Diagnostic, PackServer } from "../kit/pack-server";
import type { Shape } from "../kit/stack-builder";
import { exportedState, previewOutput } from "../kit/written";

// Facts are judged on the day on which the examples were written.
const DAY = "2026-11-22";

jest.setTimeout(180_000);

interface Line {
  level: Level;
  rule: string;
  resource: string;
}

const show = ({ level, rule, resource }: Line): string => `${level} ${rule} ${resource}`;
const lines = (found: Line[]): string[] => found.map(show).sort();

const stackName = ({ project, stack }: RecordedStack): string => `${project}-${stack}`;

/** What the server told, by logical names; a finding without a resource belongs to the stack. */
function toldLines(recorded: RecordedStack, found: Diagnostic[]): string[] {
  const nameOf = (urn: string): string =>
    recorded.resources.find((resource) => resource.urn === urn)?.name ?? stackName(recorded);
  return lines(found.map(({ level, rule, urn }) => ({ level, rule, resource: nameOf(urn) })));
}

/** The findings in what Pulumi would write of a stack. */
async function readLines(
  profile: Profile,
  kind: Kind,
  recorded: RecordedStack,
  write: (recorded: RecordedStack) => object,
): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-written-"));
  try {
    const file = join(scratch, "stack.json");
    writeFileSync(file, JSON.stringify(write(recorded)));
    const target = await readTarget(file, { config: {}, folder: exampleFolder(profile, kind) });
    const { results } = reportOn(target, DAY);
    return lines(
      results.map(({ level, rule, name }) => ({ level, rule: rule.id, resource: name ?? stackName(recorded) })),
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function throughTheServer(
  profile: Profile,
  kind: Kind,
  shape: Shape,
  dryRun = true,
): Promise<[RecordedStack, Diagnostic[]]> {
  const recorded = await example(profile, kind, shape);
  const server = await PackServer.start(recorded, {
    dryRun,
    env: { PREFLIGHT_PROJECT: exampleFolder(profile, kind), PREFLIGHT_DAY: DAY },
  });
  try {
    return [recorded, await server.run(recorded)];
  } finally {
    server.stop();
  }
}

const region = { AWS_REGION: process.env["AWS_REGION"], AWS_DEFAULT_REGION: process.env["AWS_DEFAULT_REGION"] };

// That a program names no region is one of the failures, which a region of this machine's would cover up.
beforeAll(() => {
  delete process.env["AWS_REGION"];
  delete process.env["AWS_DEFAULT_REGION"];
});
afterAll(() => {
  for (const [key, value] of Object.entries(region)) {
    if (value !== undefined) {
      process.env[key] = value;
    }
  }
});

describe("every documented failure", () => {
  it.each(FAILURES)("$id has a rule, and a flawed example on which the rule fires", ({ id, profile }) => {
    const { failures, findings } = expected(profile);
    const mirrored = failures[id] ?? [];
    const shown = mirrored.filter(({ reason }) => reason === undefined);
    expect(shown.length).toBeGreaterThan(0);
    for (const { rule, level, resources } of shown) {
      expect(rules.find((one) => one.id === rule)?.failures).toContain(id);
      const there = findings.filter((finding) => finding.rule === rule && finding.level === level);
      expect(there.map(({ resource }) => resource)).toEqual(expect.arrayContaining(resources));
      expect(there.length).toBeGreaterThan(0);
    }
  });

  it("is one of 102, and no rule mirrors another", () => {
    const ids = FAILURES.map(({ id }) => id);
    expect(ids).toHaveLength(102);
    expect([...new Set(rules.flatMap(({ failures }) => failures))].sort()).toEqual([...ids].sort());
  });
});

describe.each(PROFILES)("the example", (profile) => {
  describeExample(profile, () => {
    it("has exactly the expected findings when flawed, each at its place", async () => {
      const recorded = await example(profile, "flawed");
      const { results, faults } = checkRecorded(exampleFolder(profile, "flawed"), recorded, DAY);
      expect(faults).toEqual([]);
      const found = results.map(({ rule, level, name, path }): ExpectedFinding => ({
        rule: rule.id,
        level,
        resource: name ?? stackName(recorded),
        path,
      }));
      const order = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
      expect(found.sort(order)).toEqual([...expectedFindings(profile)].sort(order));
    });

    it("has none when fixed", async () => {
      const recorded = await example(profile, "fixed");
      const { results, faults } = checkRecorded(exampleFolder(profile, "fixed"), recorded, DAY);
      expect(results.map(({ rule, name, message }) => [rule.id, name, message])).toEqual([]);
      expect(faults).toEqual([]);
    });

    it("has the same in its exported state when flawed, and none when fixed", async () => {
      const flawed = await example(profile, "flawed", "up");
      expect(await readLines(profile, "flawed", flawed, exportedState)).toEqual(lines(expectedFindings(profile)));
      expect(await readLines(profile, "fixed", await example(profile, "fixed", "up"), exportedState)).toEqual([]);
    });

    it("has the same in the output of its preview, but for what is said of the stack's outputs", async () => {
      const flawed = await example(profile, "flawed");
      const onOutputs = ["required-outputs", "output-value", "output-as-text"].map(
        (id) => `${id} ${stackName(flawed)}`,
      );
      const wanted = lines(expectedFindings(profile)).filter((line) => !onOutputs.some((end) => line.endsWith(end)));
      expect(await readLines(profile, "flawed", flawed, previewOutput)).toEqual(wanted);
      expect(await readLines(profile, "fixed", await example(profile, "fixed"), previewOutput)).toEqual([]);
    });

    it.each(["preview", "up"] as const)(
      "has the same through the pack's own server when flawed (%s)",
      async (shape) => {
        const [recorded, found] = await throughTheServer(profile, "flawed", shape);
        expect(toldLines(recorded, found)).toEqual(lines(expectedFindings(profile)));
      },
    );

    it("has the same in a deployment, where some of it comes too late to stop anything", async () => {
      const [recorded, found] = await throughTheServer(profile, "flawed", "up", false);
      const withoutLevels = (all: string[]): string[] => all.map((line) => line.replace(/^\w+ /, "")).sort();
      expect(withoutLevels(toldLines(recorded, found))).toEqual(withoutLevels(lines(expectedFindings(profile))));
    });

    it.each(["preview", "up"] as const)("has none through the pack's own server when fixed (%s)", async (shape) => {
      const [, found] = await throughTheServer(profile, "fixed", shape);
      expect(found).toEqual([]);
    });
  });
});

describe("blue-green", () => {
  it("shows in the README what the command really prints", async () => {
    const folder = exampleFolder("blue-green", "flawed");
    const report = checkRecorded(folder, await example("blue-green", "flawed"), DAY);
    const drawn = picture(textReport(report, { width: 100, colour: true }), COMMAND, 100);
    expect(drawn === readFileSync(join(__dirname, "../../docs/output.svg"), "utf8")).toBe(true);
  });

  it("shows no text of the password in any message", async () => {
    const [, found] = await throughTheServer("blue-green", "flawed", "preview");
    expect(found.filter(({ message }) => message.includes("SimplePassword"))).toEqual([]);
  });
});

it("has every rule's name on the policies that the engine is told of", async () => {
  const server = await PackServer.start({ project: "shop", stack: "dev", organization: "o", config: {} });
  try {
    const info = await server.info();
    expect(info.getName()).toBe("preflight");
    expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(rules.map(({ id }: Rule) => id));
  } finally {
    server.stop();
  }
});
