import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { Session, type Environment } from "../../pack/session";
import { UNKNOWN } from "../../stack/value";

const BUCKET = "aws:s3/bucket:Bucket";
const URN = `urn:pulumi:dev::shop::${BUCKET}::files`;
const PARENT = "urn:pulumi:dev::shop::my:Site::site";
const provider = { urn: "urn:provider", type: "pulumi:providers:aws", name: "west", props: { region: "us-west-2" } };

const sessionIn = (environment: Environment = {}): Session => new Session(environment, new Set(["required-tags"]));

function argsOf(props: object, more: object = {}): ResourceValidationArgs {
  return { urn: URN, type: BUCKET, name: "files", props, opts: {}, ...more } as unknown as ResourceValidationArgs;
}

function stackArgs(...resources: object[]): StackValidationArgs {
  return { resources } as unknown as StackValidationArgs;
}

function held(props: object, more: object = {}): object {
  const facts: Partial<PolicyResource> = { dependencies: [], propertyDependencies: {} };
  return { ...argsOf(props), ...facts, ...more };
}

describe("what surrounds the checks", () => {
  it("is what the engine's environment says", () => {
    const { day, project, contract } = sessionIn({
      PREFLIGHT_DAY: "2027-02-03",
      PULUMI_NODEJS_PROJECT: "shop",
      PULUMI_NODEJS_STACK: "dev",
      PULUMI_NODEJS_DRY_RUN: "false",
      PULUMI_CONFIG: '{"aws:region": "eu-west-1", "preflight:contract": "{\\"alarms\\": true}"}',
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-2",
    }).circumstances;
    expect(day).toBe("2027-02-03");
    expect(project).toMatchObject({ name: "shop", stack: "dev", deploying: true, environmentRegion: "us-east-1" });
    expect(project.config.get("aws:region")).toBe("eu-west-1");
    expect(contract.alarms).toBe(true);
  });

  it("is little where the environment says nothing", () => {
    const { day, project } = sessionIn().circumstances;
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(project).toEqual({ name: "", stack: "", config: new Map(), deploying: false });
    expect(sessionIn({ AWS_DEFAULT_REGION: "us-east-2" }).circumstances.project.environmentRegion).toBe("us-east-2");
    expect(sessionIn({ PULUMI_NODEJS_DRY_RUN: "true" }).circumstances.project.deploying).toBe(false);
  });

  it.each(["{", "1", "null", '"x"', ""])("has no configuration where it reads %j", (json) => {
    expect(sessionIn({ PULUMI_CONFIG: json }).circumstances.project.config.size).toBe(0);
  });

  it("takes the organization's contract, and works it out again only where that changes", () => {
    const session = sessionIn();
    const before = session.circumstances;
    session.configure({});
    expect(session.circumstances).toBe(before);
    session.configure({ region: "eu-west-1" });
    const after = session.circumstances;
    expect(after.contract.region).toBe("eu-west-1");
    session.configure({ region: "eu-west-1" });
    expect(session.circumstances).toBe(after);
    session.configure({ regio: "eu-west-1" });
    expect(session.circumstances.contractProblems).toHaveLength(1);
  });

  it("knows the stack by the URNs where nothing else tells it", async () => {
    const analyzed = sessionIn();
    expect(analyzed.circumstances.project.stack).toBe("");
    await analyzed.resourceOf(argsOf({}));
    expect(analyzed.circumstances.project).toMatchObject({ name: "shop", stack: "dev" });
    const named = sessionIn({ PULUMI_NODEJS_PROJECT: "mine" });
    await named.resourceOf(argsOf({}));
    expect(named.circumstances.project).toMatchObject({ name: "mine", stack: "dev" });
    const told = sessionIn({ PULUMI_NODEJS_STACK: "prod" });
    await told.resourceOf(argsOf({}));
    expect(told.circumstances.project).toMatchObject({ name: "", stack: "prod" });
  });
});

