import type { Level, Rule } from "../policies/rule";
import {
  appliesTo,
  checkResource,
  checkRoot,
  checkStack,
  describeFault,
  faultMessage,
  settle,
  type Outcome,
} from "../policies/run";
import type { Resource } from "../stack/resource";
import { STACK_TYPE, type Stack } from "../stack/stack";
import { Budget } from "./budget";
import type { Session } from "./session";

/** What the engine is told: a finding, or a remark on the check itself. */
export interface Said {
  /** All that the user reads of it, the rule's description included. */
  message: string;
  urn?: string;
  /** Set where it differs from the level at which the rule is registered or that the user has configured. */
  level?: Level;
  /** True for a remark in the name of the rule `preflight`. */
  isFault?: true;
}

/** What a call of the engine is about; `call` is the same object for all rules that one call asks. */
export interface Call {
  call: object;
  say: (said: Said) => void;
}

/** The level at which a rule is registered: the highest of its findings, since a finding can only be lowered. */
export function registeredLevel(rule: Rule): Level {
  return rule.level === "advisory" ? "advisory" : "mandatory";
}

/** A rule in a pack: which resources it is asked about, and what it says of them. Nothing in it throws. */
export class Examiner {
  /** True for the rules that are called for every resource: `contract`, to be the first, and `preflight`. */
  readonly seesAll: boolean;
  readonly hasStackCheck: boolean;

  constructor(
    readonly rule: Rule,
    private readonly session: Session,
    private readonly budget: Budget,
  ) {
    this.seesAll = rule.id === "contract" || rule.id === "preflight";
    this.hasStackCheck = rule.stack !== undefined;
  }

  /** True where it has a check for single resources, or for the stack's own. */
  get hasResourceCheck(): boolean {
    return this.seesAll || this.rule.resource !== undefined || this.rule.root !== undefined;
  }

  /** Whether it has something to say of resources of this (current) type. */
  concerns(type: string): boolean {
    return appliesTo(this.rule, type) || (type === STACK_TYPE && this.rule.root !== undefined);
  }

  onResource(resource: Resource, { call, say }: Call): void {
    const { rule, session } = this;
    const { name, type, urn } = resource;
    this.fenced(name, urn, say, () => {
      if (type === STACK_TYPE && rule.root) {
        this.tell(checkRoot(rule, session.circumstances, resource), "the project", urn, { call, say });
      }
      if (appliesTo(rule, type)) {
        this.tell(checkResource(rule, resource, session.circumstances), name, urn, { call, say });
      }
    });
  }

  onStack(stack: Stack, { call, say }: Call): void {
    const { rule, session } = this;
    const urn = stack.root?.urn;
    this.fenced("the stack", urn, say, () => {
      this.tell(checkStack(rule, stack, session.circumstances), "the stack", urn, { call, say });
    });
  }

  /** Says what becomes of an error outside the checks, which would fail the user's whole operation. */
  fault(where: string, urn: string | undefined, error: unknown): Said {
    return faultSaid(faultMessage(this.rule, where, describeFault(error)), urn);
  }

  private fenced(where: string, urn: string | undefined, say: Call["say"], check: () => void): void {
    try {
      check();
    } catch (error) {
      say(this.fault(where, urn, error));
    }
  }

  private tell(outcome: Outcome, where: string, urn: string | undefined, { call, say }: Call): void {
    const { rule } = this;
    const { fit, leftOut } = this.budget.fit(settle(outcome.results, this.session.circumstances), call);
    for (const { level, path, message, urn: place, exemption } of fit) {
      const said = this.finding(level, path === "" ? message : `${path}: ${message}`, place);
      // What is exempted stays advice, and so does what a rule that only advises leaves at the level remediate, which the
      // SDK would make mandatory.
      const hasOwnLevel = exemption?.state === "active" || this.session.remediating.has(this.rule.id);
      say(hasOwnLevel ? { ...said, level } : said);
    }
    const [worst] = leftOut;
    if (worst) {
      // In the rule's own name, so that it counts as the user has configured the rule.
      say(this.finding(worst.level, leftOutMessage(leftOut.length), urn));
    }
    if (outcome.fault !== undefined) {
      say(faultSaid(faultMessage(rule, where, outcome.fault), urn));
    }
  }

  private finding(level: Level, message: string, urn: string | undefined): Said {
    return {
      message: `${this.rule.description}.\n${message}`,
      ...(urn !== undefined && { urn }),
      ...(level !== registeredLevel(this.rule) && { level }),
    };
  }
}

function faultSaid(message: string, urn: string | undefined): Said {
  return { message, level: "advisory", isFault: true, ...(urn !== undefined && { urn }) };
}

function leftOutMessage(count: number): string {
  return (
    `${String(count)} more finding${count === 1 ? "" : "s"} of this rule ${count === 1 ? "is" : "are"} left out, ` +
    "since the engine takes no longer answer; `preflight check` shows all of them."
  );
}
