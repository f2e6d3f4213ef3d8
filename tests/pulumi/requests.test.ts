import * as fc from "fast-check";
import { BinaryWriter } from "google-protobuf";
import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { TruncatedMessage } from "../../src/pulumi/protobuf";
import { ProviderReader, readAnalyzeRequest, readAnalyzeStackRequest } from "../../src/pulumi/requests";
import { decode, DEEPEST, UNKNOWN, UNKNOWN_STRING } from "../../src/graph/value";

const struct = (object: object): Struct => Struct.fromJavaScript(object as Record<string, JavaScriptValue>);

function request(inputs: object): Buffer {
  const message = new AnalyzeRequest();
  message.setType("aws:s3/bucket:Bucket");
  message.setUrn("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs");
  message.setName("logs");
  message.setProperties(struct(inputs));
  message.setOptions(
    new AnalyzerResourceOptions()
      .setProtect(true)
      .setIgnorechangesList(["tags", "tagsAll"])
      .setAliasesList(["urn:x"])
      .setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts().setCreate(60))
      .setParent("urn:parent"),
  );
  message.setProvider(provider("eu-west-1"));
  return Buffer.from(message.serializeBinary());
}

const provider = (region: string): AnalyzerProviderResource =>
  new AnalyzerProviderResource()
    .setType("pulumi:providers:aws")
    .setUrn("urn:provider")
    .setName("default")
    .setProperties(struct({ region }));

it("reads a resource, its inputs, its parent and its provider", () => {
  expect(readAnalyzeRequest(request({ bucket: "logs", later: UNKNOWN_STRING }), new ProviderReader())).toEqual({
    type: "aws:s3/bucket:Bucket",
    urn: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs",
    name: "logs",
    parent: "urn:parent",
    ignoreChanges: ["tags", "tagsAll"],
    inputs: { bucket: "logs", later: UNKNOWN },
    provider: { type: "pulumi:providers:aws", urn: "urn:provider", name: "default", inputs: { region: "eu-west-1" } },
  });
});

it("reads whatever a message can hold as the SDK does", () => {
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, true, false, UNKNOWN_STRING, "", 0, -0.5, 1e300),
      fc.double({ noNaN: true }),
      fc.string({ unit: "grapheme" }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (inputs) => {
      fc.pre(!JSON.stringify(inputs).includes('"__proto__"'));
      const theirs = decode(struct(inputs).toJavaScript());
      expect(readAnalyzeRequest(request(inputs), new ProviderReader()).inputs).toEqual(theirs);
    }),
  );
});

it("reads a key that JavaScript keeps for itself as any other", () => {
  // Written by hand, since the library loses such a key.
  const writer = new BinaryWriter();
  writer.writeMessage(2, {}, (_struct, fields: BinaryWriter) => {
    fields.writeMessage(1, {}, (_entry, entry: BinaryWriter) => {
      entry.writeString(1, "__proto__");
      entry.writeMessage(2, {}, (_value, value: BinaryWriter) => {
        value.writeBool(4, true);
      });
    });
  });
  const { inputs } = readAnalyzeRequest(Buffer.from(writer.getResultBuffer()), new ProviderReader());
  expect(Object.entries(inputs as object)).toEqual([["__proto__", true]]);
});

it("reads what is nested too deep to look at as unknown", () => {
  let nested: object = { end: 1 };
  for (let depth = 0; depth < 600; depth++) {
    nested = { a: nested };
  }
  let value: unknown = readAnalyzeRequest(request(nested), new ProviderReader()).inputs;
  let depth = 0;
  for (; typeof value === "object" && value !== null; depth++) {
    value = (value as Record<string, unknown>)["a"];
  }
  expect(value).toBe(UNKNOWN);
  expect(depth).toBe(DEEPEST + 1);
});

it("reads a stack: outputs, dependencies and options", () => {
  const message = new AnalyzerResource();
  message.setType("aws:s3/bucket:Bucket");
  message.setUrn("urn:bucket");
  message.setName("logs");
  message.setProperties(struct({ id: "logs-1" }));
  message.setOptions(new AnalyzerResourceOptions().setIgnorechangesList(["*"]).setParent("urn:older"));
  message.setParent("urn:stack");
  message.setDependenciesList(["urn:key", "urn:role"]);
  message.getPropertydependenciesMap().set("key", new AnalyzerPropertyDependencies().setUrnsList(["urn:key"]));
  message.getPropertydependenciesMap().set("tags", new AnalyzerPropertyDependencies());
  const request = new AnalyzeStackRequest().setResourcesList([message, new AnalyzerResource()]).serializeBinary();
  expect(readAnalyzeStackRequest(Buffer.from(request), new ProviderReader())).toEqual([
    {
      type: "aws:s3/bucket:Bucket",
      urn: "urn:bucket",
      name: "logs",
      parent: "urn:stack",
      outputs: { id: "logs-1" },
      ignoreChanges: ["*"],
      dependencies: ["urn:key", "urn:role"],
      propertyDependencies: { key: ["urn:key"], tags: [] },
    },
    { type: "", urn: "", name: "", outputs: {}, ignoreChanges: [], dependencies: [], propertyDependencies: {} },
  ]);
});

