import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRecorded, reportOn } from "../../src/cli/check";
import { rules } from "../../policies";
import type { Level, Rule } from "../../src/rules/rule";
import { sourceReader } from "../../src/cli/sources";
import { textReport } from "../../src/report/text";
import { COMMAND, picture } from "../../tools/picture";
import type { RecordedStack } from "../../src/graph/recorded";
import { readTarget } from "../../src/cli/target";
import { expected, expectedFindings, type ExpectedFinding, FAILURES } from "../kit/expected";
import { describeExample, type Example, example, exampleFolder, EXAMPLES, type Kind } from "../kit/examples";
import { type Diagnostic, PackServer } from "../kit/pack-server";
import { withoutOwnRegion } from "../kit/own-region";
import type { Shape } from "../../src/testing/stack";
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

/** What the server reported, by logical names; a finding without a resource belongs to the stack. */
function toldLines(recorded: RecordedStack, found: Diagnostic[]): string[] {
  const nameOf = (urn: string): string =>
    recorded.resources.find((resource) => resource.urn === urn)?.name ?? stackName(recorded);
  return lines(found.map(({ level, rule, urn }) => ({ level, rule, resource: nameOf(urn) })));
}

/** The findings in what Pulumi would write of a stack. */
async function readLines(
  name: Example,
  kind: Kind,
  recorded: RecordedStack,
  write: (recorded: RecordedStack) => object,
): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-written-"));
  try {
    const file = join(scratch, "stack.json");
    writeFileSync(file, JSON.stringify(write(recorded)));
    const target = await readTarget(file, { config: {}, folder: exampleFolder(name, kind) });
    const { results } = reportOn(target, DAY);
    return lines(
      results.map(({ level, rule, name: resource }) => ({
        level,
        rule: rule.id,
        resource: resource ?? stackName(recorded),
      })),
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function throughTheServer(
  name: Example,
  kind: Kind,
  shape: Shape,
  dryRun = true,
): Promise<[RecordedStack, Diagnostic[]]> {
  const recorded = await example(name, kind, shape);
  const server = await PackServer.start(recorded, {
    dryRun,
    env: { PREFLIGHT_PROJECT: exampleFolder(name, kind), PREFLIGHT_DAY: DAY },
  });
  try {
    return [recorded, await server.run(recorded)];
  } finally {
    server.stop();
  }
}

const SILENT_WHERE_EXPORTED: ReadonlySet<string> = new Set([
  "api-gateway-stage",
  "load-balancer-listener",
  "sqs-queue-consumer",
  "target-group-targets",
]);

withoutOwnRegion();

describe("every documented failure", () => {
  it.each(FAILURES)("$id has a rule, and a flawed example on which the rule fires", ({ id, profile }) => {
    const { failures, findings } = expected(profile);
    const mirrored = failures[id] ?? [];
    const shown = mirrored.filter(({ reason }) => reason === undefined);
    expect(shown.length).toBeGreaterThan(0);
    for (const { rule, level, resources } of shown) {
      expect(rules.find((one) => one.id === rule)?.failures).toContain(id);
      const there = findings.filter((finding) => finding.rule === rule && finding.level === level);
      expect(there.flatMap(({ resource, alsoAt = [] }) => [resource, ...alsoAt])).toEqual(
        expect.arrayContaining(resources),
      );
      expect(there.length).toBeGreaterThan(0);
    }
  });

  it("is one of 102, and no rule mirrors another", () => {
    const ids = FAILURES.map(({ id }) => id);
    expect(ids).toHaveLength(102);
    expect([...new Set(rules.flatMap(({ failures }) => failures))].sort()).toEqual([...ids].sort());
  });
});

describe.each(EXAMPLES)("the example", (name) => {
  describeExample(name, () => {
    it("has exactly the expected findings when flawed, each at its place", async () => {
      const recorded = await example(name, "flawed");
      const { results, crashes: faults } = checkRecorded(exampleFolder(name, "flawed"), recorded, DAY);
      expect(faults).toEqual([]);
      const found = results.map(({ rule, level, path, name: resource, alsoAt }): ExpectedFinding => ({
        rule: rule.id,
        level,
        resource: resource ?? stackName(recorded),
        path,
        ...(alsoAt && { alsoAt: alsoAt.map((other) => other.name).sort() }),
      }));
      const order = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
      expect(found.sort(order)).toEqual([...expectedFindings(name)].sort(order));
    });

    it("has none when fixed", async () => {
      const recorded = await example(name, "fixed");
      const { results, crashes: faults } = checkRecorded(exampleFolder(name, "fixed"), recorded, DAY);
      expect(results.map(({ rule, message, name: resource }) => [rule.id, resource, message])).toEqual([]);
      expect(faults).toEqual([]);
    });

    it("has the same in its exported state when flawed, and none when fixed", async () => {
      const flawed = await example(name, "flawed", "up");
      expect(await readLines(name, "flawed", flawed, exportedState)).toEqual(lines(expectedFindings(name, "up")));
      expect(await readLines(name, "fixed", await example(name, "fixed", "up"), exportedState)).toEqual([]);
    });

    it("has the same in the output of its preview, but for what depends on the stack's outputs", async () => {
      const flawed = await example(name, "flawed");
      const onOutputs = ["required-outputs", "output-value", "output-as-text"].map(
        (id) => `${id} ${stackName(flawed)}`,
      );
      const wanted = lines(
        // Another stack may use what this one exports, and such a preview does not show what that is.
        expectedFindings(name).filter(({ rule }) => !SILENT_WHERE_EXPORTED.has(rule)),
      ).filter((line) => !onOutputs.some((end) => line.endsWith(end)));
      expect(await readLines(name, "flawed", flawed, previewOutput)).toEqual(wanted);
      expect(await readLines(name, "fixed", await example(name, "fixed"), previewOutput)).toEqual([]);
    });

    it.each(["preview", "up"] as const)(
      "has the same through the pack's own server when flawed (%s)",
      async (shape) => {
        const [recorded, found] = await throughTheServer(name, "flawed", shape);
        expect(toldLines(recorded, found)).toEqual(lines(expectedFindings(name, shape)));
      },
    );

    it("has the same in a deployment, where some of it comes too late to stop anything", async () => {
      const [recorded, found] = await throughTheServer(name, "flawed", "up", false);
      const withoutLevels = (all: string[]): string[] => all.map((line) => line.replace(/^\w+ /, "")).sort();
      expect(withoutLevels(toldLines(recorded, found))).toEqual(withoutLevels(lines(expectedFindings(name, "up"))));
    });

    it.each(["preview", "up"] as const)("has none through the pack's own server when fixed (%s)", async (shape) => {
      const [, found] = await throughTheServer(name, "fixed", shape);
      expect(found).toEqual([]);
    });
  });
});

describe("rejected", () => {
  const shown = new Set(expectedFindings("rejected").map(({ rule }) => rule));
  // The example has no contract, so the rules that only a contract requires are silent there.
  const wanted = rules.filter(
    ({ id, category, level }) => (category === "validity" && level !== "only-if-required") || id === "output-as-text",
  );

  it("has a finding of every rule on what AWS rejects", () => {
    expect(wanted.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it("names each of them in a comment beside the place", () => {
    const folder = exampleFolder("rejected", "flawed");
    const named = readdirSync(folder)
      .filter((file) => /\.(?:ts|yaml)$/.test(file))
      .flatMap((file) => readFileSync(join(folder, file), "utf8").match(/(?:\/\/|#) [a-z\d-]+[a-z\d, -]*:? /g) ?? [])
      .join();
    expect(wanted.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  });
});

describe("blue-green", () => {
  it("shows in the README what the command really prints", async () => {
    const folder = exampleFolder("blue-green", "flawed");
    const report = checkRecorded(folder, await example("blue-green", "flawed"), DAY);
    const text = textReport(report, { width: 100, colour: true, read: sourceReader(report) });
    const drawn = picture(text, COMMAND, 100);
    expect(drawn === readFileSync(join(__dirname, "../../docs/output.svg"), "utf8")).toBe(true);
  });

  it.each([80, 100])("fits in 120 lines of %i columns, with every mandatory finding", async (width) => {
    const folder = exampleFolder("blue-green", "flawed");
    const report = checkRecorded(folder, await example("blue-green", "flawed"), DAY);
    const text = textReport(report, { width, colour: false, read: sourceReader(report) });
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
    const unfolded = text.replaceAll(/\n {4,}/g, " ");
    const [mandatory = ""] = unfolded.split("\nAdvisory");
    const missing = report.results
      .filter(({ level }) => level === "mandatory")
      .filter(({ rule, name }) => !mandatory.includes(rule.id) || !mandatory.includes(name ?? "the stack"));
    expect(missing.map(({ rule, name }) => [rule.id, name])).toEqual([]);
    expect(text).not.toContain("SimplePassword");
  });

  it("shows no text of the password in any message", async () => {
    const [, found] = await throughTheServer("blue-green", "flawed", "preview");
    expect(found.filter(({ message }) => message.includes("SimplePassword"))).toEqual([]);
  });
});

it("has every rule's name on the policies that the engine knows", async () => {
  const server = await PackServer.start({ project: "shop", stack: "dev", organization: "o", config: {} });
  try {
    const info = await server.info();
    expect(info.getName()).toBe("preflight");
    expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(rules.map(({ id }: Rule) => id));
  } finally {
    server.stop();
  }
});
