import type * as Protobuf from "google-protobuf";
import type { Wire } from "../stack/recorded";
import { decode, DEEPEST, UNKNOWN_STRING, type Value } from "../stack/value";
import type { Provider, ResourceFacts } from "../stack/resource";
import type { StackResourceFacts } from "../stack/stack";
import { ofSdk } from "./sdk";

const { BinaryReader } = ofSdk("google-protobuf") as typeof Protobuf;
type BinaryReader = Protobuf.BinaryReader;

// The numbers of the fields in pulumi/analyzer.proto and google/protobuf/struct.proto.
const RESOURCE = {
  type: 1,
  properties: 2,
  urn: 3,
  name: 4,
  options: 5,
  provider: 6,
  parent: 7,
  dependencies: 8,
  propertyDependencies: 9,
};
const OPTIONS = { parent: 8 };
const ENTRY = { key: 1, value: 2 };
const VALUE = { null: 1, number: 2, string: 3, bool: 4, struct: 5, list: 6 };

/** Reads an AnalyzeRequest: the resource and its inputs. */
export function readAnalyzeRequest(bytes: Uint8Array, providers: ProviderReader): ResourceFacts & { inputs: Value } {
  const { type, urn, name, parent, provider, properties } = readResource(new BinaryReader(bytes), providers);
  return { type, urn, name, inputs: properties, ...(parent && { parent }), ...(provider && { provider }) };
}

/** Reads an AnalyzeStackRequest: all resources with what the engine holds of them. */
export function readAnalyzeStackRequest(bytes: Uint8Array, providers: ProviderReader): StackResourceFacts[] {
  const found: StackResourceFacts[] = [];
  const reader = new BinaryReader(bytes);
  while (reader.nextField()) {
    if (reader.getFieldNumber() === 1) {
      reader.readMessage(found, () => {
        const { properties, ...facts } = readResource(reader, providers);
        found.push({ ...facts, outputs: properties });
      });
    } else {
      reader.skipField();
    }
  }
  return found;
}

/** Reads providers, which come with each of their resources, once as long as they are the same. */
export class ProviderReader {
  private bytes: Uint8Array | undefined;
  private provider: Provider | undefined;

  read(bytes: Uint8Array): Provider {
    if (this.provider === undefined || this.bytes === undefined || Buffer.compare(this.bytes, bytes) !== 0) {
      const { type, urn, name, properties } = readResource(new BinaryReader(bytes), this);
      this.provider = { type, urn, name, inputs: properties };
      // A copy, since the bytes are a part of the whole message.
      this.bytes = bytes.slice();
    }
    return this.provider;
  }
}

interface Received extends Omit<StackResourceFacts, "inputs" | "outputs"> {
  properties: Value;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
}

function readResource(reader: BinaryReader, providers: ProviderReader): Received {
  const read: Received = { urn: "", type: "", name: "", properties: {}, dependencies: [], propertyDependencies: {} };
  let parent = "";
  while (reader.nextField()) {
    switch (reader.getFieldNumber()) {
      case RESOURCE.type:
        read.type = reader.readString();
        break;
      case RESOURCE.properties:
        reader.readMessage(read, () => {
          read.properties = decode(readStruct(reader, 0));
        });
        break;
      case RESOURCE.urn:
        read.urn = reader.readString();
        break;
      case RESOURCE.name:
        read.name = reader.readString();
        break;
      case RESOURCE.options:
        reader.readMessage(read, () => {
          parent = parent || readText(reader, OPTIONS.parent);
        });
        break;
      case RESOURCE.provider:
        read.provider = providers.read(reader.readBytes());
        break;
      case RESOURCE.parent:
        parent = reader.readString() || parent;
        break;
      case RESOURCE.dependencies:
        read.dependencies.push(reader.readString());
        break;
      case RESOURCE.propertyDependencies:
        reader.readMessage(read, () => {
          readPropertyDependencies(reader, read.propertyDependencies);
        });
        break;
      default:
        reader.skipField();
    }
  }
  return parent === "" ? read : { ...read, parent };
}

/** The text in one field of a message, the others skipped. */
function readText(reader: BinaryReader, field: number): string {
  let text = "";
  while (reader.nextField()) {
    if (reader.getFieldNumber() === field) {
      text = reader.readString();
    } else {
      reader.skipField();
    }
  }
  return text;
}

function readPropertyDependencies(reader: BinaryReader, into: Record<string, string[]>): void {
  let property = "";
  const urns: string[] = [];
  while (reader.nextField()) {
    if (reader.getFieldNumber() === ENTRY.key) {
      property = reader.readString();
    } else {
      reader.readMessage(urns, () => {
        while (reader.nextField()) {
          urns.push(reader.readString());
        }
      });
    }
  }
  define(into, property, urns);
}

function readStruct(reader: BinaryReader, depth: number): Record<string, Wire> {
  const struct: Record<string, Wire> = {};
  while (reader.nextField()) {
    reader.readMessage(struct, () => {
      let key = "";
      let value: Wire = null;
      while (reader.nextField()) {
        if (reader.getFieldNumber() === ENTRY.key) {
          key = reader.readString();
        } else {
          reader.readMessage(struct, () => {
            value = readValue(reader, depth);
          });
        }
      }
      define(struct, key, value);
    });
  }
  return struct;
}

function readValue(reader: BinaryReader, depth: number): Wire {
  let value: Wire = null;
  while (reader.nextField()) {
    switch (reader.getFieldNumber()) {
      case VALUE.number:
        value = reader.readDouble();
        break;
      case VALUE.string:
        value = reader.readString();
        break;
      case VALUE.bool:
        value = reader.readBool();
        break;
      case VALUE.struct:
      case VALUE.list: {
        const isList = reader.getFieldNumber() === VALUE.list;
        reader.readMessage(reader, () => {
          value = depth > DEEPEST ? UNKNOWN_STRING : (isList ? readList : readStruct)(reader, depth + 1);
        });
        break;
      }
      default:
        reader.skipField();
        value = null;
    }
  }
  return value;
}

function readList(reader: BinaryReader, depth: number): Wire[] {
  const list: Wire[] = [];
  while (reader.nextField()) {
    reader.readMessage(list, () => {
      list.push(readValue(reader, depth));
    });
  }
  return list;
}

// An assignment to `__proto__` would set no property.
function define<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
