import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { RecordedStack } from "../../src/graph/recorded";
import { call, PackClient } from "./pack-client";

export type { Diagnostic, RemediationAnswer } from "./pack-client";

const ROOT = resolve(__dirname, "../..");
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** The pack's own process, started and called as the engine does it. */
export class PackServer extends PackClient {
  private printed = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
    /** What the process printed on standard error before it was ready. */
    readonly errorsAtStart: string,
  ) {
    super(client);
    child.stderr?.on("data", (chunk: Buffer) => (this.printed += chunk.toString()));
  }

  /** What the process has printed on standard error since it was ready. */
  get errors(): string {
    return this.printed;
  }

  get pid(): number {
    return this.child.pid ?? NaN;
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
