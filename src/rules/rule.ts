import type { Contract } from "../contract/contract";
import type { Problem } from "../contract/problem";
import type { ProjectFacts } from "../source/project-files";
import type { PatchObject } from "../graph/merge-patch";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import type { Read, View } from "../graph/view";
import { allControls, type Control } from "./frameworks";
import type { Gap } from "./gap";

/** What a rule is about, in the order of reports. */
export const CATEGORIES = [
  "network",
  "ordering",
  "encryption",
  "secrets",
  "identity",
  "database",
  "containers",
  "delivery",
  "functions",
  "observability",
  "backup",
  "tagging",
  "naming",
  "project",
  "validity",
] as const;
/** What a rule is about. */
export type Category = (typeof CATEGORIES)[number];

/** The worst first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
/** How bad the findings of a rule are. */
export type Severity = (typeof SEVERITIES)[number];

/** How a finding counts: a mandatory one stops the operation. */
export type Level = "advisory" | "mandatory";

/**
 * What decides the level of a rule's findings. The contract requires a rule by setting one of its `contractKeys`, or by
 * naming a framework with a control that the rule serves.
 * - `mandatory`: always that.
 * - `advisory`: advisory, whatever keys the contract sets; mandatory for a framework.
 * - `advisory-unless-required`: advisory, and mandatory once the contract requires it.
 * - `only-if-required`: silent until the contract requires it, then mandatory.
 */
export type RuleLevel = Level | "advisory-unless-required" | "only-if-required";

/** Former names of levels, which are still read. */
export type FormerRuleLevel = "raised-by-contract" | "contract";

const RENAMED: ReadonlyMap<string, RuleLevel> = new Map<FormerRuleLevel, RuleLevel>([
  ["raised-by-contract", "advisory-unless-required"],
  ["contract", "only-if-required"],
]);

/** The current name of a level by its former one; absent for every other word. */
export const renamedLevel = (level: string): RuleLevel | undefined => RENAMED.get(level);

/**
 * Why a finding stops an operation although no contract requires it.
 * - `aws-rejects`: AWS refuses the call, so the operation would fail half-way.
 * - `cannot-work`: it is created, and does not do what it is there for.
 * - `public`: data or control is open to the internet or to every AWS account.
 * - `credential`: a credential is readable where it must not be.
 */
export type Basis = "aws-rejects" | "cannot-work" | "public" | "credential";

/** A failure of the five documents: F1…F25, P1…P19, B1…B36, C1…C13, E1…E9. */
export type FailureId = `${"F" | "P" | "B" | "C" | "E"}${number}`;

/** A constraint of AWS, and where it was read. */
export interface FoundConstraint {
  /** Its name, such as `aws.sqs.queue.fifo-name`. */
  id: string;
  /** The address of a page, or packages with their versions. */
  source: string;
  /** The day of that, `YYYY-MM-DD`. */
  date: string;
}

/** What a rule reports. The resource's name and type are shown beside it, and the path before it. */
export interface Finding {
  /**
   * At most three short sentences: what is there, why that fails, what to write instead. Code is between backticks,
   * as in TypeScript, and is shown in the program's language. Never the value of a secret.
   */
  message: string;
  /** The error that AWS answers with, in its own words and without a period; shown after the message. */
  awsError?: string;
  /** The constraint that it is about, where one rule checks many: an exemption can name it by its id. */
  constraint?: FoundConstraint;
  /** The location: a resource, or a view of one of its properties. Absent: the stack as a whole. */
  at?: View | undefined;
  /** A property below `at` that is absent. */
  property?: string;
  /**
   * Further locations that the same finding is about, so that one cause is one finding. `property` applies to each of
   * them, a fix to `at` alone. Their names are shown after the message, so it names none of them.
   */
  alsoAt?: readonly View[];
  /** The resources that it must wait for and does not: drawn as missing edges. */
  missingDependencies?: readonly Resource[];
  /** The level of this finding, where it differs from the rule's; it can only be lower. */
  level?: Level;
  /** True when it rests on a string that a first preview cannot know: advisory during `up`, when it is too late. */
  restsOnComputedText?: boolean;
  /** True when it can only fail while the resource is created: advisory on one that exists. */
  onlyAtCreation?: boolean;
  /** The change below `at` that fixes it, where no decision is needed: `{ storageEncrypted: true }`; null removes a property. */
  fix?: PatchObject;
  /** A fix that is right only for a resource that does not exist yet: an existing one would be replaced or lose data. */
  fixWhenNew?: PatchObject;
}

/** What every check gets. */
export interface Context {
  /** What the stack promises. */
  readonly contract: Contract;
  /** The errors in the contract as the user wrote it. */
  readonly contractProblems: readonly Problem[];
  /** The day of the check, `YYYY-MM-DD`. */
  readonly day: string;
  /** What is known about the program besides its resources. */
  readonly project: ProjectFacts;
  /** What else was not checked, as far as it is known outside of the graph. */
  readonly gaps?: readonly Gap[];
  /** True where the contract names a framework with a control that the rule serves. */
  readonly servesFramework: boolean;
  /** True where the report lists by itself what was not checked. */
  readonly listsGaps?: boolean;
  /** Reports a finding. */
  report: (finding: Finding) => void;
  /** Reports that the check could not be decided because the value here is not known yet. */
  undecided: (at: View, property?: string) => void;
  /** Reports the finding where the requirement does not hold, or that it could not be decided; absent does not hold. */
  decide: (holds: Read<boolean>, finding: Finding & { at: View }) => void;
}

