import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { reportOn } from "../../src/cli/check";
import { recordedTarget } from "../../src/cli/target";
import { write } from "../../src/cli/formats";
import { FORMATS } from "../../src/rules/configuration-schema";
import { rules } from "../../policies";
import credentialsHardcoded from "../../policies/secrets/credentials-hardcoded";
import { isUnknownOnWire } from "../../src/graph/value";
import type { RecordedStack } from "../../src/graph/recorded";
import { runRule } from "../../src/testing/rule-test";
import { resource, type BuiltResource } from "../../src/testing/stack";
import { DAY, findingsOf } from "../kit/findings";
import { PackServer } from "../kit/pack-server";
import { describePrograms, programs, recording, runnable, type Program } from "../kit/programs";
import type * as ReadOnce from "../kit/read-once";
import { isSecretPlace, isVariable, withSecretPlaces, withTexts, type TextPlace } from "../kit/transform/canaries";

jest.mock("../../src/source/files", () => jest.requireActual<typeof ReadOnce>("../kit/read-once").readOnce);

const CANARY = "C4n4ry";

/** How a secret may stand in a text. */
const FORMS: Readonly<Record<string, (canary: string) => string>> = {
  alone: (canary) => canary,
  "in a text of JSON": (canary) =>
    JSON.stringify({ engine: "postgres", host: canary, username: canary, password: canary }),
  "in a URL": (canary) => `postgres://admin:${canary}@db.internal:5432/shop`,
  "beside what rules look for in any text": (canary) =>
    `https://admin:${canary}@db-${canary}.us-west-1.rds.amazonaws.com/123456789012/vpc-12345678/us-west-1a?${canary}=changeme ` +
    `arn:aws:secretsmanager:us-west-1:123456789012:secret:${canary} TODO [object Object] Calling [toString] on an [Output<T>] ` +
    `is not supported \${${canary}} <${canary}> undefined ${canary}`,
  "with a placeholder": (canary) => `changeme-${canary}`,
  "in an ARN": (canary) => `arn:aws:secretsmanager:us-west-1:123456789012:secret:${canary}`,
  "as a known token": (canary) => `ghp_${canary.padEnd(36, "0")}`,
  "in the command of a client": (canary) =>
    `mysql -h db.internal -p${canary} --execute "ALTER USER app IDENTIFIED BY '${canary}'"`,
  "in a script": (canary) => `#!/bin/sh\nexport DB_PASSWORD=${canary}\nmysql --password=${canary}\n`,
};

/** Short, since names are shown in part only. */
class Canaries {
  private readonly places: TextPlace[] = [];

  at(place: TextPlace): string {
    return `${CANARY}${String(this.places.push(place) - 1)}z`;
  }

  /** The places whose canaries are in a text. */
  in(text: string): TextPlace[] {
    return [...text.matchAll(/C4n4ry(\d+)z/g)].flatMap(([, number]) => this.places[Number(number)] ?? []);
  }
}

/** Everywhere that a secret belongs or may stand, a secret of its own. */
function withSecrets(recorded: RecordedStack, form: (canary: string) => string): RecordedStack {
  const canaries = new Canaries();
  return withTexts(withSecretPlaces(recorded, "x"), (place) =>
    isSecretPlace(place) || isVariable(place) ? form(canaries.at(place)) : undefined,
  );
}

/** The lines in which a canary is. */
const leaksIn = (text: string): string[] => text.split("\n").filter((line) => line.includes(CANARY));

const saidOf = (program: Program, recorded: RecordedStack): string[] => {
  const { found, undecided } = findingsOf(program, recorded);
  return [...found, ...undecided].map((one) => JSON.stringify(one));
};

/** Each form in one shape in turn: what a rule shows of a value is the same in both. */
const CASES = Object.entries(FORMS).map(([name, form], index) => ({
  name,
  form,
  shape: index % 2 === 0 ? ("preview" as const) : ("up" as const),
}));

describe.each(CASES)("a secret that stands $name", ({ form, shape }) => {
  describePrograms((program) => {
    it(`is in nothing that rules say (${shape})`, async () => {
      const said = saidOf(program, withSecrets(await recording(program, shape), form));
      expect(said.filter((line) => line.includes(CANARY))).toEqual([]);
    });
  });
});

/** Some of the forms for each program, another part for the next one: each is tried in many programs. */
const inTurn = <T>(forms: readonly T[], program: Program, parts: number): T[] =>
  forms.filter((_, index) => (index + programs.indexOf(program)) % parts === 0);

