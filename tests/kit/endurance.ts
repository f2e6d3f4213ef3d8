import { AnalyzeResponse, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RecordedStack } from "../../src/graph/recorded";
import { type Diagnostic, PackServer } from "./pack-server";
import { requestsOf } from "./wire-bytes";

/** The engine refuses an answer of this many bytes. */
export const LARGEST_ANSWER = 4 * 1024 * 1024;

/** Milliseconds of the slowest calls, about one resource and about a whole stack. */
export interface Slowest {
  resource: number;
  stack: number;
}

/** Far above what a call takes on a machine that has much to do, so that only what hangs is late. */
const HANGS_AFTER: Readonly<Slowest> = { resource: 10_000, stack: 120_000 };

const LEVELS = new Map<number, Diagnostic["level"]>([
  [EnforcementLevel.ADVISORY, "advisory"],
  [EnforcementLevel.MANDATORY, "mandatory"],
]);

/** Throws for an answer that the engine, or a person who reads it, could not take. */
function read(bytes: Buffer): Diagnostic[] {
  if (bytes.length >= LARGEST_ANSWER) {
    throw new Error(`an answer of ${String(bytes.length)} bytes`);
  }
  return AnalyzeResponse.deserializeBinary(bytes)
    .getDiagnosticsList()
    .map((diagnostic) => {
      const level = LEVELS.get(diagnostic.getEnforcementlevel());
      const message = diagnostic.getMessage();
      if (level === undefined || message.trim() === "") {
        throw new Error(`a finding of ${diagnostic.getPolicyname()} without level or message`);
      }
      return { rule: diagnostic.getPolicyname(), level, urn: diagnostic.getUrn(), message };
    });
}

/** What the rule `preflight` reports about rules that crashed. */
export const crashesIn = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter(({ rule, message }) => rule === "preflight" && message.includes(" crashed "));

/** A server that is given stack after stack as the engine gives it one, started anew after one that it did not survive. */
export class Endurance {
  readonly slowest: Slowest = { resource: 0, stack: 0 };
  private readonly settings: Parameters<typeof PackServer.start>;
  private server: PackServer | undefined;

  constructor(...settings: Parameters<typeof PackServer.start>) {
    this.settings = settings;
  }

  /** The server, started where none is running. */
  async running(): Promise<PackServer> {
    this.server ??= await PackServer.start(...this.settings);
    return this.server;
  }

  stop(): void {
    this.server?.stop();
    this.server = undefined;
  }

  /**
   * All that the server reports in a whole run. Throws where it does not answer in time, answers with an error, ends, prints
   * something, or reports what the engine could not take.
   */
  async run(recorded: RecordedStack): Promise<Diagnostic[]> {
    const found: Diagnostic[] = [];
    for (const request of requestsOf(recorded).resources) {
      await this.ask("Remediate", request, "resource");
      found.push(...read(await this.ask("Analyze", request, "resource")));
    }
    return [...found, ...(await this.checkStack(recorded))];
  }

  /** What the server reports on the stack as a whole, which needs no calls about single resources. */
  async checkStack(recorded: RecordedStack): Promise<Diagnostic[]> {
    return read(await this.ask("AnalyzeStack", requestsOf(recorded).stack, "stack"));
  }

  private async ask(method: Parameters<PackServer["send"]>[0], request: Buffer, of: keyof Slowest): Promise<Buffer> {
    const server = await this.running();
    try {
      const started = performance.now();
      const answer = await server.send(method, request, HANGS_AFTER[of]);
      this.slowest[of] = Math.max(this.slowest[of], performance.now() - started);
      if (!server.isRunning || server.errors !== "") {
        throw new Error("the server ended, or printed something");
      }
      return answer;
    } catch (error) {
      this.stop();
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${method}: ${why}\n${server.errors.slice(0, 2_000)}`.trim(), { cause: error });
    }
  }

  /** As `run`; throws where a rule crashed as well. */
  async survive(recorded: RecordedStack): Promise<void> {
    const [crash] = crashesIn(await this.run(recorded));
    if (crash) {
      throw new Error(crash.message);
    }
  }
}