/** A check of one resource at a time. */
export interface ResourceCheck {
  /** Current type tokens; absent: every AWS resource. */
  types?: readonly string[];
  /** Without `types`: the resources of all other providers as well. */
  everyProvider?: true;
  /** Checks one resource by its inputs alone; it reads no other resource. */
  check(resource: Resource, context: Context): void;
}

/** What a rule does at the level `remediate`: the fixes of its findings are applied to a resource's inputs. */
export interface Remediation {
  /** What it does: an item of a list in the docs, in Markdown, such as "sets `publiclyAccessible: false`". */
  does?: string;
  /** The same for what it does only where the user configures that the resources are new. */
  doesWhenNew?: string;
  /** What it leaves for you to decide, and why. */
  leaves?: string;
  /** Finds on one resource what the rule's `stack` check finds there; absent: the rule's own `resource` check. */
  resource?: ResourceCheck;
}

/** One rule: its documentation and its checks. */
export interface Rule {
  /** Lower case with hyphens, as in `rds-not-public`; equal to the file's name. */
  id: string;
  /** What it is about. */
  category: Category;
  /** The requirement in one short line with *must*, shown before every message: "RDS storage must be encrypted". */
  description: string;
  /** How bad its findings are. */
  severity: Severity;
  /** What decides the level of its findings. */
  level: RuleLevel;
  /** Why its mandatory findings stop an operation without a contract; a rule with level `mandatory` must have it. */
  basis?: Basis;
  /** The keys of the contract (top level, or with a dot for the second) that require this rule. */
  contractKeys?: readonly string[];
  /** The documented failures that it mirrors. */
  failures: readonly FailureId[];
  /** The requirements of published frameworks that it serves; those of preflight's own rules come from src/aws/data/frameworks. */
  controls?: readonly Control[];
  /**
   * The ids of more general rules whose findings this rule's replace: they are dropped at the same resource and
   * location, and in a policy document at the same statement, unless they are mandatory and this rule's are advisory.
   */
  supersedes?: readonly string[];
  /** Why it matters, in a few sentences. */
  why: string;
  /** A few lines of code that fix it; without `yaml` where a YAML program cannot have it, such as tests of its own. */
  fix: { typescript: string; python: string; yaml?: string };
  /** What it does not report, for the docs. */
  limits?: string;
  /** Pages of AWS's documentation that the rule is based on. */
  references?: readonly string[];
  /** The page about an organization's own rule; those of preflight have theirs under docs/rules. */
  url?: string;
  /** Checks one resource's inputs before it is created. */
  resource?: ResourceCheck;
  /** Checks the whole graph. */
  stack?: (stack: Stack, context: Context) => void;
  /**
   * The types that `stack` also decides for a single resource, in a graph without any other (`stack.isAlone`). Pulumi
   * Cloud checks what it discovers in an account resource by resource, and runs no check of a stack there.
   */
  alone?: readonly string[];
  /** Checks the contract and the project, once. */
  root?: (context: Context) => void;
  /** Absent for a rule whose findings need a decision. */
  remediation?: Remediation;
}

/** A rule as it is written: an organization's own mirrors none of the documented failures. */
export type RuleDefinition = Omit<Rule, "failures" | "level"> &
  Partial<Pick<Rule, "failures">> & {
    /** What decides the level of its findings; former names are read too. */
    level: RuleLevel | FormerRuleLevel;
  };

/** Gives a rule its type. A former name of its level is replaced, with a warning. */
export function defineRule(rule: RuleDefinition): Rule {
  const renamed = renamedLevel(rule.level);
  if (renamed !== undefined) {
    process.emitWarning(`The level "${rule.level}" of the rule ${rule.id} is now called "${renamed}".`);
  }
  let controls: readonly Control[] | undefined;
  return {
    failures: [],
    ...rule,
    level: renamed ?? (rule.level as RuleLevel),
    // Read when it is needed: the tables of all frameworks are behind it, and a compiled rule has it from its data.
    get controls() {
      controls ??= allControls(rule.id, rule.controls);
      return controls;
    },
  };
}

/** True when the contract names a framework with a control that the rule serves. */
export function servesFramework(rule: Rule, { frameworks = [] }: Contract): boolean {
  // The rule's controls are read only where a framework is named: the tables are behind them.
  return frameworks.some((name) => rule.controls?.some(({ framework }) => framework === name) === true);
}

/** True when the contract sets one of the rule's keys, or names a framework that it serves. */
export function isRequiredByContract(rule: Rule, contract: Contract): boolean {
  return servesFramework(rule, contract) || setsKeyOf(rule, contract);
}

function setsKeyOf({ contractKeys = [] }: Rule, contract: Contract): boolean {
  return contractKeys.some((key) => {
    const [first = "", second] = key.split(".");
    const value: unknown = (contract as Record<string, unknown>)[first];
    if (second === undefined) {
      return value !== undefined && value !== false;
    }
    const inner = (value as Record<string, unknown> | undefined)?.[second];
    return inner !== undefined && inner !== false;
  });
}
