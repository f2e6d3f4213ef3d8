import type { handleUnaryCall, ServiceDefinition, ServiceError, UntypedServiceImplementation } from "@grpc/grpc-js";
import { AnalyzeResponse, AnalyzerInfo, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { type AnalyzerCalls, type Done, PackClient } from "./pack-client";

interface Message {
  serializeBinary(): Uint8Array;
}

interface GrpcServer {
  addService: (service: ServiceDefinition, handlers: UntypedServiceImplementation) => void;
  bindAsync: () => void;
}

interface Added {
  service: ServiceDefinition;
  handlers: UntypedServiceImplementation;
}

/** What a server is given while `start` runs. No server listens, so that no process and no port is needed. */
export function addedServices(prototype: GrpcServer, start: () => void): Added[] {
  const { addService, bindAsync } = prototype;
  const added: Added[] = [];
  prototype.addService = (service, handlers) => {
    added.push({ service, handlers });
  };
  prototype.bindAsync = () => undefined;
  try {
    start();
  } finally {
    Object.assign(prototype, { addService, bindAsync });
  }
  return added;
}

/** Calls a method as gRPC does: with a request's bytes, for a response's bytes. */
export function callMethod({ service, handlers }: Added, name: string, request: Uint8Array): Promise<Buffer> {
  const method = service[name];
  const call = { request: method?.requestDeserialize(Buffer.from(request)) as unknown };
  return new Promise((done, fail) => {
    const handler = handlers[name] as handleUnaryCall<unknown, unknown>;
    handler(call as Parameters<typeof handler>[0], (error, response) => {
      if (error) {
        fail(error instanceof Error ? error : new Error(JSON.stringify(error)));
      } else {
        done(method?.responseSerialize(response) ?? Buffer.alloc(0));
      }
    });
  });
}

/** A pack in this process: all of it runs but gRPC. */
export class InProcessPack extends PackClient {
  private constructor(private readonly added: Added) {
    super(callsTo(added));
  }

  /** @param start starts a pack; each one needs modules of its own, since a process has one pack only */
  static start(start: () => void): InProcessPack {
    const { Server } = jest.requireActual<{ Server: { prototype: GrpcServer } }>("@grpc/grpc-js");
    const [added] = addedServices(Server.prototype, start);
    if (!added) {
      throw new Error("the pack has no server");
    }
    return new InProcessPack(added);
  }

  /** Sends a request as it is, for the response as it is. */
  send(name: string, request: Uint8Array): Promise<Buffer> {
    return callMethod(this.added, name, request);
  }
}

function callsTo(added: Added): AnalyzerCalls {
  const answering =
    <T>(name: string, read: (bytes: Uint8Array) => T) =>
    (request: Message, done: Done<T>): void => {
      callMethod(added, name, request.serializeBinary()).then(
        (bytes) => {
          done(null, read(bytes));
        },
        (error: unknown) => {
          done(error as ServiceError, undefined as T);
        },
      );
    };
  return {
    getAnalyzerInfo: answering("getAnalyzerInfo", (bytes) => AnalyzerInfo.deserializeBinary(bytes)),
    configure: answering("configure", () => undefined),
    remediate: answering("remediate", (bytes) => RemediateResponse.deserializeBinary(bytes)),
    analyze: answering("analyze", (bytes) => AnalyzeResponse.deserializeBinary(bytes)),
    analyzeStack: answering("analyzeStack", (bytes) => AnalyzeResponse.deserializeBinary(bytes)),
  };
}
