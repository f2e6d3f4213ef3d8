import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { decodedOf, ownDecoding, targetOf, translate } from "../../pack/decoding";
import { Archive, Asset, decode, UNKNOWN, UNKNOWN_STRING } from "../../stack/value";
import { example } from "../kit/examples";

// The SDK keeps these out of its typings. Its function is looked up at each call, since ours takes its place.
const sdk = jest.requireActual<{ deserializeProperties: (message: Struct, proxySecrets: boolean) => object }>(
  "@pulumi/policy/deserialize",
);
const { unknownCheckingProxy } = jest.requireActual<{ unknownCheckingProxy: <T>(value: T) => T }>(
  "@pulumi/policy/proxy",
);
const deserializeProperties: typeof sdk.deserializeProperties = (...args) => sdk.deserializeProperties(...args);

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

it("translates what the SDK's own decoding gives into the values that ours gives", async () => {
  const theirs = unknownCheckingProxy(deserializeProperties(struct(properties), false));
  const ours = decode(struct(properties).toJavaScript());
  expect(await decodedOf(theirs)).toEqual(ours);
  expect(ours).toMatchObject({
    later: UNKNOWN,
    list: ["a", UNKNOWN, { deep: "s" }],
    code: new Archive({ "index.py": new Asset("print(1)"), lib: new Archive(undefined, "./lib") }),
  });
});

it.each(["flawed", "fixed"] as const)("equals the SDK's decoding on the whole of blue-green/%s", async (kind) => {
  for (const { inputs, outputs } of (await example("blue-green", kind)).resources) {
    for (const one of [inputs, outputs]) {
      const theirs = await translate(deserializeProperties(struct(one), false));
      expect(theirs).toEqual(decode(struct(one).toJavaScript() as Parameters<typeof decode>[0]));
    }
  }
});

it("reads values that the SDK cannot name as absent", async () => {
  expect(await translate({ a: undefined, b: () => 1, c: Promise.resolve("x") })).toEqual({ a: null, b: null, c: "x" });
});

describe("with our decoding in the SDK's place", () => {
  beforeAll(() => {
    expect(ownDecoding()).toBe(true);
  });

  it("decodes a message once, also one whose asset is empty", async () => {
    const message = struct({ code: asset(""), later: UNKNOWN_STRING });
    const first = unknownCheckingProxy(deserializeProperties(message, false));
    const second = unknownCheckingProxy(deserializeProperties(message, false));
    expect(targetOf(first)).toBe(targetOf(second));
    expect(await decodedOf(first)).toEqual({ code: new Asset(""), later: UNKNOWN });
  });

  it("leaves remediation, which needs the SDK's own objects, alone", () => {
    expect(deserializeProperties(struct({ later: UNKNOWN_STRING }), true)).toEqual({ later: UNKNOWN_STRING });
  });

  it.each([
    ["an empty asset", asset("")],
    ["an archive of nothing", archive({})],
    ["an unknown signature", { [SIGNATURE]: "0".repeat(32) }],
  ])("gives a remediation as it came what the SDK cannot read, on which the preview would hang: %s", (_name, code) => {
    expect(deserializeProperties(struct({ name: "x", code }), true)).toEqual({ name: "x", code });
  });
});