describe("the program's folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "session-"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const settingsIn = (environment: Environment, parent?: string): unknown =>
    new Session(environment, new Set(), () => parent).circumstances.project.files?.settings?.name;

  it("is the one that is named, the one of the command, or its parent's, where it is this project's", () => {
    expect(settingsIn({ PREFLIGHT_PROJECT: folder })).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "shop", PWD: folder })).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "shop", PWD: tmpdir() }, folder)).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "other", PWD: folder }, folder)).toBeUndefined();
    expect(settingsIn({ PREFLIGHT_PROJECT: "", PULUMI_NODEJS_PROJECT: "shop", PWD: folder })).toBe("shop");
    expect(settingsIn({ PREFLIGHT_PROJECT: basename(folder), PWD: tmpdir() })).toBe("shop");
  });

  it("is not asked of the parent where another tells it", () => {
    const parent = jest.fn();
    new Session({ PREFLIGHT_PROJECT: folder }, new Set(), parent);
    new Session({ PULUMI_NODEJS_PROJECT: "shop", PWD: folder }, new Set(), parent);
    expect(parent).not.toHaveBeenCalled();
  });

  it.each(["gone", "Pulumi.yaml"])("is missing where %s is named, which is no folder", (name) => {
    const { project } = sessionIn({ PREFLIGHT_PROJECT: join(folder, name) }).circumstances;
    expect(project.files).toBeUndefined();
    expect(project.missingFolder).toBe(join(folder, name));
  });
});

describe("the resources", () => {
  it("are taken down once a call, with parent and provider", async () => {
    const session = sessionIn();
    const args = argsOf({ bucket: "files", tags: undefined }, { opts: { parent: PARENT }, provider });
    const resource = await session.resourceOf(args);
    expect(resource).toMatchObject({ urn: URN, type: BUCKET, name: "files", parent: PARENT, outside: false });
    expect([resource.str("bucket"), resource.provider.str("region")]).toEqual(["files", "us-west-2"]);
    expect(await session.resourceOf(args)).toBe(resource);
    expect((await session.resourceOf(argsOf({}))).parent).toBeUndefined();
  });

  it("have in the graph the inputs that were seen, and what they wait for", async () => {
    const session = sessionIn();
    await session.resourceOf(argsOf({ bucket: "files" }));
    const key = held({}, { urn: "urn:pulumi:dev::shop::aws:kms/key:Key::key", type: "aws:kms/key:Key", name: "key" });
    const bucket = held(
      { bucket: "files-1", id: "files-1" },
      { dependencies: [key], propertyDependencies: { bucket: [key] }, parent: { urn: PARENT }, provider },
    );
    const args = stackArgs(key, bucket);
    const stack = await session.stackOf(args);
    const [found] = stack.ofType(BUCKET);
    expect([found?.str("bucket"), found?.outputs.str("id"), found?.parent]).toEqual(["files", "files-1", PARENT]);
    expect(found?.dependencies.map(({ name }) => name)).toEqual(["key"]);
    expect(found?.propertyDependencies.get("bucket")?.map(({ name }) => name)).toEqual(["key"]);
    expect(found?.provider.str("region")).toBe("us-west-2");
    // Not seen before: nothing is known of what the program passed.
    expect(stack.ofType("aws:kms/key:Key")[0]).toMatchObject({ outside: true });
    expect(await session.stackOf(args)).toBe(stack);
    expect(await session.stackOf(stackArgs(held({})))).not.toBe(stack);
  });

  it("are judged by what the engine holds where no rule on single resources was asked", async () => {
    const stack = await sessionIn().stackOf(stackArgs(held({ bucket: "files" }, { opts: { parent: PARENT } })));
    const [found] = stack.ofType(BUCKET);
    expect([found?.outside, found?.str("bucket"), found?.parent]).toEqual([false, "files", PARENT]);
  });

  it("may be none", async () => {
    const args = stackArgs();
    const session = sessionIn();
    const stack = await session.stackOf(args);
    expect(stack.resources).toEqual([]);
    expect(await session.stackOf(args)).toBe(stack);
  });

  it("have unknown values in them", () => {
    const resource = sessionIn().seen({ urn: URN, type: BUCKET, name: "files", inputs: { bucket: UNKNOWN } });
    expect(resource.str("bucket")).toBe(UNKNOWN);
  });
});
