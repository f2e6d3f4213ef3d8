import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { providerOf, targetOf, valueOf } from "../../src/pulumi/sdk-values";
import { guardDecoding } from "../../src/pulumi/sdk-patches";
import { Archive, Asset, decode, UNKNOWN, UNKNOWN_STRING } from "../../src/graph/value";

// The SDK keeps these out of its typings.
const { deserializeProperties } = jest.requireActual<{
  deserializeProperties: (message: Struct, proxySecrets: boolean) => object;
}>("@pulumi/policy/deserialize");
const { unknownCheckingProxy } = jest.requireActual<{ unknownCheckingProxy: <T>(value: T) => T }>(
  "@pulumi/policy/proxy",
);

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const secret = (value: string): object => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value });
const asset = (text: string): object => ({ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text });
const archive = (fields: object): object => ({ [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7", ...fields });

const properties = {
  name: "x",
  size: 3,
  on: true,
  nothing: null,
  later: UNKNOWN_STRING,
  list: ["a", UNKNOWN_STRING, { deep: secret("s") }],
  code: archive({ assets: { "index.py": asset("print(1)"), lib: archive({ path: "./lib" }) } }),
  file: { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", path: "./a.txt" },
  remote: archive({ uri: "https://example.org/a.zip" }),
};

const struct = (object: object): Struct => Struct.fromJavaScript(object as Parameters<typeof Struct.fromJavaScript>[0]);

it("reads what the SDK hands to a policy as it reads what travels", async () => {
  const theirs = unknownCheckingProxy(deserializeProperties(struct(properties), false));
  const ours = decode(struct(properties).toJavaScript());
  expect(await valueOf(targetOf(theirs))).toEqual(ours);
  expect(ours).toMatchObject({
    later: UNKNOWN,
    list: ["a", UNKNOWN, { deep: "s" }],
    code: new Archive({ "index.py": new Asset("print(1)"), lib: new Archive(undefined, "./lib") }),
    file: new Asset(undefined, "./a.txt"),
    remote: new Archive(undefined, undefined, "https://example.org/a.zip"),
  });
});

it("reads values that the SDK has no name for as absent", async () => {
  expect(await valueOf({ a: undefined, b: () => 1, c: Promise.resolve("x") })).toEqual({ a: null, b: null, c: "x" });
});

it("takes an object that is behind no proxy as it is", () => {
  const plain = { a: 1 };
  expect(targetOf(plain)).toBe(plain);
  expect(targetOf(unknownCheckingProxy(plain))).toBe(plain);
  expect(targetOf({ __getSpecialProxyTarget: "x", a: 1 })).toEqual({ __getSpecialProxyTarget: "x", a: 1 });
});

it("reads a provider, whose configuration is behind a proxy too", async () => {
  const props = unknownCheckingProxy({ region: UNKNOWN_STRING, profile: "prod" });
  const given = { urn: "urn:x", type: "pulumi:providers:aws", name: "west", props };
  expect(await providerOf(given)).toEqual({ ...given, props: undefined, inputs: { region: UNKNOWN, profile: "prod" } });
  expect(await providerOf(undefined)).toBeUndefined();
});

describe("with the SDK's decoding guarded", () => {
  const guarded = { deserializeProperties };
  guardDecoding(guarded as Parameters<typeof guardDecoding>[0]);

  it.each([
    ["an empty asset", asset(""), new Asset("")],
    ["an archive of nothing", archive({}), new Archive()],
    ["an unknown signature", { [SIGNATURE]: "0".repeat(32) }, UNKNOWN],
  ])("passes on as it travels what the SDK throws at: %s", async (_name, code, value) => {
    const given = struct({ name: "x", code });
    expect(() => deserializeProperties(given, true)).toThrow();
    expect(guarded.deserializeProperties(given, true)).toEqual({ name: "x", code });
    expect(await valueOf(guarded.deserializeProperties(given, false))).toEqual({ name: "x", code: value });
  });

  it("leaves all else to the SDK", () => {
    const given = struct({ name: secret("x"), later: UNKNOWN_STRING });
    expect(guarded.deserializeProperties(given, false)).toEqual({ name: "x", later: UNKNOWN_STRING });
    expect(guarded.deserializeProperties(given, true)).toEqual(deserializeProperties(given, true));
  });

  it("adds no decoding where the SDK has none", () => {
    const none = {};
    guardDecoding(none);
    expect(none).toEqual({});
  });
});
