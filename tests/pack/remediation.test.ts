import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceRemediation, ResourceValidationArgs } from "@pulumi/policy";
import { Secret } from "@pulumi/policy";
import { onWire, remediationOf } from "../../pack/remediation";
import { Session } from "../../pack/session";
import { rules } from "../../policies";
import type { RecordedResource, RecordedStack, Wire } from "../../stack/recorded";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../stack/value";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { PackServer, type RemediationAnswer } from "../kit/pack-server";
import { build, resource } from "../kit/stack-builder";

const INSTANCE = "aws:rds/instance:Instance";
const REMEDIATE = { level: EnforcementLevel.REMEDIATE };
type Configuration = Parameters<PackServer["configure"]>[0];

const secret = (value: Wire): Wire => ({ [SIGNATURE]: SIGNATURES.secret, value });

/** A stack of one resource, with these inputs as they travel. */
function one(type: string, inputs: Record<string, Wire>, contract: object = {}): RecordedStack {
  const recorded = build([resource(type, "it")], "preview", { "preflight:contract": JSON.stringify(contract) });
  return { ...recorded, resources: recorded.resources.map((made) => ({ ...made, inputs })) };
}

const first = ({ resources: [made] }: RecordedStack): RecordedResource => {
  if (!made) {
    throw new Error("an empty stack");
  }
  return made;
};

async function withServer<T>(
  recorded: RecordedStack,
  configuration: Configuration,
  ask: (server: PackServer) => Promise<T>,
): Promise<T> {
  const server = await PackServer.start(recorded, {
    env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname },
  });
  try {
    await server.configure(configuration);
    return await ask(server);
  } finally {
    server.stop();
  }
}

/** What a server says that is asked for nothing else before. */
const remediation = (
  recorded: RecordedStack,
  configuration: Configuration,
  ignoreChanges?: string[],
): Promise<RemediationAnswer[]> =>
  withServer(recorded, configuration, (server) => server.remediate(recorded, first(recorded), ignoreChanges));

describe("at the level remediate", () => {
  const inputs: Record<string, Wire> = {
    engine: "postgres",
    publiclyAccessible: true,
    password: secret("hunter2"),
    tags: { Name: "orders", "a.b": null, Owner: UNKNOWN_STRING },
    vpcSecurityGroupIds: [UNKNOWN_STRING, secret(["sg-1", null])],
    __defaults: ["autoMinorVersionUpgrade"],
    port: 5432.5,
    replicateSourceDb: null,
  };

  it("hands over all inputs as they came but for what is mended, and finds nothing afterwards", async () => {
    const recorded = one(INSTANCE, inputs);
    await withServer(recorded, { "rds-not-public": REMEDIATE }, async (server) => {
      const answer = await server.remediate(recorded, first(recorded));
      const mended = { ...inputs, publiclyAccessible: false };
      expect(answer).toEqual([{ rule: "rds-not-public", inputs: mended }]);
      const found = await server.analyze(recorded, { ...first(recorded), inputs: mended });
      expect(found.filter(({ rule }) => rule === "rds-not-public")).toEqual([]);
      expect(await server.remediate(recorded, { ...first(recorded), inputs: mended })).toEqual([]);
    });
  });

  it("goes from one rule to the next, and keeps what is secret", async () => {
    const recorded = one(INSTANCE, { ...inputs, publiclyAccessible: secret(true), backupRetentionPeriod: 3 });
    const answer = await remediation(recorded, { "rds-not-public": REMEDIATE, "rds-backup-retention": REMEDIATE });
    expect(answer.map(({ rule }) => rule)).toEqual(["rds-backup-retention", "rds-not-public"]);
    expect(answer.at(-1)?.inputs).toEqual({
      ...inputs,
      publiclyAccessible: secret(false),
      backupRetentionPeriod: 7,
    });
  });

  it("changes nothing that is not known yet, and nothing of other types", async () => {
    expect(
      await remediation(one(INSTANCE, { publiclyAccessible: UNKNOWN_STRING }), { "rds-not-public": REMEDIATE }),
    ).toEqual([]);
    expect(
      await remediation(one("aws:ec2/vpc:Vpc", { publiclyAccessible: true }), { "rds-not-public": REMEDIATE }),
    ).toEqual([]);
  });

  it("changes nothing whose changes the program ignores", async () => {
    const recorded = one(INSTANCE, { publiclyAccessible: true });
    expect(await remediation(recorded, { "rds-not-public": REMEDIATE }, ["publiclyAccessible"])).toEqual([]);
    expect(await remediation(recorded, { "rds-not-public": REMEDIATE }, ["tags"])).toHaveLength(1);
  });

  it("sets what only a new resource can have where the user says that it is new", async () => {
    const recorded = one("aws:efs/fileSystem:FileSystem", {});
    const asked = (properties: Record<string, Wire>): Promise<RemediationAnswer[]> =>
      remediation(recorded, { "efs-encrypted": { ...REMEDIATE, properties } });
    expect(await asked({})).toEqual([]);
    expect(await asked({ assumeNew: true })).toEqual([{ rule: "efs-encrypted", inputs: { encrypted: true } }]);
  });

  it("changes nothing at other levels", async () => {
    const recorded = one(INSTANCE, { publiclyAccessible: true });
    expect(await remediation(recorded, {})).toEqual([]);
    expect(await remediation(recorded, { "rds-not-public": { level: EnforcementLevel.MANDATORY } })).toEqual([]);
  });
});