it("distinguishes providers, and keeps one that comes again", () => {
  const reader = new ProviderReader();
  const read = (region: string): object => reader.read(Buffer.from(provider(region).serializeBinary()));
  const first = read("eu-west-1");
  expect(read("eu-west-1")).toBe(first);
  expect(read("us-east-1")).toMatchObject({ inputs: { region: "us-east-1" } });
  expect(read("eu-west-1")).toEqual(first);
});

it("reads the parent from the options where an older engine sends it there", () => {
  const message = new AnalyzerResource().setOptions(new AnalyzerResourceOptions().setParent("urn:older"));
  const request = new AnalyzeStackRequest().setResourcesList([message]).serializeBinary();
  expect(readAnalyzeStackRequest(Buffer.from(request), new ProviderReader())[0]?.parent).toBe("urn:older");
});

it("skips what it does not know, also in a stack", () => {
  const unknown = (writer: BinaryWriter): void => {
    writer.writeString(31, "later");
    writer.writeFixed32(32, 1);
    writer.writeFixed64(33, 1);
    writer.writeInt32(34, 300);
  };
  const writer = new BinaryWriter();
  unknown(writer);
  writer.writeString(1, "aws:s3/bucket:Bucket");
  unknown(writer);
  const bytes = Buffer.from(writer.getResultBuffer());
  expect(readAnalyzeRequest(bytes, new ProviderReader())).toMatchObject({ type: "aws:s3/bucket:Bucket", inputs: {} });
  const stack = new BinaryWriter();
  unknown(stack);
  stack.writeBytes(1, bytes);
  const [read] = readAnalyzeStackRequest(Buffer.from(stack.getResultBuffer()), new ProviderReader());
  expect(read).toMatchObject({ type: "aws:s3/bucket:Bucket" });
});

it.each([
  ["a number for the type", [0x08, 1]],
  ["a string of one byte for a number", [0x12, 6, 0x0a, 4, 0x12, 2, 0x12, 0]],
  ["a string for a boolean", [0x12, 6, 0x0a, 4, 0x12, 2, 0x22, 0]],
  ["the start of a group", [0x63]],
])("rejects %s, which is for the SDK to read", (_name, bytes) => {
  const read = (): unknown => readAnalyzeRequest(Buffer.from(bytes), new ProviderReader());
  expect(read).toThrow(TypeError);
  expect(read).toThrow(/^field \d+ has the unexpected wire type \d$/);
});

describe("a part that is longer than the whole", () => {
  // 4,294,967,295 bytes.
  const LENGTH = [0xff, 0xff, 0xff, 0xff, 0x0f];
  const START_OF_A_GROUP = 0x0b;
  // A key, with the wire type of what has a length.
  const key = (field: number): number => field * 8 + 2;
  const within = (field: number, bytes: number[]): number[] => [key(field), bytes.length, ...bytes];

  it.each([
    ["inputs", [key(2), ...LENGTH]],
    ["a property", within(2, [key(1), ...LENGTH])],
    ["the value of a property", within(2, within(1, [key(2), ...LENGTH]))],
    ["an object", within(2, within(1, within(2, [key(5), ...LENGTH])))],
    ["an element of a list", within(2, within(1, within(2, within(6, [key(1), ...LENGTH]))))],
    ["options", [key(5), ...LENGTH]],
    ["options, with a group that has no end", [key(5), ...LENGTH, START_OF_A_GROUP]],
    ["a part of the options that is not read", within(5, [key(7), ...LENGTH])],
    ["the provider", [key(6), ...LENGTH]],
    ["what the provider holds", within(6, [key(2), ...LENGTH])],
    ["property dependencies", [key(9), ...LENGTH]],
    ["the URNs of property dependencies", within(9, [key(2), ...LENGTH])],
    ["a part that is not known", [key(12), ...LENGTH]],
    ["a part that is one byte longer", [key(2), 2, 0]],
    ["a part whose length has no end", [key(2), 0xff, 0xff]],
  ])("is refused at once: %s", (_name, bytes) => {
    const started = performance.now();
    expect(() => readAnalyzeRequest(Buffer.from(bytes), new ProviderReader())).toThrow(TruncatedMessage);
    expect(() => readAnalyzeStackRequest(Buffer.from(within(1, bytes)), new ProviderReader())).toThrow(
      TruncatedMessage,
    );
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("is refused for the resources of a stack", () => {
    const request = Buffer.from([key(1), ...LENGTH]);
    expect(() => readAnalyzeStackRequest(request, new ProviderReader())).toThrow(TruncatedMessage);
  });
});
