import type { ServiceError } from "@grpc/grpc-js";
import {
  AnalyzeDiagnostic,
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";

/** A finding as the engine gets it. */
export interface Diagnostic {
  rule: string;
  level: "advisory" | "mandatory";
  urn: string;
  message: string;
}

/** The result of a remediation: all inputs, or a remark. */
export interface RemediationAnswer {
  rule: string;
  inputs?: Record<string, Wire>;
  diagnostic?: string;
}

const LEVELS = new Map<number, Diagnostic["level"]>([
  [EnforcementLevel.ADVISORY, "advisory"],
  [EnforcementLevel.MANDATORY, "mandatory"],
]);

const struct = (properties: Record<string, Wire>): Struct => Struct.fromJavaScript(properties);

export type Done<T> = (error: ServiceError | null, response: T) => void;

/** The calls that the engine makes, by the names that its generated client has. */
export interface AnalyzerCalls {
  getAnalyzerInfo(request: Empty, done: Done<AnalyzerInfo>): unknown;
  configure(request: ConfigureAnalyzerRequest, done: Done<unknown>): unknown;
  remediate(request: AnalyzeRequest, done: Done<RemediateResponse>): unknown;
  analyze(request: AnalyzeRequest, done: Done<AnalyzeResponse>): unknown;
  analyzeStack(request: AnalyzeStackRequest, done: Done<AnalyzeResponse>): unknown;
}

/** Calls a pack as the engine does, and reads its responses. */
export class PackClient {
  constructor(private readonly calls: AnalyzerCalls) {}

  info(): Promise<AnalyzerInfo> {
    return call((done) => this.calls.getAnalyzerInfo(new Empty(), done));
  }

  /** Sets the level and properties of policies, as `--policy-pack-config` and Pulumi Cloud do. */
  async configure(
    policies: Record<string, { level?: EnforcementLevel; properties?: Record<string, Wire> }>,
  ): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    const registered = new Map((await this.info()).getPoliciesList().map((info) => [info.getName(), info]));
    for (const [name, { level, properties }] of Object.entries(policies)) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(level ?? registered.get(name)?.getEnforcementlevel() ?? EnforcementLevel.MANDATORY);
      config.setProperties(struct(properties ?? {}));
      request.getPolicyconfigMap().set(name, config);
    }
    await call((done) => this.calls.configure(request, done));
  }

  async analyze(recorded: RecordedStack, resource: RecordedResource): Promise<Diagnostic[]> {
    const request = requestFor(recorded, resource);
    return this.diagnostics((done) => this.calls.analyze(request, done), resource.urn);
  }

  /** What the policies at the level `remediate` make of a resource, in their order; the last inputs count. */
  async remediate(
    recorded: RecordedStack,
    resource: RecordedResource,
    ignoreChanges: string[] = [],
  ): Promise<RemediationAnswer[]> {
    const request = requestFor(recorded, resource);
    request.getOptions()?.setIgnorechangesList(ignoreChanges);
    const response = await call<RemediateResponse>((done) => this.calls.remediate(request, done));
    return response.getRemediationsList().map((remediation) => {
      const inputs = remediation.getProperties()?.toJavaScript();
      const diagnostic = remediation.getDiagnostic();
      return { rule: remediation.getPolicyname(), ...(inputs && { inputs }), ...(diagnostic && { diagnostic }) };
    });
  }

  async analyzeStack(recorded: RecordedStack): Promise<Diagnostic[]> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(
      recorded.resources.map((resource) => {
        const message = new AnalyzerResource();
        message.setType(resource.type);
        message.setUrn(resource.urn);
        message.setName(resource.name);
        message.setProperties(struct(resource.outputs));
        message.setOptions(optionsOf(resource));
        message.setParent(resource.parent ?? "");
        message.setDependenciesList(resource.dependencies);
        for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
          message.getPropertydependenciesMap().set(property, new AnalyzerPropertyDependencies().setUrnsList(urns));
        }
        const provider = providerOf(recorded, resource);
        if (provider) {
          message.setProvider(provider);
        }
        return message;
      }),
    );
    return this.diagnostics((done) => this.calls.analyzeStack(request, done), "");
  }

  /** A whole run: every resource that the program registers, then the stack; what it only reads is not sent. */
  async run(recorded: RecordedStack): Promise<Diagnostic[]> {
    const sent = { ...recorded, resources: recorded.resources.filter(({ external }) => !external) };
    const found: Diagnostic[] = [];
    for (const resource of sent.resources) {
      found.push(...(await this.analyze(sent, resource)));
    }
    return [...found, ...(await this.analyzeStack(sent))];
  }

  private async diagnostics(request: (done: Done<AnalyzeResponse>) => void, urn: string): Promise<Diagnostic[]> {
    const response = await call(request);
    return response.getDiagnosticsList().map((diagnostic: AnalyzeDiagnostic) => ({
      rule: diagnostic.getPolicyname(),
      level: LEVELS.get(diagnostic.getEnforcementlevel()) ?? "mandatory",
      urn: diagnostic.getUrn() || urn,
      message: diagnostic.getMessage(),
    }));
  }
}

export function call<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((done, fail) => {
    start((error, response) => {
      if (error) {
        fail(error);
      } else {
        done(response);
      }
    });
  });
}

function requestFor(recorded: RecordedStack, resource: RecordedResource): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(struct(resource.inputs));
  request.setOptions(optionsOf(resource));
  const provider = providerOf(recorded, resource);
  if (provider) {
    request.setProvider(provider);
  }
  return request;
}

function optionsOf(resource: RecordedResource): AnalyzerResourceOptions {
  return new AnalyzerResourceOptions().setParent(resource.parent ?? "");
}

function providerOf(
  { resources }: RecordedStack,
  { provider }: RecordedResource,
): AnalyzerProviderResource | undefined {
  const urn = provider?.slice(0, provider.lastIndexOf("::"));
  const found = resources.find((resource) => resource.urn === urn);
  return (
    found &&
    new AnalyzerProviderResource()
      .setType(found.type)
      .setUrn(found.urn)
      .setName(found.name)
      .setProperties(struct(found.inputs))
  );
}