describe("the contract", () => {
  const recorded = one("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const organization = { tags: { CostCenter: ["4711"] } };

  it("counts in the first call of a process, the organization's settings included", async () => {
    const configuration = { "required-tags": REMEDIATE, contract: { properties: organization } };
    expect(await remediation(recorded, configuration)).toEqual([
      { rule: "required-tags", inputs: { cidrBlock: "10.0.0.0/16", tags: { CostCenter: "4711" } } },
    ]);
  });

  it("does not count where its policy is disabled", async () => {
    const contract = { level: EnforcementLevel.DISABLED, properties: organization };
    expect(await remediation(recorded, { "required-tags": REMEDIATE, contract })).toEqual([]);
  });

  it("exempts from being changed, until it ends, and what it exempts stops nothing", async () => {
    const exempted = (until: string): RecordedStack =>
      one(
        "aws:kms/key:Key",
        {},
        { exemptions: [{ rule: "kms-key-rotation", resource: "it", reason: "imported", until }] },
      );
    const holding = exempted("2026-11-22");
    await withServer(holding, { "kms-key-rotation": REMEDIATE }, async (server) => {
      expect(await server.remediate(holding, first(holding))).toEqual([]);
      const [finding] = (await server.analyze(holding, first(holding))).filter(
        ({ rule }) => rule === "kms-key-rotation",
      );
      expect(finding?.level).toBe("advisory");
    });
    expect(await remediation(exempted("2026-11-21"), { "kms-key-rotation": REMEDIATE })).toHaveLength(1);
  });
});

describe("what holds files", () => {
  const asset = { [SIGNATURE]: SIGNATURES.asset, text: "" };
  const tagged = { tags: { CostCenter: ["4711"] } };

  it.each([
    ["aws:lambda/function:Function", { runtime: "python3.13", code: asset }],
    ["aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "b", source: { ...asset, text: "x" } }],
  ] as const)("is left as it is, and hangs nothing: %s", async (type, inputs) => {
    expect(await remediation(one(type, { ...inputs }, tagged), { "required-tags": REMEDIATE })).toEqual([]);
  });

  it("is no type of a rule with a remediation", () => {
    for (const { remediation: mends, resource: own } of rules.filter((rule) => rule.remediation)) {
      const types = (mends?.resource ?? own)?.types ?? [];
      expect(types.filter((type) => /^aws:(?:lambda|s3\/bucketObject)/.test(type))).toEqual([]);
    }
  });
});

describe("a remediation that fails inside", () => {
  const session = new Session({}, new Set());
  const failing = {
    ...EXAMPLE_RULE,
    remediation: { does: "sets `a: true`" },
    resource: {
      types: [INSTANCE],
      check: (): void => {
        throw new TypeError("hunter2");
      },
    },
  };
  const args = {
    type: INSTANCE,
    urn: `urn:pulumi:dev::shop::${INSTANCE}::db`,
    name: "db",
    props: { password: new Secret("hunter2") },
    opts: { ignoreChanges: [] as string[] },
    getConfig: () => ({}),
  } as unknown as ResourceValidationArgs;

  it("becomes a remark that tells no value, by the one error that the SDK lets pass", async () => {
    const { remediateResource } = remediationOf(failing, session) as { remediateResource: ResourceRemediation };
    const error = await Promise.resolve(remediateResource(args)).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(error?.constructor.name).toBe("UnknownValueError");
    expect(error?.message).toMatch(/^it failed inside \(TypeError.*\), so that the inputs stay as they are/);
    expect(error?.message).not.toContain("hunter2");
  });
});

it("takes what the SDK has made of inputs for what they were", () => {
  expect(onWire({ a: new Secret({ b: [new Secret(null)] }), c: UNKNOWN_STRING, d: null })).toEqual({
    a: secret({ b: [secret(null)] }),
    c: UNKNOWN_STRING,
    d: null,
  });
});
