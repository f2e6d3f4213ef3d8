import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";

// What the engine's own library writes and google-protobuf for JavaScript cannot: a key such as `__proto__`, NaN, and
// values that are nested thousands of levels deep. The numbers are those of analyzer.proto and struct.proto.

const TEXT = 2;
const NUMBER = 1;

function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) {
    bytes.push((rest % 0x80) | 0x80);
  }
  return Buffer.from([...bytes, rest]);
}

function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + TEXT), varint(bytes.length), bytes]);
}

const text = (number: number, value: string): Buffer => field(number, Buffer.from(value, "utf8"));

function value(wire: Wire): Buffer {
  if (wire === null) {
    return Buffer.from([8, 0]);
  }
  switch (typeof wire) {
    case "number": {
      const bytes = Buffer.alloc(9);
      bytes[0] = 2 * 8 + NUMBER;
      bytes.writeDoubleLE(wire, 1);
      return bytes;
    }
    case "string":
      return text(3, wire);
    case "boolean":
      return Buffer.from([4 * 8, Number(wire)]);
    default:
      return Array.isArray(wire)
        ? field(6, Buffer.concat(wire.map((item) => field(1, value(item)))))
        : field(5, struct(wire));
  }
}

/** A google.protobuf.Struct. */
export function struct(properties: Record<string, Wire>): Buffer {
  return Buffer.concat(
    Object.entries(properties).map(([key, item]) => field(1, Buffer.concat([text(1, key), field(2, value(item))]))),
  );
}

function identity({ type, urn, name }: RecordedResource, properties: Record<string, Wire>): Buffer[] {
  return [text(1, type), field(2, struct(properties)), text(3, urn), text(4, name)];
}

/** What every request about a resource begins with: its options and its provider. */
function surroundings(resource: RecordedResource, providers: ReadonlyMap<string, RecordedResource>): Buffer[] {
  const provider = providers.get(resource.provider?.slice(0, resource.provider.lastIndexOf("::")) ?? "");
  return [
    field(5, resource.parent === undefined ? Buffer.alloc(0) : text(8, resource.parent)),
    ...(provider ? [field(6, Buffer.concat(identity(provider, provider.inputs)))] : []),
  ];
}

const byUrn = ({ resources }: RecordedStack): Map<string, RecordedResource> =>
  new Map(resources.map((resource) => [resource.urn, resource]));

/** The requests of a whole run: an AnalyzeRequest for each resource, and the AnalyzeStackRequest. */
export function requestsOf(recorded: RecordedStack): { resources: Buffer[]; stack: Buffer } {
  const providers = byUrn(recorded);
  return {
    resources: recorded.resources.map((resource) =>
      Buffer.concat([...identity(resource, resource.inputs), ...surroundings(resource, providers)]),
    ),
    stack: Buffer.concat(
      recorded.resources.map((resource) =>
        field(
          1,
          Buffer.concat([
            ...identity(resource, resource.outputs),
            ...surroundings(resource, providers),
            ...(resource.parent === undefined ? [] : [text(7, resource.parent)]),
            ...resource.dependencies.map((urn) => text(8, urn)),
            ...Object.entries(resource.propertyDependencies).map(([property, urns]) =>
              field(9, Buffer.concat([text(1, property), field(2, Buffer.concat(urns.map((urn) => text(1, urn))))])),
            ),
          ]),
        ),
      ),
    ),
  };
}
