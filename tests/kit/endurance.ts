import { AnalyzeResponse, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RecordedStack } from "../../stack/recorded";
import { PackServer } from "./pack-server";
import { requestsOf } from "./wire-bytes";

/** The engine refuses an answer of this many bytes. */
export const LARGEST_ANSWER = 4 * 1024 * 1024;

/** Far above what a call takes, so that only what hangs is late. */
const HANGS_AFTER = 10_000;

/** What a server said, and how long it took. */
export interface Answered {
  rule: string;
  level: "advisory" | "mandatory";
  urn: string;
  message: string;
}

/** Milliseconds of the slowest calls. */
export interface Slowest {
  resource: number;
  stack: number;
}

const LEVELS = new Map<number, Answered["level"]>([
  [EnforcementLevel.ADVISORY, "advisory"],
  [EnforcementLevel.MANDATORY, "mandatory"],
]);

/** Throws where an answer is one that the engine, or somebody who reads it, could not take. */
function read(bytes: Buffer): Answered[] {
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

/** What the rule `preflight` says of rules that failed inside. */
export const faultsIn = (answers: readonly Answered[]): Answered[] =>
  answers.filter(({ rule, message }) => rule === "preflight" && message.includes("failed inside"));

/** A server that is given stack after stack, as the engine gives it one. */
export class Endurance {
  readonly slowest: Slowest = { resource: 0, stack: 0 };

  private constructor(private readonly server: PackServer) {}

  static async start(...args: Parameters<typeof PackServer.start>): Promise<Endurance> {
    return new Endurance(await PackServer.start(...args));
  }

  stop(): void {
    this.server.stop();
  }

  configure(...args: Parameters<PackServer["configure"]>): Promise<void> {
    return this.server.configure(...args);
  }

  /**
   * Everything that the server says to a whole run. Throws where it does not answer in time, answers by an error, ends,
   * prints something, or says what the engine could not take.
   */
  async run(recorded: RecordedStack): Promise<Answered[]> {
    const { resources, stack } = requestsOf(recorded);
    const found: Answered[] = [];
    for (const request of resources) {
      await this.ask("Remediate", request, "resource");
      found.push(...read(await this.ask("Analyze", request, "resource")));
    }
    found.push(...read(await this.ask("AnalyzeStack", stack, "stack")));
    if (!this.server.isRunning || this.server.errors !== "") {
      throw new Error(`the server ended or printed: ${this.server.errors.slice(0, 2_000)}`);
    }
    return found;
  }

  private async ask(method: Parameters<PackServer["send"]>[0], request: Buffer, of: keyof Slowest): Promise<Buffer> {
    const started = performance.now();
    try {
      return await this.server.send(method, request, HANGS_AFTER);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${method}: ${why} ${this.server.errors.slice(0, 2_000)}`, { cause: error });
    } finally {
      this.slowest[of] = Math.max(this.slowest[of], performance.now() - started);
    }
  }

  /** As `run`, and throws where a rule failed inside. */
  async survive(recorded: RecordedStack): Promise<void> {
    const [fault] = faultsIn(await this.run(recorded));
    if (fault) {
      throw new Error(fault.message);
    }
  }
}
