import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RecordedStack, Wire } from "../../src/graph/recorded";
import { type Diagnostic, PackServer } from "../kit/pack-server";
import { build, resource } from "../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const tags = { Environment: "test" };

function stackOf(count: number, inputs: Record<string, Wire> = {}, config: Record<string, string> = {}): RecordedStack {
  const root = resource("pulumi:pulumi:Stack", "shop-dev");
  const databases = Array.from({ length: count }, (_, index) =>
    resource(
      INSTANCE,
      `db${String(index)}`,
      { engine: "postgres", publiclyAccessible: true, tags, ...inputs },
      { parent: root },
    ),
  );
  return build([root, ...databases], "preview", { "aws:region": "us-east-1", ...config });
}

/** What the pack reports of a stack, with one server for each call. */
async function reported(
  recorded: RecordedStack,
  prepare: (server: PackServer) => Promise<void> = () => Promise.resolve(),
): Promise<Diagnostic[]> {
  const server = await PackServer.start(recorded, {
    env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname },
  });
  try {
    await prepare(server);
    return await server.run(recorded);
  } finally {
    server.stop();
  }
}

const of = (rule: string, found: Diagnostic[]): Diagnostic[] => found.filter((one) => one.rule === rule);
const contractOf = (contract: object): Record<string, string> => ({ "preflight:contract": JSON.stringify(contract) });

it("reports what a rule finds: its description, the property and the fix, at its level", async () => {
  const recorded = stackOf(1);
  const [finding] = of("rds-not-public", await reported(recorded));
  expect(finding).toMatchObject({ level: "mandatory", urn: recorded.resources[1]?.urn });
  expect(finding?.message).toMatch(
    /^RDS instances must not be publicly accessible\.\npubliclyAccessible: The database gets a public address/,
  );
});

it("lowers a finding that the contract does not require, and raises it when it does", async () => {
  const short = { storageEncrypted: true, backupRetentionPeriod: 3 };
  const levels = async (config: Record<string, string>): Promise<string[]> =>
    of("rds-backup-retention", await reported(stackOf(1, short, config))).map(({ level }) => level);
  expect(await levels({})).toEqual(["advisory"]);
  expect(await levels(contractOf({ backupRetentionDays: 7 }))).toEqual(["mandatory"]);
});

it("leaves the levels that the user configures alone", async () => {
  const found = await reported(stackOf(1), (server) =>
    server.configure({
      "rds-not-public": { level: EnforcementLevel.ADVISORY },
      "required-tags": { level: EnforcementLevel.DISABLED },
    }),
  );
  expect(of("rds-not-public", found).map(({ level }) => level)).toEqual(["advisory"]);
  expect(of("required-tags", found)).toEqual([]);
});

it("takes the organization's contract from the configuration of the policy contract", async () => {
  const found = await reported(stackOf(1), (server) =>
    server.configure({ contract: { properties: { tags: ["CostCenter"] } } }),
  );
  expect(of("required-tags", found)).toMatchObject([
    { level: "mandatory", message: expect.stringContaining("CostCenter") as string },
  ]);
});

it("reports a wrong contract once, on the stack, as mandatory, and still checks the rest", async () => {
  const found = await reported(stackOf(1, {}, contractOf({ backupRetentionDay: 7 })));
  const [finding, ...others] = of("contract", found);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ level: "mandatory", urn: expect.stringContaining("pulumi:pulumi:Stack") as string });
  expect(finding?.message).toContain("backupRetentionDays");
  expect(of("rds-not-public", found)).toHaveLength(1);
});

it("shows what is exempted, with its reason and end, and counts it again afterwards", async () => {
  const exempted = (until: string): Promise<Diagnostic[]> =>
    reported(
      stackOf(
        1,
        {},
        contractOf({
          exemptions: [{ rule: "rds-not-public", resource: "db*", reason: "a scratch copy", until }],
        }),
      ),
    );
  const [active] = of("rds-not-public", await exempted("2026-11-22"));
  expect(active).toMatchObject({
    level: "advisory",
    message: expect.stringMatching(/2026-11-22.*a scratch copy/) as string,
  });
  const [expired] = of("rds-not-public", await exempted("2026-11-21"));
  expect(expired).toMatchObject({ level: "mandatory", message: expect.stringContaining("2026-11-21") as string });
});

it("survives an empty text asset, on which the SDK's decoding would hang the preview", async () => {
  const code = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: "" };
  const lambda = resource("aws:lambda/function:Function", "f", { runtime: "python3.13", tags });
  const recorded = build([lambda], "preview");
  for (const one of recorded.resources) {
    one.inputs["code"] = code;
  }
  expect(await reported(recorded)).toBeInstanceOf(Array);
});

it("reports how many findings it leaves out where the engine would refuse the response", async () => {
  const recorded = stackOf(3_000, {}, contractOf({ alarms: true }));
  const found = await reported(recorded);
  const alarms = of("alarms-cover-resources", found);
  const left = alarms.filter(({ message }) => message.includes("2800 more findings of this rule are left out"));
  expect(left.map(({ level }) => level)).toEqual(["mandatory"]);
  expect(alarms).toHaveLength(201);
  // The response to the request for the stack is the large one.
  const ofTheStack = found.slice(found.findIndex(({ rule }) => rule === "alarms-cover-resources"));
  expect(JSON.stringify(ofTheStack).length).toBeLessThan(4_000_000);
});

it("takes the stack's name from the URNs where the environment has none, as in policy analyze", async () => {
  const recorded = stackOf(1);
  const server = await PackServer.start(
    { ...recorded, project: "", stack: "" },
    { env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname } },
  );
  try {
    await server.configure({ contract: { properties: { environmentSuffix: "{stack}" } } });
    const [finding] = of("name-has-environment-suffix", await server.run(recorded));
    expect(finding?.message).toContain("dev");
  } finally {
    server.stop();
  }
});

it("checks the outputs of the engine where all rules on single resources are disabled", async () => {
  const onlyStack = await reported(stackOf(1, {}, contractOf({ alarms: true })), async (server) => {
    const names = (await server.info()).getPoliciesList().map((policy) => policy.getName());
    const off = names.filter((name) => name !== "alarms-cover-resources");
    await server.configure(Object.fromEntries(off.map((name) => [name, { level: EnforcementLevel.DISABLED }])));
  });
  expect(onlyStack.map(({ rule }) => rule)).toEqual(["alarms-cover-resources"]);
});
