import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRecorded } from "../../cli/check";
import { rules } from "../../policies";
import type { Level, Rule } from "../../policies/rule";
import { textReport } from "../../report/text";
import { COMMAND, picture } from "../../scripts/picture";
import type { RecordedStack } from "../../stack/recorded";
import { expected, expectedFindings } from "../kit/expected";
import { example, exampleFolder, type Kind } from "../kit/examples";
import { type Diagnostic, PackServer } from "../kit/pack-server";
import type { Shape } from "../kit/stack-builder";

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

/** The name at the end of a URN; a finding without one belongs to the stack. */
const named = (recorded: RecordedStack, urn: string): string =>
  recorded.resources.find((resource) => resource.urn === urn)?.name ?? stackName(recorded);

const stackName = (recorded: RecordedStack): string => `${recorded.project}-${recorded.stack}`;

async function throughTheServer(kind: Kind, shape: Shape): Promise<{ recorded: RecordedStack; found: Diagnostic[] }> {
  const recorded = await example("blue-green", kind, shape);
  const server = await PackServer.start(recorded, {
    dryRun: shape === "preview",
    env: { PREFLIGHT_PROJECT: exampleFolder("blue-green", kind), PREFLIGHT_DAY: DAY },
  });
  try {
    return { recorded, found: await server.run(recorded) };
  } finally {
    server.stop();
  }
}

describe("blue-green", () => {
  const wanted = expected("blue-green");
  const region = { AWS_REGION: process.env["AWS_REGION"], AWS_DEFAULT_REGION: process.env["AWS_DEFAULT_REGION"] };

  // That the program names no region is one of its failures, which a region of this machine's would cover up.
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

  it.each(Array.from({ length: 36 }, (_, index) => `B${String(index + 1)}`))("%s has its findings", (failure) => {
    const mirrored = wanted.failures[failure] ?? [];
    expect(mirrored.length).toBeGreaterThan(0);
    for (const { rule, level, resources, reason } of mirrored) {
      if (reason !== undefined) {
        continue;
      }
      const of = rules.find(({ id }) => id === rule);
      expect(of?.failures).toContain(failure);
      const findings = wanted.findings.filter((finding) => finding.rule === rule && finding.level === level);
      expect(findings.map(({ resource }) => resource)).toEqual(expect.arrayContaining(resources));
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it("gives exactly the expected findings on the flawed program, each at its place", async () => {
    const recorded = await example("blue-green", "flawed");
    const { results, faults } = checkRecorded(exampleFolder("blue-green", "flawed"), recorded, DAY);
    expect(faults).toEqual([]);
    const found = results.map(({ rule, level, name, path }) => ({
      rule: rule.id,
      level,
      resource: name ?? stackName(recorded),
      path,
    }));
    const order = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
    expect(found.sort(order)).toEqual([...wanted.findings].sort(order));
  });

  it("gives none on the fixed one", async () => {
    const recorded = await example("blue-green", "fixed");
    const { results, faults } = checkRecorded(exampleFolder("blue-green", "fixed"), recorded, DAY);
    expect({ results: results.map(({ rule, name, message }) => [rule.id, name, message]), faults }).toEqual({
      results: [],
      faults: [],
    });
  });

  describe("through the pack's own server", () => {
    it("gives the same in a preview", async () => {
      const { recorded, found } = await throughTheServer("flawed", "preview");
      const told = found.map(({ level, rule, urn }) => ({ level, rule, resource: named(recorded, urn) }));
      expect(lines(told)).toEqual(lines(expectedFindings("blue-green")));
    });

    it("gives the same findings on the stack once everything is known, and has been read back", async () => {
      const { recorded, found } = await throughTheServer("flawed", "up");
      const told = found.map(({ level, rule, urn }) => ({ level, rule, resource: named(recorded, urn) }));
      expect(lines(told)).toEqual(lines(expectedFindings("blue-green")));
    });

    it.each(["preview", "up"] as const)("gives none on the fixed program (%s)", async (shape) => {
      const { found } = await throughTheServer("fixed", shape);
      expect(found).toEqual([]);
    });
  });

  it("shows in the README what the command really prints", async () => {
    const folder = exampleFolder("blue-green", "flawed");
    const report = checkRecorded(folder, await example("blue-green", "flawed"), DAY);
    const drawn = picture(textReport(report, { width: 100, colour: true }), COMMAND, 100);
    expect(drawn === readFileSync(join(__dirname, "../../docs/output.svg"), "utf8")).toBe(true);
  });

  it("shows no text of the password in any message", async () => {
    const { found } = await throughTheServer("flawed", "preview");
    expect(found.filter(({ message }) => message.includes("SimplePassword"))).toEqual([]);
  });
});

it("has every rule's name on the policies that the engine is told of", async () => {
  const recorded = { project: "shop", stack: "dev", organization: "o", config: {} };
  const server = await PackServer.start(recorded);
  try {
    const info = await server.info();
    expect(info.getName()).toBe("preflight");
    expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(rules.map(({ id }: Rule) => id));
  } finally {
    server.stop();
  }
});
