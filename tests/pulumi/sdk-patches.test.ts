import type {
  handleUnaryCall,
  MethodDefinition,
  ServiceDefinition,
  ServiceError,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  PolicyConfig,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Analyzer } from "../../src/pulumi/analyzer";
import { TruncatedMessage } from "../../src/pulumi/protobuf";
import { install, ofSdk, replaceHandlers } from "../../src/pulumi/sdk-patches";
import { addedServices, callMethod } from "../kit/in-process-pack";

type Handler = handleUnaryCall<unknown, unknown>;
type AddService = (service: ServiceDefinition, handlers: UntypedServiceImplementation) => void;

const service = AnalyzerService as unknown as ServiceDefinition;

/** Handlers as the SDK has them: each response names the SDK. */
function sdkHandlers(): UntypedServiceImplementation {
  const analyze: Handler = (call, callback) => {
    const response = new AnalyzeResponse();
    response.addDiagnostics().setMessage(`the SDK: ${(call.request as AnalyzeRequest).getName()}`);
    callback(null, response);
  };
  const analyzeStack: Handler = (call, callback) => {
    const response = new AnalyzeResponse();
    const count = (call.request as AnalyzeStackRequest).getResourcesList().length;
    response.addDiagnostics().setMessage(`the SDK: ${String(count)} resources`);
    callback(null, response);
  };
  const remediate: Handler = (call, callback) => {
    const response = new RemediateResponse();
    response.addRemediations().setDiagnostic(`the SDK: ${(call.request as AnalyzeRequest).getName()}`);
    callback(null, response);
  };
  const configure: Handler = (call, callback) => {
    const isRefused = (call.request as ConfigureAnalyzerRequest).getPolicyconfigMap().has("refused");
    callback(isRefused ? new Error("refused") : null, isRefused ? undefined : {});
  };
  const getAnalyzerInfo: Handler = (_call, callback) => {
    callback(null, {});
  };
  return { analyze, analyzeStack, remediate, configure, getAnalyzerInfo };
}

interface Fake {
  analyze: jest.Mock<Buffer, [Buffer]>;
  analyzeStack: jest.Mock<Buffer, [Buffer]>;
  remediate: jest.Mock<Buffer | undefined, [Buffer]>;
  configure: jest.Mock<undefined, [ConfigureAnalyzerRequest]>;
}

function fakeAnalyzer(): Fake {
  return {
    analyze: jest.fn<Buffer, [Buffer]>(),
    analyzeStack: jest.fn<Buffer, [Buffer]>(),
    remediate: jest.fn<Buffer | undefined, [Buffer]>(),
    configure: jest.fn<undefined, [ConfigureAnalyzerRequest]>(),
  };
}

class FakeServer {
  added: { service: ServiceDefinition; handlers: UntypedServiceImplementation }[] = [];
  addService(added: ServiceDefinition, handlers: UntypedServiceImplementation): void {
    this.added.push({ service: added, handlers });
  }
}

/** What a server has once the handlers of a service are replaced. */
function replacedIn(
  fake: Fake,
  handlers: UntypedServiceImplementation = sdkHandlers(),
  definition = service,
): FakeServer["added"][number] {
  const server = new FakeServer();
  replaceHandlers(FakeServer.prototype, fake as unknown as Analyzer, () => {
    server.addService(definition, handlers);
  });
  const [added] = server.added;
  if (!added) {
    throw new Error("nothing was added");
  }
  return added;
}

const request = Buffer.from(new AnalyzeRequest().setName("logs").serializeBinary());
const stack = Buffer.from(new AnalyzeStackRequest().setResourcesList([]).serializeBinary());
const messagesIn = (response: Buffer): string[] =>
  AnalyzeResponse.deserializeBinary(response)
    .getDiagnosticsList()
    .map((one) => one.getMessage());

