import { allOf, anyOf, type Certainty } from "../../graph/certainty";
import { UNKNOWN } from "../../graph/value";
import {
  allowsHere,
  beginningOf,
  denies,
  namesAction,
  SOME_RESOURCE,
  type RolePolicies,
  type RolePolicy,
  type Statement,
  type Target,
  type TargetIndex,
} from "./iam";

/** A pattern of a statement that may allow an action. */
interface Entry {
  /** Whether the statement allows the action on what the pattern matches. */
  allows: Certainty;
  pattern: string;
  statement: Statement;
  beginning: string;
}

/** The patterns of statements, by how they begin, to find the few that may match one of many targets. */
class Patterns {
  private readonly byBeginning = new Map<string, Entry[]>();
  private readonly sorted: Entry[];
  /** What holds for every target of the kind. */
  private readonly forAll: Certainty;
  /** Statements about everything except some resources. */
  private readonly excepting: Statement[];

  constructor(statements: readonly (readonly [Statement, allows: Certainty])[], { concernsAll }: TargetIndex) {
    const forAll: Certainty[] = [];
    const entries: Entry[] = [];
    for (const [statement, allowed] of statements.filter(([{ resources }]) => !resources.except)) {
      for (const pattern of statement.resources.patterns) {
        if (pattern === UNKNOWN) {
          forAll.push(UNKNOWN);
        } else if (concernsAll(pattern)) {
          forAll.push(allowed);
        } else {
          // Policy variables may have any value.
          const beginning = beginningOf(pattern.replace(VARIABLE, "*"));
          entries.push({ allows: allowed, pattern, statement, beginning });
        }
      }
    }
    this.forAll = anyOf(forAll);
    this.excepting = statements.map(([statement]) => statement).filter(({ resources }) => resources.except);
    this.sorted = entries.sort((left, right) => (left.beginning < right.beginning ? -1 : 1));
    for (const entry of this.sorted) {
      const same = this.byBeginning.get(entry.beginning);
      if (same) {
        same.push(entry);
      } else {
        this.byBeginning.set(entry.beginning, [entry]);
      }
    }
  }

  allow(action: string, target: Target, { beginnings }: TargetIndex): Certainty {
    const certainties: Certainty[] = [
      this.forAll,
      ...this.excepting.map((statement) => allowsHere(statement, action, target)),
    ];
    for (const beginning of beginnings) {
      for (const entry of this.near(beginning)) {
        const allowed = allOf([entry.allows, target.concerns(entry.pattern, entry.statement)]);
        if (allowed === true) {
          return true;
        }
        certainties.push(allowed);
      }
    }
    return anyOf(certainties);
  }

  /** The entries whose beginning begins with this one, or the other way round: no other matches the same string. */
  private *near(beginning: string): Generator<Entry> {
    for (let length = 0; length < beginning.length; length++) {
      yield* this.byBeginning.get(beginning.slice(0, length)) ?? [];
    }
    for (let index = this.lowest(beginning); index < this.sorted.length; index++) {
      const entry = this.sorted[index];
      if (!entry?.beginning.startsWith(beginning)) {
        break;
      }
      yield entry;
    }
  }

  private lowest(beginning: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.beginning ?? "") < beginning) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

const VARIABLE = /\$\{[^{}]*\}/g;

/** What the policies of a role grant; many workloads of a stack ask the same. */
export class Grants {
  readonly isAllKnown: boolean;
  readonly hasComputed: boolean;
  private readonly statements: readonly Statement[];
  private readonly byAction = new Map<string, OfAction>();

  constructor(policies: readonly RolePolicy[]) {
    this.isAllKnown = policies.every(({ statements }) => statements !== UNKNOWN);
    this.statements = policies.flatMap(({ statements }) => (statements === UNKNOWN ? [] : statements));
    this.hasComputed = this.statements.some(({ isComputed }) => isComputed);
  }

  /** As `allows` of all statements. */
  allow(action: string, target?: Target): Certainty {
    const found = this.byAction.get(action) ?? new OfAction(this.statements, action);
    this.byAction.set(action, found);
    return target ? found.allow(target) : found.allowSome();
  }
}

/** What statements say about one action. */
class OfAction {
  private readonly denying: Statement[];
  private readonly allowing: [Statement, allows: Certainty][];
  private readonly byKind = new Map<string, Patterns>();
  private some: Certainty | undefined;

  constructor(
    statements: readonly Statement[],
    private readonly action: string,
  ) {
    this.denying = statements.filter(({ effect }) => effect === "Deny");
    this.allowing = statements
      .filter(({ effect }) => effect !== "Deny")
      .map((one): [Statement, Certainty] => [
        one,
        allOf([one.effect === UNKNOWN ? UNKNOWN : true, namesAction(one, action)]),
      ])
      .filter(([, allowed]) => allowed !== false);
  }

  allowSome(): Certainty {
    return (this.some ??= this.allow(SOME_RESOURCE));
  }

  allow(target: Target): Certainty {
    const { action, allowing } = this;
    if (this.denying.some((statement) => denies(statement, action, target))) {
      return false;
    }
    const { index } = target;
    if (index === undefined) {
      return anyOf(allowing.map(([statement]) => allowsHere(statement, action, target)));
    }
    const patterns = this.byKind.get(index.kind) ?? new Patterns(allowing, index);
    this.byKind.set(index.kind, patterns);
    return patterns.allow(action, target, index);
  }
}

/** True when the role may do the action on the target by one of its policies; unknown while one of them may allow it. */
export function roleAllows({ policies, complete }: RolePolicies, action: string, target?: Target): Certainty {
  const grants = grantsOf(policies);
  const allowed = grants.allow(action, target);
  return allowed === false && !(complete && grants.isAllKnown) ? UNKNOWN : allowed;
}

/** True where a document of the policies is computed from other resources. */
export const haveComputedStatement = (policies: readonly RolePolicy[]): boolean => grantsOf(policies).hasComputed;

const allGrants = new WeakMap<readonly RolePolicy[], Grants>();

function grantsOf(policies: readonly RolePolicy[]): Grants {
  const grants = allGrants.get(policies) ?? new Grants(policies);
  allGrants.set(policies, grants);
  return grants;
}
