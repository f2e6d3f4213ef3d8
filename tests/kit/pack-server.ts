import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeDiagnostic,
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  AnalyzerPropertyDependencies,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RecordedResource, RecordedStack, Wire } from "../../stack/recorded";

const ROOT = resolve(__dirname, "../..");
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** A finding as the engine is told. */
export interface Diagnostic {
  rule: string;
  level: "advisory" | "mandatory";
  urn: string;
  message: string;
}

/** What a policy answers to the question what it would mend: all inputs, or a remark. */
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

/** The pack's own process, started and asked as the engine does it. */
export class PackServer {
  private printed = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
    /** What the process printed on standard error before it was ready. */
    readonly errorsAtStart: string,
  ) {
    child.stderr?.on("data", (chunk: Buffer) => (this.printed += chunk.toString()));
  }

  /** What the process has printed on standard error since it was ready. */
  get errors(): string {
    return this.printed;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @param packDir a folder with PulumiPolicy.yaml, package.json and the compiled pack */
  static async start(
    { project, stack, organization, config }: Omit<RecordedStack, "resources">,
    {
      packDir = ROOT,
      env = {},
      dryRun = true,
    }: { packDir?: string; env?: Record<string, string>; dryRun?: boolean } = {},
  ): Promise<PackServer> {
    const runner = createRequire(join(packDir, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", packDir], {
      cwd: packDir,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        PULUMI_NODEJS_PROJECT: project,
        PULUMI_NODEJS_STACK: stack,
        PULUMI_NODEJS_ORGANIZATION: organization,
        PULUMI_NODEJS_DRY_RUN: String(dryRun),
        PULUMI_CONFIG: JSON.stringify(config),
        ...env,
      },
    });
    const { line: port, errors } = await firstLine(child);
    if (!/^\d+$/.test(port)) {
      child.kill();
      throw new Error(`the pack printed ${JSON.stringify(port)} where its port was expected`);
    }
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": LARGEST_MESSAGE,
      "grpc.max_send_message_length": LARGEST_MESSAGE,
    });
    return new PackServer(child, client, errors);
  }

  stop(): void {
    this.client.close();
    this.child.kill();
  }

  /**
   * Sends a request as it is, and gives back the answer as it is.
   * @param within milliseconds; an answer that takes longer is an error
   */
  send(method: "Analyze" | "AnalyzeStack" | "Remediate", request: Buffer, within: number): Promise<Buffer> {
    const asItIs = (bytes: Buffer): Buffer => bytes;
    return call((done) =>
      this.client.makeUnaryRequest(
        `/pulumirpc.Analyzer/${method}`,
        asItIs,
        asItIs,
        request,
        { deadline: Date.now() + within },
        done as (error: ServiceError | null, answer?: Buffer) => void,
      ),
    );
  }

  info(): Promise<AnalyzerInfo> {
    return call((done) => this.client.getAnalyzerInfo(new Empty(), done));
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
    await call((done) => this.client.configure(request, done));
  }

  async analyze(recorded: RecordedStack, resource: RecordedResource): Promise<Diagnostic[]> {
    const request = requestFor(recorded, resource);
    return this.diagnostics((done) => this.client.analyze(request, done), resource.urn);
  }

  /** What the policies at the level `remediate` make of a resource, in their order; the last inputs count. */
  async remediate(
    recorded: RecordedStack,
    resource: RecordedResource,
    ignoreChanges: string[] = [],
  ): Promise<RemediationAnswer[]> {
    const request = requestFor(recorded, resource);
    request.getOptions()?.setIgnorechangesList(ignoreChanges);
    const response = await call<RemediateResponse>((done) => this.client.remediate(request, done));
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
    return this.diagnostics((done) => this.client.analyzeStack(request, done), "");
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

type Done<T> = (error: ServiceError | null, response: T) => void;

function call<T>(start: (done: Done<T>) => void): Promise<T> {
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

function firstLine(child: ChildProcess): Promise<{ line: string; errors: string }> {
  return new Promise((done, fail) => {
    let output = "";
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("\n")) {
        done({ line: output.slice(0, output.indexOf("\n")).trim(), errors });
      }
    });
    child.on("exit", (code) => {
      fail(new Error(`the pack ended with ${String(code)} before it was ready: ${errors}`));
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
