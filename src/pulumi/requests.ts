import type { Wire } from "../graph/recorded";
import type { Provider, ResourceFacts } from "../graph/resource";
import type { StackResourceFacts } from "../graph/stack";
import { decode, DEEPEST, UNKNOWN_STRING, type Value } from "../graph/value";
import { MessageReader } from "./protobuf";

// The numbers of the fields in pulumi/analyzer.proto and google/protobuf/struct.proto.
const STACK = { resources: 1 };
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
const OPTIONS = { ignoreChanges: 2, parent: 8 };
const ENTRY = { key: 1, value: 2 };
const VALUE = { null: 1, number: 2, string: 3, bool: 4, struct: 5, list: 6 };

/** Reads an AnalyzeRequest: the resource and its inputs. */
export function readAnalyzeRequest(bytes: Buffer, providers: ProviderReader): ResourceFacts & { inputs: Value } {
  const read = readResource(new MessageReader(bytes), providers);
  const { type, urn, name, parent, provider, properties, ignoreChanges } = read;
  return {
    type,
    urn,
    name,
    inputs: properties,
    ignoreChanges,
    ...(parent !== undefined && { parent }),
    ...(provider && { provider }),
  };
}

/** Reads an AnalyzeStackRequest: all resources with what the engine holds of them. */
export function readAnalyzeStackRequest(bytes: Buffer, providers: ProviderReader): StackResourceFacts[] {
  const found: StackResourceFacts[] = [];
  const reader = new MessageReader(bytes);
  while (reader.next()) {
    if (reader.field === STACK.resources) {
      const { properties, ...facts } = readResource(reader.message(), providers);
      found.push({ ...facts, outputs: properties });
    } else {
      reader.skip();
    }
  }
  return found;
}

/** Reads providers, which come with each of their resources, once as long as they are the same. */
export class ProviderReader {
  private bytes: Buffer | undefined;
  private provider: Provider | undefined;

  read(bytes: Buffer): Provider {
    if (this.provider === undefined || this.bytes?.equals(bytes) !== true) {
      const { type, urn, name, properties } = readResource(new MessageReader(bytes), this);
      this.provider = { type, urn, name, inputs: properties };
      // A copy, since the bytes are a part of the whole message.
      this.bytes = Buffer.from(bytes);
    }
    return this.provider;
  }
}

interface Received extends Omit<StackResourceFacts, "inputs" | "outputs"> {
  properties: Value;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  ignoreChanges: string[];
}

function readResource(reader: MessageReader, providers: ProviderReader): Received {
  const read: Received = {
    urn: "",
    type: "",
    name: "",
    properties: {},
    dependencies: [],
    propertyDependencies: {},
    ignoreChanges: [],
  };
  let parent = "";
  while (reader.next()) {
    switch (reader.field) {
      case RESOURCE.type:
        read.type = reader.string();
        break;
      case RESOURCE.properties:
        read.properties = decode(readStruct(reader.message(), 0));
        break;
      case RESOURCE.urn:
        read.urn = reader.string();
        break;
      case RESOURCE.name:
        read.name = reader.string();
        break;
      case RESOURCE.options:
        parent = readOptions(reader.message(), read.ignoreChanges) || parent;
        break;
      case RESOURCE.provider:
        read.provider = providers.read(reader.raw());
        break;
      case RESOURCE.parent:
        parent = reader.string() || parent;
        break;
      case RESOURCE.dependencies:
        read.dependencies.push(reader.string());
        break;
      case RESOURCE.propertyDependencies: {
        const { key, strings } = readStringsEntry(reader.message());
        define(read.propertyDependencies, key, strings);
        break;
      }
      default:
        reader.skip();
    }
  }
  return parent === "" ? read : { ...read, parent };
}

/** Reads a resource's options: the parent, which is empty where there is none, and the paths whose changes are ignored. */
function readOptions(reader: MessageReader, ignoreChanges: string[]): string {
  let parent = "";
  while (reader.next()) {
    if (reader.field === OPTIONS.parent) {
      parent = reader.string();
    } else if (reader.field === OPTIONS.ignoreChanges) {
      ignoreChanges.push(reader.string());
    } else {
      reader.skip();
    }
  }
  return parent;
}

/** An entry of a map from names to messages with strings. */
function readStringsEntry(reader: MessageReader): { key: string; strings: string[] } {
  let key = "";
  const strings: string[] = [];
  while (reader.next()) {
    if (reader.field === ENTRY.key) {
      key = reader.string();
    } else {
      const inner = reader.message();
      while (inner.next()) {
        strings.push(inner.string());
      }
    }
  }
  return { key, strings };
}

function readStruct(reader: MessageReader, depth: number): Record<string, Wire> {
  const struct: Record<string, Wire> = {};
  while (reader.next()) {
    const entry = reader.message();
    let key = "";
    let value: Wire = null;
    while (entry.next()) {
      if (entry.field === ENTRY.key) {
        key = entry.string();
      } else {
        value = readValue(entry.message(), depth);
      }
    }
    define(struct, key, value);
  }
  return struct;
}

function readValue(reader: MessageReader, depth: number): Wire {
  let value: Wire = null;
  while (reader.next()) {
    switch (reader.field) {
      case VALUE.number:
        value = reader.double();
        break;
      case VALUE.string:
        value = reader.string();
        break;
      case VALUE.bool:
        value = reader.bool();
        break;
      case VALUE.struct:
      case VALUE.list: {
        const inner = reader.message();
        const read = reader.field === VALUE.list ? readList : readStruct;
        value = depth > DEEPEST ? UNKNOWN_STRING : read(inner, depth + 1);
        break;
      }
      default:
        reader.skip();
        value = null;
    }
  }
  return value;
}

function readList(reader: MessageReader, depth: number): Wire[] {
  const list: Wire[] = [];
  while (reader.next()) {
    list.push(readValue(reader.message(), depth));
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
