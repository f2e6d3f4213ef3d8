import { hasNativeView } from "../aws/native/views";
import type { Resource } from "../graph/resource";
import { STACK_TYPE, type Stack } from "../graph/stack";
import { printable } from "../printable";
import { readsNative } from "../rules/native";
import type { Level, Rule } from "../rules/rule";
import {
  appliesTo,
  checkNativeResource,
  checkResource,
  checkRoot,
  checkRule,
  checkStack,
  crashMessage,
  describeError,
  settle,
  type Outcome,
  type Result,
} from "../rules/run";
import { withWritten } from "../rules/two-runs";
import type { Budget } from "./budget";
import type { Session } from "./session";
import type { Superseding } from "./superseding";

/** A finding as the engine receives it, or a remark that a check crashed. */
export interface Diagnostic {
  /** All that the user reads of it, the rule's description included. */
  message: string;
  urn?: string;
  /** Set where it differs from the level at which the rule is registered or that the user has configured. */
  level?: Level;
  /** True for a remark in the name of the rule `preflight`. */
  isCrash?: true;
}

/** Where the diagnostics of one call of the engine go. */
export interface Call {
  emit: (diagnostic: Diagnostic) => void;
  /** The room that is left in the response, shared by all rules. */
  budget: Budget;
}

/**
 * The level at which a rule is registered: the highest of its findings. An advisory one is raised only where a framework of
 * the contract requires the rule; registered as mandatory, it could not be raised by the configuration of the pack.
 */
export function registeredLevel({ level }: Rule): Level {
  return level === "advisory" ? "advisory" : "mandatory";
}

/** A rule in a pack: which resources it checks, and what it reports of them. None of its methods throws. */
export class PolicyRunner {
  /** True for the rules that are called for every resource: `contract`, to be the first, and `preflight`. */
  readonly seesAll: boolean;
  readonly hasStackCheck: boolean;

  constructor(
    readonly rule: Rule,
    private readonly session: Session,
    private readonly superseding?: Superseding,
    /** All rules of the pack; the rule `preflight` reports which of them are disabled. */
    private readonly rules: readonly Rule[] = [],
  ) {
    this.seesAll = rule.id === "contract" || rule.id === "preflight";
    this.hasStackCheck = rule.stack !== undefined;
  }

  /** True where it has a check for single resources, or for the stack's own. */
  get hasResourceCheck(): boolean {
    const { resource, root, alone } = this.rule;
    return this.seesAll || resource !== undefined || root !== undefined || alone !== undefined;
  }

  /** True where it checks resources of this (current) type. */
  concerns(type: string): boolean {
    const { alone = [], root } = this.rule;
    return (
      appliesTo(this.rule, type) ||
      alone.includes(type) ||
      (type === STACK_TYPE && root !== undefined) ||
      (hasNativeView(type) && readsNative(this.rule))
    );
  }

  onResource(resource: Resource, call: Call): void {
    const { rule, session } = this;
    const { name, type, urn, external } = resource;
    this.fenced(name, urn, call, () => {
      if (type === STACK_TYPE && rule.root) {
        this.emit(checkRoot(rule, session.runContext, resource), "the project", urn, call);
      }
      if (!external && appliesTo(rule, type)) {
        this.emit(this.checked(resource), name, urn, call);
      }
      if (!external && hasNativeView(type) && readsNative(rule)) {
        this.emit(checkNativeResource(rule, resource, session.runContext), name, urn, call);
      }
      const alone = rule.alone?.includes(type) === true ? session.operation.aloneOf(resource) : undefined;
      if (alone) {
        this.emit(this.checkedAlone(alone), name, urn, call);
      }
    });
  }

  /** Checks resources in the call for the stack, where one response has room for a part of the findings of all. */
  onPostponed(resources: readonly Resource[], call: Call): void {
    const checked = resources.filter(({ external, type }) => !external && appliesTo(this.rule, type));
    this.fenced("the stack", undefined, call, () => {
      const outcomes = checked.map((resource) => this.checked(resource));
      const crashed = outcomes.findIndex(({ crash }) => crash !== undefined);
      const { crash } = outcomes[crashed] ?? {};
      const outcome: Outcome = {
        results: outcomes.flatMap(({ results }) => results),
        undecided: outcomes.flatMap(({ undecided }) => undecided),
      };
      this.emit(crash === undefined ? outcome : { ...outcome, crash }, checked[crashed]?.name ?? "", undefined, call);
    });
  }

  onStack(stack: Stack, call: Call): void {
    const { rule, session } = this;
    const urn = stack.root?.urn;
    this.fenced("the stack", urn, call, () => {
      const { runContext } = session;
      const context = rule.id === "preflight" ? { ...runContext, gaps: session.gaps(this.rules) } : runContext;
      const found = call.budget.timed(stack, () => {
        const outcome = this.withWrittenStack(checkStack(rule, stack, context), stack);
        const results = this.remaining(
          outcome,
          stack,
          (other) => checkRule({ ...other, root: undefined }, stack, runContext).results,
        );
        return { ...outcome, results };
      });
      if (found) {
        this.emit(found, "the stack", urn, call);
      } else {
        call.emit(crashDiagnostic(stoppedMessage(rule, call.budget.seconds), urn));
      }
    });
  }

