import type { handleUnaryCall, ServiceError, UntypedServiceImplementation } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  LogSeverity,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
  type LogRequest,
} from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse, type InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  SupportsFeatureResponse,
  type ReadResourceRequest,
  type RegisterPackageRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceCallRequest,
  type ResourceInvokeRequest,
  type SupportsFeatureRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { STACK_REFERENCE_TYPE } from "../graph/answers";
import type { RecordedStack, SourcePosition, Wire } from "../graph/recorded";
import { Empty, Server, ServerCredentials, status, Struct } from "./grpc";
import { requireAssets } from "./asset-paths";
import { answerInvoke, isComputedHere, type Answers } from "./invokes";
import { reachesSame, type RecordedAnswers } from "./recorded-answers";
import { locationsOf, programLocation, type SentPosition } from "../graph/source-position";
import { partsOfUrn, urnOfProvider } from "../graph/urn";
import { ProgramError } from "../errors";
import type { Gap } from "../rules/gap";
import { packageOf, Recorder, type PackageRequest, type RecorderOptions, type Registration } from "./recorder";
import { Transforms } from "./transforms";
import { plainProperties, UNKNOWN, type Properties } from "./wire";

/** As large as the real engine takes messages. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** What the monitor serves, in the words of its clients. */
const FEATURES = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "deletedWith",
  "replaceWith",
  "replacementTrigger",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

// Versions of the SDK answer with messages of different names, which are the same on the wire: the service knows its own.
const { responseType: Answer } = ResourceMonitorService.invoke as unknown as {
  responseType: new () => InvokeResponse;
};

const STACK = "pulumi:pulumi:Stack";

export interface MonitorOptions extends RecorderOptions {
  /** The region where neither the configuration nor a provider names one. */
  region: string;
  /** True where the program's SDK accepts nothing but a dictionary for a map in a result. */
  requiresMaps?: boolean;
  /** Called with each warning of the program or the engine. */
  onWarning?: (message: string) => void;
  /** Answers of data sources to what only AWS knows; stand-ins without them. */
  answers?: Answers;
  /** What the cloud answered before, over all other answers. */
  recordedAnswers?: RecordedAnswers;
  /** The folder of the project file. */
  root: string;
  /** The folder that the program runs in. */
  folder: string;
  /** Called with what a plugin would do, and nothing does here. */
  onUnserved?: (gap: Gap) => void;
  /** Called with how many resources the program has registered. */
  onProgress?: (resources: number) => void;
  /** Called when the program cannot go on. */
  onFatal?: (error: ProgramError) => void;
}

type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;