describe("the handlers of a service with the analyzer's methods", () => {
  it.each(["analyze", "analyzeStack", "remediate"] as const)("answer %s in bytes, for bytes", async (name) => {
    const fake = fakeAnalyzer();
    fake[name].mockReturnValue(Buffer.from("response"));
    const added = replacedIn(fake);
    expect(await callMethod(added, name, request)).toEqual(Buffer.from("response"));
    expect(fake[name].mock.calls).toEqual([[request]]);
  });

  it("leave to the SDK what the analyzer cannot read or does not answer", async () => {
    const fake = fakeAnalyzer();
    fake.analyze.mockImplementation(() => {
      throw new TypeError("not the message that was expected");
    });
    fake.analyzeStack.mockImplementation(() => {
      throw new RangeError();
    });
    const added = replacedIn(fake);
    expect(messagesIn(await callMethod(added, "analyze", request))).toEqual(["the SDK: logs"]);
    expect(messagesIn(await callMethod(added, "analyzeStack", stack))).toEqual(["the SDK: 0 resources"]);
    const remediated = RemediateResponse.deserializeBinary(await callMethod(added, "remediate", request));
    expect(remediated.getRemediationsList().map((one) => one.getDiagnostic())).toEqual(["the SDK: logs"]);
  });

  it("refuse a request that is cut off, which the SDK would read without end", async () => {
    const fake = fakeAnalyzer();
    fake.analyze.mockImplementation(() => {
      throw new TruncatedMessage();
    });
    await expect(callMethod(replacedIn(fake), "analyze", request)).rejects.toThrow("longer than itself");
  });

  it("fail where the SDK cannot read a request either, or throws", async () => {
    const fake = fakeAnalyzer();
    const added = replacedIn(fake);
    // A name that ends within its own length.
    await expect(callMethod(added, "remediate", Buffer.from([0x22, 0x40, 0x61]))).rejects.toThrow();
    const throwing = replacedIn(fake, {
      ...sdkHandlers(),
      remediate: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what is thrown need not be an error
        throw "a string";
      },
    });
    await expect(callMethod(throwing, "remediate", request)).rejects.toThrow("a string");
  });

  it("show the analyzer what the engine configures, unless the SDK refuses it", async () => {
    const fake = fakeAnalyzer();
    const added = replacedIn(fake);
    const message = new ConfigureAnalyzerRequest();
    message.getPolicyconfigMap().set("rds-not-public", new PolicyConfig());
    await expect(configured(added, message)).resolves.toBeUndefined();
    expect(fake.configure.mock.calls).toEqual([[message]]);
    message.getPolicyconfigMap().set("refused", new PolicyConfig());
    await expect(configured(added, message)).rejects.toThrow("refused");
    expect(fake.configure).toHaveBeenCalledTimes(1);
  });

  it("stay the SDK's for all other methods", () => {
    const handlers = sdkHandlers();
    const added = replacedIn(fakeAnalyzer(), handlers);
    expect(added.handlers["getAnalyzerInfo"]).toBe(handlers["getAnalyzerInfo"]);
    expect(added.service["getAnalyzerInfo"]).toBe(service["getAnalyzerInfo"]);
    expect(added.service["configure"]).toBe(service["configure"]);
    expect(added.service["analyze"]).toMatchObject({ path: service["analyze"]?.path, responseStream: false });
  });
});

function configured(
  { handlers }: { handlers: UntypedServiceImplementation },
  message: ConfigureAnalyzerRequest,
): Promise<void> {
  return new Promise((done, fail) => {
    const call = { request: message } as unknown as Parameters<Handler>[0];
    (handlers["configure"] as Handler)(call, (error) => {
      if (error) {
        fail(new Error((error as ServiceError).message));
      } else {
        done();
      }
    });
  });
}

describe("a service without one of the methods", () => {
  it.each(["analyze", "analyzeStack", "remediate", "configure"])("stays the SDK's: %s has no handler", (name) => {
    const handlers = { ...sdkHandlers(), [name]: undefined as unknown as Handler };
    expect(replacedIn(fakeAnalyzer(), handlers)).toEqual({ service, handlers });
  });

  it("stays the SDK's: analyze is not in the definition", () => {
    const definition = { ...service, analyze: undefined as unknown as MethodDefinition<object, object> };
    const handlers = sdkHandlers();
    const added = replacedIn(fakeAnalyzer(), handlers, definition);
    expect(added.service).toBe(definition);
    expect(added.handlers).toBe(handlers);
  });
});

describe("the SDK's server", () => {
  it("is as it was once the pack has started, also where that throws", () => {
    const prototype: { addService: AddService } = FakeServer.prototype;
    const before = Object.values(Object.getOwnPropertyDescriptors(prototype));
    expect(() => {
      replaceHandlers(prototype, fakeAnalyzer() as unknown as Analyzer, () => {
        expect(Object.values(Object.getOwnPropertyDescriptors(prototype))).not.toEqual(before);
        throw new Error("no pack");
      });
    }).toThrow("no pack");
    expect(Object.values(Object.getOwnPropertyDescriptors(prototype))).toEqual(before);
  });

  it("stays as it is where it takes services in another way", () => {
    const start = jest.fn();
    const prototype = Object.create(FakeServer.prototype) as { addService: AddService };
    replaceHandlers(prototype, fakeAnalyzer() as unknown as Analyzer, start);
    expect(start).toHaveBeenCalledTimes(1);
    expect(Object.keys(prototype)).toEqual([]);
  });
});

describe("installed", () => {
  const { Server } = ofSdk("@grpc/grpc-js") as { Server: { prototype: Parameters<typeof addedServices>[0] } };
  const decoding = ofSdk("@pulumi/policy/deserialize") as { deserializeProperties: unknown };

  it("are all patches, in the SDK's own copies of its modules", async () => {
    const { deserializeProperties } = decoding;
    const fake = fakeAnalyzer();
    fake.analyze.mockReturnValue(Buffer.from("response"));
    const [added] = addedServices(Server.prototype, () => {
      install(fake as unknown as Analyzer, () => {
        Server.prototype.addService(service, sdkHandlers());
      });
    });
    expect(await callMethod(added ?? { service: {}, handlers: {} }, "analyze", request)).toEqual(
      Buffer.from("response"),
    );
    expect(decoding.deserializeProperties).not.toBe(deserializeProperties);
    decoding.deserializeProperties = deserializeProperties;
  });

  it.each(["@pulumi/policy/deserialize", "@grpc/grpc-js"])(
    "leave out what an SDK without %s does not have",
    (missing) => {
      jest.isolateModules(() => {
        jest.doMock(missing, () => {
          throw new Error(`Cannot find module '${missing}'`);
        });
        const patches = jest.requireActual<{ install: typeof install }>("../../src/pulumi/sdk-patches");
        const start = jest.fn();
        patches.install(fakeAnalyzer() as unknown as Analyzer, start);
        expect(start).toHaveBeenCalledTimes(1);
        jest.dontMock(missing);
      });
    },
  );
});