  /** The remark on an error outside the checks, which would fail the user's whole operation. */
  crash(where: string, urn: string | undefined, error: unknown): Diagnostic {
    return crashDiagnostic(crashMessage(this.rule, where, describeError(error)), urn);
  }

  /** What the check of one resource finds. */
  private checked(resource: Resource): Outcome {
    const { runContext } = this.session;
    const exact = checkResource(this.rule, resource, runContext);
    const written = this.readsWritten(exact) ? this.session.written(resource) : undefined;
    const outcome = written ? withFound(exact, checkResource(this.rule, written, runContext), () => written) : exact;
    const results = this.remaining(outcome, resource, (other) =>
      appliesTo(other, resource.type) ? checkResource(other, resource, runContext).results : [],
    );
    return { ...outcome, results };
  }

  /** What the check of the stack finds in the graph of one discovered resource. */
  private checkedAlone(alone: Stack): Outcome {
    const { runContext } = this.session;
    const outcome = checkStack(this.rule, alone, runContext);
    const results = this.remaining(outcome, alone, (other) =>
      alone.resources.some(({ type }) => other.alone?.includes(type))
        ? checkStack(other, alone, runContext).results
        : [],
    );
    return { ...outcome, results };
  }

  /** True where documents that only the source shows may have more. What AWS accepts is decided by whole documents. */
  private readsWritten({ undecided }: Outcome): boolean {
    return undecided.length > 0 && this.rule.category !== "validity";
  }

  /** The outcome with what the rule finds in the documents that only the source shows. */
  private withWrittenStack(exact: Outcome, stack: Stack): Outcome {
    const written = this.readsWritten(exact) ? this.session.writtenStack(stack) : undefined;
    return written
      ? withFound(exact, checkStack(this.rule, written, this.session.runContext), (urn) => written.get(urn))
      : exact;
  }

  /** The findings that no other rule of the pack supersedes. */
  private remaining({ results }: Outcome, subject: object, evaluate: (rule: Rule) => Result[]): Result[] {
    return this.superseding?.remaining(this.rule, results, subject, evaluate) ?? results;
  }

  private fenced(where: string, urn: string | undefined, { emit }: Call, check: () => void): void {
    try {
      check();
    } catch (error) {
      emit(this.crash(where, urn, error));
    }
  }

  private emit(outcome: Outcome, where: string, urn: string | undefined, { emit, budget }: Call): void {
    const { rule, session } = this;
    session.countUndecided(rule, outcome.undecided.length);
    if (outcome.results.length === 0 && outcome.crash === undefined) {
      return;
    }
    const settled = settle(outcome.results, session.runContext);
    // Escaped first, since that makes a message longer.
    const { fit, leftOut } = budget.fit(settled.map((result) => ({ ...result, message: printable(result.message) })));
    for (const { level, codePath, message, urn: of, exemption } of fit) {
      const diagnostic = this.diagnostic(level, codePath === "" ? message : `${printable(codePath)}: ${message}`, of);
      // What is exempted stays advisory, and so does what an advisory rule leaves at the level remediate, which the SDK
      // would make mandatory.
      const hasOwnLevel = exemption?.state === "active" || session.remediating.has(rule.id);
      emit(hasOwnLevel ? { ...diagnostic, level } : diagnostic);
    }
    const [worst] = leftOut;
    if (worst) {
      // In the rule's own name, so that it counts as the user has configured the rule.
      emit(this.diagnostic(worst.level, leftOutMessage(leftOut.length), urn));
    }
    if (outcome.crash !== undefined) {
      emit(crashDiagnostic(crashMessage(rule, where, outcome.crash), urn));
    }
  }

  private diagnostic(level: Level, message: string, urn: string | undefined): Diagnostic {
    return {
      message: `${this.rule.description}.\n${message}`,
      ...(urn !== undefined && { urn }),
      ...(level !== registeredLevel(this.rule) && { level }),
    };
  }
}

/** An outcome with what only the documents that the source writes show, each with where its document is. */
function withFound(exact: Outcome, found: Outcome, resourceOf: (urn: string) => Resource | undefined): Outcome {
  const locationOf = ({ urn = "", path }: Result): string | undefined =>
    resourceOf(urn)?.documents?.get(path.split(/[.[]/, 1).join(""))?.location;
  return { ...exact, results: withWritten(exact.results, found.results, locationOf) };
}

function crashDiagnostic(message: string, urn: string | undefined): Diagnostic {
  return { message: printable(message), level: "advisory", isCrash: true, ...(urn !== undefined && { urn }) };
}

function stoppedMessage({ id }: Rule, seconds: number): string {
  return (
    `the rule ${id} took more than ${String(seconds)} s to check the stack, so it was stopped and decided nothing there; ` +
    "please report this with the program that shows it."
  );
}

function leftOutMessage(count: number): string {
  return (
    `${String(count)} more finding${count === 1 ? "" : "s"} of this rule ${count === 1 ? "is" : "are"} left out, ` +
    "since the engine's limit for one response is reached; `preflight check` shows all of them."
  );
}
