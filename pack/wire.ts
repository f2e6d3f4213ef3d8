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

// How a text, bytes and a message are written: their length, then they.
const DELIMITED = 2;

/** A message says of a part that it is longer than the whole. */
export class FalseLength extends Error {
  constructor() {
    super("the request holds a part that is longer than itself");
  }
}

/** The library would go on behind the end of the bytes for as long as the length of an embedded message says. */
function checkLength(reader: BinaryReader): void {
  const bytes = reader.getBuffer();
  let at = reader.getCursor();
  let byte = bytes[at++] ?? 0;
  let length = byte & 0x7f;
  for (let factor = 0x80; byte > 0x7f; factor *= 0x80) {
    byte = bytes[at++] ?? 0;
    length += (byte & 0x7f) * factor;
  }
  if (at + length > bytes.length) {
    throw new FalseLength();
  }
}

function readMessage(reader: BinaryReader, read: () => void): void {
  checkLength(reader);
  reader.readMessage(reader, read);
}

function skipField(reader: BinaryReader): void {
  if ((reader.getWireType() as number) === DELIMITED) {
    checkLength(reader);
  }
  reader.skipField();
}

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
      readMessage(reader, () => {
        const { properties, ...facts } = readResource(reader, providers);
        found.push({ ...facts, outputs: properties });
      });
    } else {
      skipField(reader);
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
        readMessage(reader, () => {
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
        readMessage(reader, () => {
          parent = parent || readText(reader, OPTIONS.parent);
        });
        break;
      case RESOURCE.provider:
        checkLength(reader);
        read.provider = providers.read(reader.readBytes());
        break;
      case RESOURCE.parent:
        parent = reader.readString() || parent;
        break;
      case RESOURCE.dependencies:
        read.dependencies.push(reader.readString());
        break;
      case RESOURCE.propertyDependencies:
        readMessage(reader, () => {
          readPropertyDependencies(reader, read.propertyDependencies);
        });
        break;
      default:
        skipField(reader);
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
      skipField(reader);
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
      readMessage(reader, () => {
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
    readMessage(reader, () => {
      let key = "";
      let value: Wire = null;
      while (reader.nextField()) {
        if (reader.getFieldNumber() === ENTRY.key) {
          key = reader.readString();
        } else {
          readMessage(reader, () => {
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
        readMessage(reader, () => {
          value = depth > DEEPEST ? UNKNOWN_STRING : (isList ? readList : readStruct)(reader, depth + 1);
        });
        break;
      }
      default:
        skipField(reader);
        value = null;
    }
  }
  return value;
}

function readList(reader: BinaryReader, depth: number): Wire[] {
  const list: Wire[] = [];
  while (reader.nextField()) {
    readMessage(reader, () => {
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
