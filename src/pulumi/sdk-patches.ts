import { createRequire } from "node:module";
import type { handleUnaryCall, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Wire } from "../graph/recorded";
import type { Analyzer } from "./analyzer";
import { TruncatedMessage } from "./protobuf";

// All that preflight replaces in Pulumi's SDK; docs/sdk-patches.md explains why, and what holds where the SDK has changed.

type Handler = handleUnaryCall<unknown, unknown>;
type Call = Parameters<Handler>[0];
type Callback = Parameters<Handler>[1];

interface GrpcServer {
  addService(service: ServiceDefinition, handlers: UntypedServiceImplementation): void;
}

interface Struct {
  toJavaScript(): Record<string, Wire>;
}

interface Decoding {
  deserializeProperties?: (struct: Struct, proxySecrets: boolean) => unknown;
}

/** A request as it travels. */
interface Raw {
  bytes: Buffer;
}

/** The methods that the analyzer answers; all others stay the SDK's. */
const ANSWERED = ["remediate", "analyze", "analyzeStack"] as const;

/** Loads the modules of @pulumi/policy and its own copies of packages, since others are other modules. */
export const ofSdk = createRequire(require.resolve("@pulumi/policy"));

/**
 * Replaces parts of the SDK, for the server that `start` creates.
 * @param start creates a PolicyPack of @pulumi/policy
 */
export function install(analyzer: Analyzer, start: () => void): void {
  const decoding = optional("@pulumi/policy/deserialize") as Decoding | undefined;
  if (decoding) {
    guardDecoding(decoding);
  }
  const { Server } = (optional("@grpc/grpc-js") ?? {}) as { Server?: { prototype: GrpcServer } };
  if (Server) {
    replaceHandlers(Server.prototype, analyzer, start);
  } else {
    start();
  }
}

/** A module of the SDK; absent in a version without it. */
function optional(module: string): unknown {
  try {
    return ofSdk(module);
  } catch {
    return undefined;
  }
}

/**
 * Lets the SDK's decoding pass on what it throws at, such as an empty text asset: thrown while the SDK remediates, the
 * error would let the user's preview hang, and thrown later, it would fail the operation.
 */
export function guardDecoding(decoding: Decoding): void {
  const original = decoding.deserializeProperties;
  if (original) {
    decoding.deserializeProperties = (struct, proxySecrets) => {
      try {
        return original(struct, proxySecrets);
      } catch {
        return struct.toJavaScript();
      }
    };
  }
}

/** Has the analyzer answer the requests to the service that `start` adds to a server. */
export function replaceHandlers(prototype: GrpcServer, analyzer: Analyzer, start: () => void): void {
  const addService = Object.getOwnPropertyDescriptor(prototype, "addService")?.value as
    GrpcServer["addService"] | undefined;
  if (!addService) {
    start();
    return;
  }
  prototype.addService = function (this: GrpcServer, service, handlers) {
    const isAnalyzer = [...ANSWERED, "configure"].every(
      (name) => service[name] && typeof handlers[name] === "function",
    );
    if (isAnalyzer) {
      addService.call(this, inBytes(service), replaced(service, handlers, analyzer));
    } else {
      addService.call(this, service, handlers);
    }
  };
  try {
    start();
  } finally {
    prototype.addService = addService;
  }
}

/** The service with requests as they travel, and responses as they travel or, where the SDK answers, as messages. */
function inBytes(service: ServiceDefinition): ServiceDefinition {
  const methods = ANSWERED.flatMap((name) => {
    const method = service[name];
    return method === undefined ? [] : [[name, method] as const];
  });
  const changed = methods.map(([name, method]) => {
    const requestDeserialize = (bytes: Buffer): Raw => ({ bytes });
    const responseSerialize = (response: unknown): Buffer =>
      Buffer.isBuffer(response) ? response : method.responseSerialize(response);
    return [name, { ...method, requestDeserialize, responseSerialize }] as const;
  });
  return { ...service, ...Object.fromEntries(changed) };
}

function replaced(
  service: ServiceDefinition,
  sdk: UntypedServiceImplementation,
  analyzer: Analyzer,
): UntypedServiceImplementation {
  const answering = ANSWERED.map((name) => {
    const handler: Handler = (call, callback) => {
      const { bytes } = call.request as Raw;
      const response = answer(() => analyzer[name](bytes));
      if (response instanceof TruncatedMessage) {
        callback(response);
      } else if (response) {
        callback(null, response);
      } else {
        leaveToSdk(service[name]?.requestDeserialize, sdk[name] as Handler, { call, callback });
      }
    };
    return [name, handler] as const;
  });
  return {
    ...sdk,
    ...Object.fromEntries(answering),
    configure: interceptConfigure(sdk["configure"] as Handler, analyzer),
  };
}

/** The analyzer's response; absent where it has none or cannot read the request, an error where the SDK would never end. */
function answer(respond: () => Buffer | undefined): Buffer | TruncatedMessage | undefined {
  try {
    return respond();
  } catch (error) {
    return error instanceof TruncatedMessage ? error : undefined;
  }
}

function leaveToSdk(
  deserialize: ((bytes: Buffer) => unknown) | undefined,
  handler: Handler,
  { call, callback }: { call: Call; callback: Callback },
): void {
  try {
    const request = deserialize?.((call.request as Raw).bytes);
    handler(Object.create(call, { request: { value: request } }) as Call, callback);
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)));
  }
}

/**
 * Shows the analyzer what the engine configures, once the SDK has accepted it. The SDK shows a policy its own settings
 * only, and no levels; the contract has to be known before the first resource is remediated.
 */
function interceptConfigure(handler: Handler, analyzer: Analyzer): Handler {
  return (call, callback) => {
    handler(call, (error, ...rest) => {
      if (!error) {
        analyzer.configure(call.request as ConfigureAnalyzerRequest);
      }
      callback(error, ...rest);
    });
  };
}
