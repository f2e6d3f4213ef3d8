// Starts a policy pack as the engine does and sends it a stack, message by message. The requests are written before the
// clock starts and the responses are not read, so that what is measured is the pack's server.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, credentials } from "@grpc/grpc-js";
import type { RecordedResource } from "../../src/graph/recorded";
import { requestsOf } from "../../tests/kit/wire-bytes";

const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const LARGEST_MESSAGE = 400 * 1024 * 1024;
// The kernel counts the time of a process in these.
const MILLISECONDS_A_TICK = 10;

export type Requests = ReturnType<typeof requestsOf>;

/** What one run of a pack costs: milliseconds on the clock and on the processors, and megabytes. */
export interface Cost {
  /** Until it was ready. */
  ready: number;
  resources: number;
  stack: number;
  /** Both of them. */
  run: number;
  /** Both of them on the processors. */
  cpu: number;
  /** The most memory that it held. */
  megabytes: number;
}

interface Started {
  child: ChildProcess;
  port: string;
  ready: number;
}

const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The requests of the engine: one for each resource, and one for the stack. */
export function requestsFor(resources: RecordedResource[]): Requests {
  return requestsOf({ project: "shop", stack: "prod", organization: "", config: {}, resources });
}

/** Starts the pack in a folder, and measures how long it takes until its port is printed. */
function start(folder: string): Promise<Started> {
  // A program without files, removed with the pack.
  const program = join(folder, "program");
  mkdirSync(program, { recursive: true });
  return new Promise((done, fail) => {
    const started = now();
    const child = spawn(process.execPath, [RUNNER, "127.0.0.1:1", folder], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: process.env["PATH"],
        PULUMI_NODEJS_PROJECT: "shop",
        PULUMI_NODEJS_STACK: "prod",
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_CONFIG: JSON.stringify({ "aws:region": "us-east-1" }),
        PREFLIGHT_PROJECT: program,
      },
    });
    child.stdout.once("data", (line: Buffer) => {
      done({ child, port: line.toString().trim(), ready: now() - started });
    });
    child.once("exit", (code) => {
      if (code !== null) {
        fail(new Error(`${folder} ended with ${String(code)}`));
      }
    });
  });
}

/** What the kernel counts of a process. */
const kernelFile = ({ pid }: ChildProcess, name: string): string =>
  readFileSync(`/proc/${String(pid)}/${name}`, "utf8");

function cpuOf(child: ChildProcess): number {
  const fields = kernelFile(child, "stat").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
}

function peakMegabytes(child: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(kernelFile(child, "status"))?.[1]) / 1024;
}

/** One run of a pack; only how long it takes to start where it gets no requests. */
export async function measure(folder: string, requests?: Requests): Promise<Partial<Cost>> {
  const { child, port, ready } = await start(folder);
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  const asIs = (buffer: Buffer): Buffer => buffer;
  const send = (method: string, request: Buffer): Promise<void> =>
    new Promise((done, fail) => {
      client.makeUnaryRequest(`/pulumirpc.Analyzer/${method}`, asIs, asIs, request, (error) => {
        if (error) {
          fail(error);
        } else {
          done();
        }
      });
    });
  try {
    if (!requests) {
      return { ready };
    }
    const from = { clock: now(), cpu: cpuOf(child) };
    for (const request of requests.resources) {
      await send("Remediate", request);
      await send("Analyze", request);
    }
    const middle = now();
    await send("AnalyzeStack", requests.stack);
    const end = now();
    return {
      ready,
      resources: middle - from.clock,
      stack: end - middle,
      run: end - from.clock,
      cpu: cpuOf(child) - from.cpu,
      megabytes: peakMegabytes(child),
    };
  } finally {
    client.close();
    child.removeAllListeners("exit");
    child.kill();
  }
}
