import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceRemediation, ResourceValidationArgs } from "@pulumi/policy";
import { Secret } from "@pulumi/policy";
import { onWire, remediationOf } from "../../src/pulumi/remediation";
import type { start as Start } from "../../src/pulumi/start";
import { Session } from "../../src/pulumi/session";
import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../src/graph/value";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { InProcessPack } from "../kit/in-process-pack";
import type { RemediationAnswer } from "../kit/pack-client";
import { build, resource } from "../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const REMEDIATE = { level: EnforcementLevel.REMEDIATE };
type Configuration = Parameters<InProcessPack["configure"]>[0];

const secret = (value: Wire): Wire => ({ [SIGNATURE]: SIGNATURES.secret, value });

// Jest's own would make lists that the SDK, inside of Jest's sandbox, does not know for lists.
globalThis.structuredClone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

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

/** A pack of its own, which has received nothing before. */
function packFor({ project, stack, config }: Omit<RecordedStack, "resources">): InProcessPack {
  const environment = process.env;
  process.env = {
    PREFLIGHT_DAY: "2026-11-22",
    PREFLIGHT_PROJECT: __dirname,
    PULUMI_NODEJS_PROJECT: project,
    PULUMI_NODEJS_STACK: stack,
    PULUMI_NODEJS_DRY_RUN: "true",
    PULUMI_CONFIG: JSON.stringify(config),
  };
  let pack: InProcessPack | undefined;
  try {
    jest.isolateModules(() => {
      const { start } = jest.requireActual<{ start: typeof Start }>("../../src/pulumi/start");
      pack = InProcessPack.start(() => {
        start({ name: "preflight" });
      });
    });
  } finally {
    process.env = environment;
  }
  if (!pack) {
    throw new Error("the pack did not start");
  }
  return pack;
}

/** What the policies of a new pack make of a stack's first resource. */
async function asFirst(recorded: RecordedStack, configuration: Configuration): Promise<RemediationAnswer[]> {
  const pack = packFor(recorded);
  await pack.configure(configuration);
  return pack.remediate(recorded, first(recorded));
}

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
  let pack: InProcessPack;
  beforeAll(() => {
    pack = packFor(one(INSTANCE, {}));
  });

  async function answer(
    type: string,
    given: Record<string, Wire>,
    levels: Configuration,
  ): Promise<RemediationAnswer[]> {
    await pack.configure(levels);
    const recorded = one(type, given);
    return pack.remediate(recorded, first(recorded));
  }

  /** The levels of what a rule finds. */
  async function levelsOf(rule: string, type: string, given: Record<string, Wire>): Promise<string[]> {
    const recorded = one(type, given);
    const found = await pack.run(recorded);
    return found.filter((finding) => finding.rule === rule).map(({ level }) => level);
  }

  it("hands over all inputs as they came but for what is fixed, and finds nothing afterwards", async () => {
    const fixed = { ...inputs, publiclyAccessible: false };
    const levels = { "rds-not-public": REMEDIATE };
    expect(await answer(INSTANCE, inputs, levels)).toEqual([{ rule: "rds-not-public", inputs: fixed }]);
    expect(await levelsOf("rds-not-public", INSTANCE, fixed)).toEqual([]);
    expect(await answer(INSTANCE, fixed, levels)).toEqual([]);
  });

  it("goes from one rule to the next, and keeps what is secret", async () => {
    const given = { ...inputs, publiclyAccessible: secret(true), backupRetentionPeriod: 3 };
    const found = await answer(INSTANCE, given, { "rds-not-public": REMEDIATE, "rds-backup-retention": REMEDIATE });
    expect(found.map(({ rule }) => rule)).toEqual(["rds-backup-retention", "rds-not-public"]);
    expect(found.at(-1)?.inputs).toEqual({ ...inputs, publiclyAccessible: secret(false), backupRetentionPeriod: 7 });
  });

  it("changes nothing that is not known yet, and nothing of other types", async () => {
    const levels = { "rds-not-public": REMEDIATE };
    expect(await answer(INSTANCE, { publiclyAccessible: UNKNOWN_STRING }, levels)).toEqual([]);
    expect(await answer("aws:ec2/vpc:Vpc", { publiclyAccessible: true }, levels)).toEqual([]);
  });

  it("changes nothing whose changes the program ignores", async () => {
    const recorded = one(INSTANCE, { publiclyAccessible: true });
    await pack.configure({ "rds-not-public": REMEDIATE });
    expect(await pack.remediate(recorded, first(recorded), ["publiclyAccessible"])).toEqual([]);
    expect(await pack.remediate(recorded, first(recorded), ["tags"])).toHaveLength(1);
  });

  it("sets what only a new resource can have where the configuration declares it new", async () => {
    const levels = (properties: Record<string, Wire>): Configuration => ({
      "efs-encrypted": { ...REMEDIATE, properties },
    });
    const found = [{ rule: "efs-encrypted", inputs: { encrypted: true } }];
    expect(await answer("aws:efs/fileSystem:FileSystem", {}, levels({}))).toEqual([]);
    expect(await answer("aws:efs/fileSystem:FileSystem", {}, levels({ assumeNew: true }))).toEqual(found);
  });

  it("leaves what is not fixed at the level that the rule has by itself", async () => {
    const levels = { "apigateway-domain-tls": REMEDIATE, "rds-not-public": REMEDIATE };
    const domain = { domainName: "api.acme.io", securityPolicy: "TLS_1_0" };
    await pack.configure(levels);
    expect(await levelsOf("apigateway-domain-tls", "aws:apigateway/domainName:DomainName", domain)).toEqual([
      "advisory",
    ]);
    expect(await levelsOf("rds-not-public", INSTANCE, { publiclyAccessible: true })).toEqual(["mandatory"]);
    await pack.configure({ "apigateway-domain-tls": { level: EnforcementLevel.MANDATORY } });
    expect(await levelsOf("apigateway-domain-tls", "aws:apigateway/domainName:DomainName", domain)).toEqual([
      "mandatory",
    ]);
  });

  it("changes nothing at other levels", async () => {
    expect(await answer(INSTANCE, { publiclyAccessible: true }, {})).toEqual([]);
    const mandatory = { "rds-not-public": { level: EnforcementLevel.MANDATORY } };
    expect(await answer(INSTANCE, { publiclyAccessible: true }, mandatory)).toEqual([]);
  });

  it.each([
    ["aws:lambda/function:Function", { runtime: "python3.13", code: { [SIGNATURE]: SIGNATURES.asset, text: "" } }],
    ["aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "b", source: { [SIGNATURE]: SIGNATURES.asset, text: "x" } }],
  ])("leaves what holds files as it is, and hangs on none: %s", async (type, given) => {
    const contract = { properties: { tags: { CostCenter: ["4711"] } } };
    expect(await answer(type, given, { "required-tags": REMEDIATE, contract })).toEqual([]);
    expect(await answer("aws:ec2/vpc:Vpc", {}, { "required-tags": REMEDIATE, contract })).toHaveLength(1);
  });
});