describePrograms((program) => {
  it("shows secrets in no report", async () => {
    const folder = mkdtempSync(join(tmpdir(), "canary-"));
    try {
      for (const form of inTurn(Object.values(FORMS), program, 3)) {
        const target = recordedTarget(program.folder, withSecrets(await recording(program, "up"), form));
        const [findings, compliance] = [reportOn(target, DAY), reportOn(target, DAY, { framework: ["AWS FSBP"] })];
        for (const report of [findings, compliance]) {
          for (const format of FORMATS) {
            const file = join(folder, format);
            write({ format, file }, report, { showUndecided: true, verbose: true });
            expect([format, leaksIn(readFileSync(file, "utf8"))]).toEqual([format, []]);
          }
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it("shows secrets in nothing that the engine gets, also where resources are remediated", async () => {
  const [program] = runnable.filter(({ name }) => name === "fastcart/flawed");
  const recorded = program && (await recording(program, "preview"));
  if (!recorded) {
    throw new Error("no such program");
  }
  const form = (canary: string): string => `postgres://admin:${canary}@db.internal:5432/shop`;
  const server = await PackServer.start(withSecrets(recorded, form), {
    env: { PREFLIGHT_DAY: DAY, PREFLIGHT_PROJECT: program.folder },
  });
  try {
    const planted = withSecrets(recorded, form);
    const fixing = rules.filter(({ remediation }) => remediation !== undefined);
    await server.configure(Object.fromEntries(fixing.map(({ id }) => [id, { level: EnforcementLevel.REMEDIATE }])));
    const remarks: string[] = [];
    for (const resource of planted.resources) {
      const answers = await server.remediate(planted, resource);
      remarks.push(...answers.flatMap(({ diagnostic }) => diagnostic ?? []));
    }
    const found = await server.run(planted);
    expect(found.some(({ rule }) => rule === "credentials-hardcoded")).toBe(true);
    expect([...remarks, ...found.map((one) => JSON.stringify(one)), server.errors].flatMap(leaksIn)).toEqual([]);
  } finally {
    server.stop();
  }
});

it("shows secrets of settings and files by their location alone", () => {
  const [inSetting, inFile] = [`${CANARY}-setting-77`, `${CANARY}-file-88`];
  const database = (name: string, password: string): BuiltResource =>
    resource("aws:rds/instance:Instance", name, { engine: "postgres", password });
  const { results } = runRule(
    credentialsHardcoded,
    {
      name: "",
      stack: [database("a", inSetting), database("b", inFile)],
      config: { "shop:legacy": inSetting },
      files: {
        "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
        "Pulumi.dev.yaml": `config:\n  shop:legacy: ${inSetting}\n`,
        "settings.json": JSON.stringify({ password: inFile }),
      },
    },
    "up",
  );
  expect(results.map(({ name, level }) => [name, level])).toEqual([
    ["a", "mandatory"],
    ["b", "mandatory"],
  ]);
  expect(results[0]?.message).toContain('in "Pulumi.dev.yaml", under "shop:legacy"');
  expect(results[1]?.message).toContain('in the file "settings.json"');
  expect(leaksIn(JSON.stringify(results))).toEqual([]);
});

/**
 * The last keys of the places whose text some rule shows: names, versions and words of AWS. A rule that shows another one
 * fails here, until somebody has made sure that nothing secret stands there.
 */
const SHOWN = new Set([
  "Action",
  "Effect",
  "QueueName",
  "Resource",
  "Service",
  "StartAt",
  "Version",
  "availabilityZone",
  "bucket",
  "clusterIdentifier",
  "containerName",
  "dashboardName",
  "enabledCloudwatchLogsExports",
  "engine",
  "engineVersion",
  "family",
  "globalClusterIdentifier",
  "handler",
  "hashKey",
  "httpTokens",
  "identifier",
  "inputArtifacts",
  "instanceClass",
  "mode",
  "name",
  "region",
  "replicationGroupId",
  "replicationInstanceId",
  "routeKey",
  "scheduleExpression",
  "sourceIdentifier",
  "supportedIdentityProviders",
  "userGroupId",
  "userId",
]);
/** Every second form: each breaks what rules look for in another way. */
const VARIED = Object.values(FORMS).filter((_, index) => index % 2 === 0);
/** In how many parts the places of a stack are changed, so that the rest of it stays what rules look for. */
const PARTS = 3;

it("shows what stands in those places alone that are named here", async () => {
  const shown = new Map<string, string>();
  // Those in which rules find most.
  for (const program of runnable.filter(({ name }) => !name.endsWith("/fixed"))) {
    const recorded = await recording(program, "preview");
    for (const form of inTurn(VARIED, program, 2)) {
      for (let part = 0; part < PARTS; part++) {
        let count = 0;
        const canaries = new Canaries();
        const changed = withTexts(recorded, (place) =>
          !isUnknownOnWire(place.text) && count++ % PARTS === part ? form(canaries.at(place)) : undefined,
        );
        for (const line of saidOf(program, changed)) {
          for (const { path } of canaries.in(line)) {
            shown.set(String(path.findLast((key) => typeof key === "string")), line);
          }
        }
      }
    }
  }
  expect([...shown].filter(([key]) => !SHOWN.has(key))).toEqual([]);
  expect(shown.has("name")).toBe(true);
});