function fromStruct(struct: Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

function toStruct(properties: Properties): Struct {
  return Struct.fromJavaScript(properties);
}

/** The engine and the resource monitor of one run of a program. */
export class Monitor {
  /** What the program logged as errors, in order. */
  readonly errors: string[] = [];
  private readonly recorder: Recorder;
  private readonly transforms = new Transforms();
  private readonly packages = new Map<string, PackageRequest>();
  private readonly server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
    // Statistics for a debugger of gRPC, counted with each call.
    "grpc.enable_channelz": 0,
  });
  private rootUrn = "";
  private registered = 0;
  private hasRemote = false;

  constructor(private readonly options: MonitorOptions) {
    this.recorder = new Recorder(options);
    this.server.addService(ResourceMonitorService, this.monitorService());
    this.server.addService(EngineService, this.engineService());
  }

  /** The address to hand to the program. */
  start(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(`127.0.0.1:${String(port)}`);
      });
    });
  }

  stop(): void {
    this.transforms.close();
    this.server.forceShutdown();
  }

  recorded(): RecordedStack {
    return this.recorder.recorded();
  }

  private monitorService(): UntypedServiceImplementation {
    return {
      supportsFeature: this.unary((request: SupportsFeatureRequest) =>
        new SupportsFeatureResponse().setHassupport(FEATURES.has(request.getId())),
      ),
      registerResource: this.unary((request: RegisterResourceRequest) => this.registerResource(request)),
      registerResourceOutputs: this.unary((request: RegisterResourceOutputsRequest) => {
        this.recorder.registerOutputs(request.getUrn(), fromStruct(request.getOutputs()));
        return new Empty();
      }),
      readResource: this.unary((request: ReadResourceRequest) => this.readResource(request)),
      invoke: this.unary((request: ResourceInvokeRequest) => this.invoke(request)),
      call: this.unary((request: ResourceCallRequest) => this.answerCall(request)),
      registerPackage: this.unary((request: RegisterPackageRequest) => this.registerPackage(request)),
      registerStackTransform: this.unary((request: Callback) => {
        this.transforms.addStackTransform(request);
        return new Empty();
      }),
      registerStackInvokeTransform: this.unary(() => new Empty()),
      registerResourceHook: this.unary(() => new Empty()),
      registerErrorHook: this.unary(() => new Empty()),
      signalAndWaitForShutdown: this.unary(() => new Empty()),
    };
  }

  private engineService(): UntypedServiceImplementation {
    return {
      log: this.unary((request: LogRequest) => {
        this.log(request);
        return new Empty();
      }),
      getRootResource: this.unary(() => new GetRootResourceResponse().setUrn(this.rootUrn)),
      setRootResource: this.unary((request: { getUrn(): string }) => {
        this.rootUrn = request.getUrn();
        return new SetRootResourceResponse();
      }),
      startDebugging: this.unary(() => new Empty()),
      requirePulumiVersion: this.unary(() => new RequirePulumiVersionResponse()),
    };
  }

  private unary<Request, Response>(handler: Handler<Request, Response>): handleUnaryCall<Request, Response> {
    return (call, callback) => {
      // In the same turn where it can be: registrations are recorded in the order of their arrival.
      const answer = async (): Promise<Response> => handler(call.request);
      answer().then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(this.rejection(error));
        },
      );
    };
  }

  private rejection(error: unknown): Partial<ServiceError> {
    if (error instanceof ProgramError) this.options.onFatal?.(error);
    return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
  }

  private log(request: LogRequest): void {
    const severity = request.getSeverity();
    if (severity === LogSeverity.ERROR) this.errors.push(request.getMessage());
    if (severity === LogSeverity.WARNING) this.options.onWarning?.(request.getMessage());
  }

  private packageRequest(
    token: string,
    request: ResourceInvokeRequest | RegisterResourceRequest | ReadResourceRequest,
  ) {
    const registered = this.packages.get(request.getPackageref());
    return registered ?? { name: packageOf(token), version: request.getVersion(), url: request.getPlugindownloadurl() };
  }

  private async registerResource(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const byProperty: Record<string, string[]> = {};
    request.getPropertydependenciesMap().forEach((value, key) => (byProperty[key] = value.getUrnsList()));
    const registration: Registration = {
      type: request.getType(),
      name: request.getName(),
      custom: request.getCustom(),
      remote: request.getRemote(),
      parent: request.getParent(),
      inputs: fromStruct(request.getObject()),
      dependencies: request.getDependenciesList(),
      propertyDependencies: byProperty,
      provider: request.getProvider(),
      providers: Object.fromEntries(request.getProvidersMap().toObject()),
      package: this.packageRequest(request.getType(), request),
      importId: request.getImportid(),
      ignoreChanges: request.getIgnorechangesList(),
    };
    const source = this.sourceOf(request);
    if (source !== undefined) registration.source = source;
    this.noteWhatIsNotRun(registration);
    const own = request.getTransformsList();
    const changed = this.transforms.concern(registration, own)
      ? await this.transformed(registration, own)
      : registration;
    requireAssets(changed, this.options.folder);
    const { urn, id, outputs } = this.recorder.register(changed);
    this.options.onProgress?.(++this.registered);
    this.transforms.remember(urn, changed.parent, own);
    return new RegisterResourceResponse().setUrn(urn).setId(id).setObject(toStruct(outputs));
  }

  /** What transforms make of a resource. They may fail on outputs of a remote component, which no plugin gives here. */
  private async transformed(registration: Registration, own: Callback[]): Promise<Registration> {
    try {
      return await this.transforms.apply(registration, own);
    } catch (error) {
      if (!this.hasRemote) throw error;
      this.options.onUnserved?.({
        kind: "unknown-values",
        message:
          `a transform of ${registration.name} (${registration.type}) failed where outputs of a remote component are not ` +
          `known, so that it was left out; 'pulumi preview --policy-pack' runs it.`,
      });
      return registration;
    }
  }

  private sourceOf(request: RegisterResourceRequest): SourcePosition | undefined {
    if (request.getType() === STACK) return undefined;
    for (const position of positionsOf(request)) {
      const found = programLocation(locationsOf([position], this.options.root));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private noteWhatIsNotRun({ type, name, remote }: Registration): void {
    if (remote) {
      this.hasRemote = true;
      this.options.onUnserved?.({
        kind: "remote-components",
        message:
          `the component ${name} (${type}) is built by a plugin, which is not run here, so that the resources inside ` +
          `it are not seen; 'pulumi preview --policy-pack' sees them.`,
      });
    } else if (isDynamic(type)) {
      this.options.onUnserved?.({
        kind: "unknown-values",
        message:
          `the dynamic resource ${name} is not made here, so that its outputs are not known; ` +
          `'pulumi preview --policy-pack' has them from its provider.`,
      });
    }
  }

  private answerCall(request: ResourceCallRequest): CallResponse {
    this.options.onUnserved?.({
      kind: "unknown-values",
      message:
        `the method ${request.getTok()} is run by a plugin, which is not run here, so that its result is not known; ` +
        `'pulumi preview --policy-pack' runs it.`,
    });
    // One value that is not known makes the whole result unknown in every SDK.
    return new CallResponse().setReturn(toStruct({ result: UNKNOWN }));
  }

  private readResource(request: ReadResourceRequest): ReadResourceResponse {
    const state = fromStruct(request.getProperties());
    const isStackReference = request.getType() === STACK_REFERENCE_TYPE;
    const { urn, outputs } = this.recorder.read({
      type: request.getType(),
      name: request.getName(),
      id: request.getId(),
      parent: request.getParent(),
      state,
      dependencies: request.getDependenciesList(),
      provider: request.getProvider(),
      package: this.packageRequest(request.getType(), request),
    });
    const answer = isStackReference
      ? { ...outputs, ...this.stackOutputs({ name: request.getName(), stack: request.getId(), urn }) }
      : { ...outputs, ...this.recordedState(request) };
    return new ReadResourceResponse().setUrn(urn).setProperties(toStruct(answer));
  }

  private recordedState(request: ReadResourceRequest): Properties | undefined {
    const { recordedAnswers } = this.options;
    const state = recordedAnswers?.read(request.getType(), request.getId());
    if (recordedAnswers !== undefined && state === undefined) {
      this.noteWithoutAnswer(`the resource ${request.getName()} (${request.getType()}), which the program reads,`);
    }
    return state;
  }

  private noteWithoutAnswer(what: string): void {
    const message = `${what} is not among the recorded answers, so that what the cloud has of it is not known.`;
    this.options.onUnserved?.({ kind: "unknown-values", message });
  }

  /** The outputs of another stack: those that were recorded, or unknown. */
  private stackOutputs({ name, stack, urn = "" }: { name: string; stack: string; urn?: string }): Properties {
    const { recordedAnswers } = this.options;
    const recorded = recordedAnswers?.stackOutputs(stack);
    if (recorded !== undefined) return recorded;
    if (recordedAnswers !== undefined) this.noteWithoutAnswer(`the stack ${stack}`);
    if (this.options.dryRun) return { outputs: UNKNOWN, secretOutputNames: UNKNOWN };
    const outputs = this.options.computed?.({ type: STACK_REFERENCE_TYPE, name, urn, inputs: {} }, "outputs");
    return { outputs: outputs ?? {}, secretOutputNames: [] };
  }

  private invoke(request: ResourceInvokeRequest): InvokeResponse {
    const token = request.getTok();
    const args = fromStruct(request.getArgs());
    return new Answer().setReturn(toStruct(this.answer(token, args, request)));
  }

  private answer(token: string, args: Properties, request: ResourceInvokeRequest): Properties {
    if (token === "pulumi:pulumi:getResource") return this.getResource(args);
    const provider = request.getProvider() || this.recorder.defaultProvider(this.packageRequest(token, request));
    if (token.startsWith("pulumi:pulumi:readStack")) {
      const name = text(args.name);
      return { ...args, ...this.stackOutputs({ name, stack: name }) };
    }
    const { region, requiresMaps = false, answers } = this.options;
    const answer = answerInvoke(token, args, {
      provider: this.recorder.providerInputs(provider),
      region,
      requiresMaps,
      ...(answers && { answers }),
    });
    return { ...answer, ...this.recordedResult(token, args, request.getProvider()) };
  }

  private recordedResult(token: string, args: Properties, provider: string): Properties | undefined {
    const { recordedAnswers, region } = this.options;
    if (recordedAnswers === undefined) return undefined;
    const { name } = partsOfUrn(urnOfProvider(provider));
    const passed = plainProperties(args);
    const result = recordedAnswers.call({
      token,
      args: passed,
      ...(name !== "" && { provider: name }),
      reachesDefault:
        name === "" ||
        reachesSame(this.recorder.providerInputs(provider), this.recorder.packageConfig(packageOf(token)), region),
    });
    // A call with a value that is not known follows from another one that has no answer.
    if (result === undefined && !isComputedHere(token) && !JSON.stringify(passed).includes(UNKNOWN)) {
      const names = Object.keys(passed);
      this.noteWithoutAnswer(`the call of ${token}${names.length === 0 ? "" : ` by ${names.join(", ")}`}`);
    }
    return result;
  }

  private getResource(args: Properties): Properties {
    const urn = typeof args.urn === "string" ? args.urn : "";
    const found = this.recorder.find(urn);
    if (found === undefined) throw new ProgramError(`unknown resource '${urn}'`);
    return { urn, id: found.id, state: found.outputs };
  }

  private registerPackage(request: RegisterPackageRequest): RegisterPackageResponse {
    const parameters = request.getParameterization() ?? request;
    const known = { name: parameters.getName(), version: parameters.getVersion(), url: request.getDownloadUrl() };
    const reference = [request.getName(), known.name, known.version, known.url].join(" ");
    this.packages.set(reference, known);
    return new RegisterPackageResponse().setRef(reference);
  }
}

/** What an SDK sends of where a resource comes from, from the inside out. */
function* positionsOf(request: RegisterResourceRequest): Generator<SentPosition> {
  const own = request.getSourceposition();
  if (own !== undefined) yield own.toObject();
  for (const frame of request.getStacktrace()?.getFramesList() ?? []) {
    const position = frame.getPc();
    if (position !== undefined) yield position.toObject();
  }
}

const text = (value: Wire | undefined): string => (typeof value === "string" ? value : "");

function isDynamic(type: string): boolean {
  return /^pulumi-(?:nodejs|python):dynamic[/:]/.test(type);
}
