import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { SdkArguments } from "../../src/pulumi/sdk-arguments";
import { Session } from "../../src/pulumi/session";

const BUCKET = "aws:s3/bucket:Bucket";
const KEY = "aws:kms/key:Key";
const PARENT = "urn:pulumi:dev::shop::my:Site::site";
const provider = { urn: "urn:provider", type: "pulumi:providers:aws", name: "west", props: { region: "us-west-2" } };

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const given = (): SdkArguments => new SdkArguments(new Session({ PULUMI_CONFIG: "{}" }, new Set()));

/** The arguments of one policy: the SDK makes them anew for the next one. */
function argsOf(props: object, more: object = {}): ResourceValidationArgs {
  const one = { urn: urnOf(BUCKET, "files"), type: BUCKET, name: "files", opts: { ignoreChanges: [] }, ...more };
  return { ...one, props: { ...props } } as unknown as ResourceValidationArgs;
}

function held(props: object, more: object = {}): object {
  const facts: Partial<PolicyResource> = { dependencies: [], propertyDependencies: {} };
  return { ...argsOf(props), ...facts, ...more };
}

const stackArgs = (...resources: object[]): StackValidationArgs => ({ resources }) as unknown as StackValidationArgs;

describe("the resource in the arguments of policies", () => {
  const props = { bucket: "files", tags: undefined };
  const more = { opts: { parent: PARENT, ignoreChanges: ["tags"] }, provider };

  it("has its parent, its provider and its options", async () => {
    const { subject } = await given().resourceOf(argsOf(props, more), "a");
    expect(subject).toMatchObject({ urn: urnOf(BUCKET, "files"), type: BUCKET, name: "files", parent: PARENT });
    expect(subject).toMatchObject({ external: false, ignoreChanges: ["tags"] });
    expect([subject.str("bucket"), subject.provider.str("region")]).toEqual(["files", "us-west-2"]);
    expect((await given().resourceOf(argsOf(props), "a")).subject.parent).toBeUndefined();
  });

  it("is the same for all policies of one call, with one budget", async () => {
    const sdk = given();
    const first = await sdk.resourceOf(argsOf(props), "a");
    const second = await sdk.resourceOf(argsOf(props), "b");
    expect(second.subject).toBe(first.subject);
    expect(second.budget).toBe(first.budget);
  });

  it("is another where a policy receives one again, and for another URN", async () => {
    const sdk = given();
    const first = await sdk.resourceOf(argsOf(props), "a");
    const again = await sdk.resourceOf(argsOf(props), "a");
    expect(again.subject).not.toBe(first.subject);
    expect(again.budget).not.toBe(first.budget);
    const other = await sdk.resourceOf(argsOf(props, { urn: urnOf(BUCKET, "logs"), name: "logs" }), "b");
    expect(other.subject.name).toBe("logs");
  });
});

describe("the stack in the arguments of policies", () => {
  const key = held({ id: "k" }, { urn: urnOf(KEY, "key"), type: KEY, name: "key" });
  const bucket = held(
    { bucket: "files-1", id: "files-1" },
    {
      dependencies: [key],
      propertyDependencies: { bucket: [key] },
      parent: { urn: PARENT },
      provider,
      opts: { ignoreChanges: ["acl"] },
    },
  );

  it("has the inputs that came before, and the dependencies", async () => {
    const sdk = given();
    await sdk.resourceOf(argsOf({ bucket: "files" }), "a");
    const { subject: stack } = await sdk.stackOf(stackArgs(key, bucket), "a");
    const [found] = stack.ofType(BUCKET);
    expect([found?.str("bucket"), found?.outputs.str("id"), found?.parent]).toEqual(["files", "files-1", PARENT]);
    expect(found?.dependencies.map(({ name }) => name)).toEqual(["key"]);
    expect(found?.propertyDependencies.get("bucket")?.map(({ name }) => name)).toEqual(["key"]);
    expect(found?.provider.str("region")).toBe("us-west-2");
    expect(found?.ignoreChanges).toEqual(["acl"]);
    expect(stack.ofType(KEY)[0]).toMatchObject({ external: true });
  });

  it("has a parent by its URN where that is not in the stack", async () => {
    const { subject } = await given().stackOf(
      stackArgs(held({ bucket: "x" }, { opts: { parent: PARENT, ignoreChanges: [] } })),
      "a",
    );
    expect(subject.ofType(BUCKET)[0]?.parent).toBe(PARENT);
  });

  it("is the same for all policies of one call, also where it is empty", async () => {
    for (const args of [stackArgs(key, bucket), stackArgs()]) {
      const sdk = given();
      const first = await sdk.stackOf(args, "a");
      expect((await sdk.stackOf(args, "b")).subject).toBe(first.subject);
      expect((await sdk.stackOf(args, "c")).budget).toBe(first.budget);
      expect((await sdk.stackOf(args, "b")).subject).not.toBe(first.subject);
    }
  });
});