describe("the contract", () => {
  const recorded = one("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const organization = { tags: { CostCenter: ["4711"] } };

  it("counts in the first call of a process, the organization's settings included", async () => {
    const configuration = { "required-tags": REMEDIATE, contract: { properties: organization } };
    expect(await asFirst(recorded, configuration)).toEqual([
      { rule: "required-tags", inputs: { cidrBlock: "10.0.0.0/16", tags: { CostCenter: "4711" } } },
    ]);
  });

  it("does not count where its policy is disabled", async () => {
    const contract = { level: EnforcementLevel.DISABLED, properties: organization };
    expect(await asFirst(recorded, { "required-tags": REMEDIATE, contract })).toEqual([]);
  });

  it("exempts from changes until the exemption ends, and what is exempt stops nothing", async () => {
    const exempted = (until: string): RecordedStack =>
      one(
        "aws:kms/key:Key",
        {},
        { exemptions: [{ rule: "kms-key-rotation", resource: "it", reason: "imported", until }] },
      );
    const holding = exempted("2026-11-22");
    const pack = packFor(holding);
    for (const level of [EnforcementLevel.REMEDIATE, EnforcementLevel.MANDATORY]) {
      await pack.configure({ "kms-key-rotation": { level } });
      expect(await pack.remediate(holding, first(holding))).toEqual([]);
      const found = await pack.run(holding);
      expect(found.filter(({ rule }) => rule === "kms-key-rotation").map((one) => one.level)).toEqual(["advisory"]);
    }
    expect(await asFirst(exempted("2026-11-21"), { "kms-key-rotation": REMEDIATE })).toHaveLength(1);
  });
});

describe("a remediation that crashes", () => {
  const session = new Session({}, new Set());
  const crashing = {
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

  it("becomes a remark without any value, by the one error that the SDK lets pass", async () => {
    const { remediateResource } = remediationOf(crashing, session) as { remediateResource: ResourceRemediation };
    const error = await Promise.resolve(remediateResource(args)).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(error?.constructor.name).toBe("UnknownValueError");
    expect(error?.message).toMatch(/^it crashed \(TypeError.*\), so that the inputs stay as they are/);
    expect(error?.message).not.toContain("hunter2");
  });
});

it("reads the SDK's objects as what travelled", () => {
  expect(onWire({ a: new Secret({ b: [new Secret(null)] }), c: UNKNOWN_STRING, d: null })).toEqual({
    a: secret({ b: [secret(null)] }),
    c: UNKNOWN_STRING,
    d: null,
  });
});
