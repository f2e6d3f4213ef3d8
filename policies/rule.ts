import type { Contract } from "../contract/contract";
import type { Problem } from "../contract/problem";
import type { Source } from "../project/source";
import type { PatchObject } from "../stack/merge-patch";
import type { Resource } from "../stack/resource";
import type { Stack } from "../stack/stack";
import type { View } from "../stack/view";

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
/** How bad it is what a rule finds. */
export type Severity = (typeof SEVERITIES)[number];

/** How a finding counts: mandatory ones stop the operation. */
export type Level = "advisory" | "mandatory";

/**
 * What decides the level of a rule's findings.
 * - `mandatory`, `advisory`: always that.
 * - `raised-by-contract`: advisory, and mandatory once the contract sets one of `contractKeys`.
 * - `contract`: the rule is silent until the contract sets one of `contractKeys`, then mandatory.
 */
export type RuleLevel = Level | "raised-by-contract" | "contract";

/** The published frameworks that preflight's own rules cite. */
export type Framework = "AWS FSBP" | "CIS AWS Foundations 5.0" | "PCI DSS 4.0.1";

/** A requirement of a published framework that a rule serves. */
export interface Control {
  /** With its version; an organization's own rules cite what they like. */
  framework: Framework | (string & Record<never, never>);
  /** As the framework writes it: `RDS.3`, `2.2.1`, `8.6.3`. */
  reference: string;
}

/** A failure of the five documents: F1…F25, P1…P19, B1…B36, C1…C13, E1…E9. */
export type FailureId = `${"F" | "P" | "B" | "C" | "E"}${number}`;

/** What a rule says. The resource's name and type are shown beside it, and the path before it. */
export interface Finding {
  /** One sentence or two: what is there, what is wanted, how to mend it. Never the text of a secret. */
  message: string;
  /** What AWS would say to it, in its own words and without a period; shown after the message. */
  answer?: string;
  /** The place; a resource stands for itself, a view for the property it lies at. Absent: the stack as a whole. */
  at?: View | undefined;
  /** A property below `at`, where it is not there to be read. */
  property?: string;
  /** What it has to wait for and does not: shown as the edge that is missing. */
  awaits?: readonly Resource[];
  /** Lowers or (for a rule that is registered as mandatory) states the level of this finding. */
  level?: Level;
  /** True when it rests on a text that a first preview cannot know: advisory during `up`, when it is too late. */
  restsOnComputedText?: boolean;
  /** What mends it below `at`, where no decision is needed: `{ storageEncrypted: true }`; null takes a property out. */
  mend?: PatchObject;
  /** The same where it is right for a resource that is to be made only: one that exists is replaced, or loses data. */
  mendWhenNew?: PatchObject;
}

/** What every check gets. */
export interface Context {
  /** What the stack promises. */
  readonly contract: Contract;
  /** What is wrong with the contract as it was written. */
  readonly contractProblems: readonly Problem[];
  /** The day of the check, `YYYY-MM-DD`. */
  readonly day: string;
  /** What is known of the program beside its resources. */
  readonly project: ProjectFacts;
  /** Says what the rule has found. */
  report: (finding: Finding) => void;
  /** Says that the check could not be decided because this place is not known yet. */
  undecided: (at: View, property?: string) => void;
}

/** What is known of the program beside its resources. */
export interface ProjectFacts {
  /** The name of the project; empty where it is not known. */
  readonly name: string;
  /** The name of the stack. */
  readonly stack: string;
  /** Configuration in force, by full key such as `aws:region`. Secrets stand in it as text: never show a value. */
  readonly config: ReadonlyMap<string, string>;
  /** The region that AWS_REGION or AWS_DEFAULT_REGION sets. */
  readonly environmentRegion?: string;
  /** True in a deployment, false in a preview. */
  readonly deploying: boolean;
  /** The program's own files; absent where its folder is not known. */
  readonly files?: ProjectFiles;
  /** What the user names as the program's folder, where it is none. */
  readonly missingFolder?: string;
}

/** A file with text for people. */
export interface Written {
  /** Relative to the program's folder, with slashes. */
  readonly path: string;
  /** Its whole text. */
  readonly text: string;
}

/** The part of a Pulumi.yaml that rules read. */
export interface ProjectSettings {
  /** The name of the project. */
  readonly name?: string;
  /** The folder or file of the program, relative to the Pulumi.yaml. */
  readonly main?: string;
  /** `nodejs`, `python`, … */
  readonly runtime?: string;
}

/** The program's folder, without what it installs. */
export interface ProjectFiles {
  /** The text literals of its sources (TypeScript, JavaScript, Python, YAML). */
  readonly literals: ReadonlySet<string>;
  /** The paths of its files, relative to its folder, with slashes. */
  readonly paths: readonly string[];
  /** Its code and its tests in TypeScript, JavaScript and Python; not what a compiler made of it. */
  readonly sources: readonly Source[];
  /** Its README and PROMPT, and what lies in its docs folder, in Markdown. */
  readonly documents: readonly Written[];
  /** What its Pulumi.yaml says; absent where it cannot be read. */
  readonly settings: ProjectSettings | undefined;
  /** True where a file or folder lies at this path, inside the program's folder. */
  has: (path: string) => boolean;
  /** A file's text by its path, relative to the folder of the program or absolute; absent where it cannot be read. */
  read: (path: string) => string | undefined;
  /** The files that the program hands to a provider. */
  readonly assets: AssetFiles;
}

/** Files by the paths that a program writes: absolute, or relative to the folder that it runs in, which `main` names. */
export interface AssetFiles {
  /** True where a file or folder lies there, inside the project's folder. */
  has: (path: string) => boolean;
  /** A file's text; absent where it cannot be read or lies outside the project's folder. */
  read: (path: string) => string | undefined;
}

/** A check of one resource at a time. */
export interface ResourceCheck {
  /** Current type tokens; absent: every AWS resource. */
  types?: readonly string[];
  /** Without `types`: the resources of all other providers as well. */
  everyProvider?: true;
  /** Reports what is wrong with the resource; reads its inputs, and nothing of other resources. */
  check(resource: Resource, context: Context): void;
}

/** What a rule does at the level `remediate`: the mends of its findings are made in the inputs of a resource. */
export interface Remediation {
  /** What it does: an item of a list in the docs, in Markdown, such as "sets `publiclyAccessible: false`". */
  does?: string;
  /** The same, of what it does only where the user says that the resources are new. */
  doesWhenNew?: string;
  /** What it leaves to people, and why. */
  leaves?: string;
  /** Finds on one resource what a rule on the stack finds there; absent: the rule's own `resource`. */
  resource?: ResourceCheck;
}

/** One rule: what users read about it, and its checks. */
export interface Rule {
  /** Lower case with hyphens, as in `rds-not-public`; equal to the file's name. */
  id: string;
  /** What it is about. */
  category: Category;
  /** One short line, shown before every message. */
  description: string;
  /** How bad it is what it finds. */
  severity: Severity;
  /** What decides the level of its findings. */
  level: RuleLevel;
  /** The keys of the contract (top level, or with a dot for the second) that this rule reads to be asked. */
  contractKeys?: readonly string[];
  /** The documented failures that it mirrors. */
  failures: readonly FailureId[];
  /** The requirements of published frameworks that it serves. */
  controls?: readonly Control[];
  /** Why it matters, in a few sentences. */
  why: string;
  /** A few lines that mend it; without `yaml` where a program in YAML has no such thing, such as tests of its own. */
  fix: { typescript: string; python: string; yaml?: string };
  /** What it does not report, for the docs. */
  limits?: string;
  /** The page about an organization's own rule; those of preflight have theirs under docs/rules. */
  url?: string;
  /** Looks at one resource's inputs before it is created. */
  resource?: ResourceCheck;
  /** Looks at the whole graph. */
  stack?: (stack: Stack, context: Context) => void;
  /** Looks at the contract and the project, once. */
  root?: (context: Context) => void;
  /** Absent for a rule whose findings take a decision. */
  remediation?: Remediation;
}

/** A rule as it is written; an organization's own mirrors none of the documented failures. */
export type RuleDefinition = Omit<Rule, "failures"> & Partial<Pick<Rule, "failures">>;

/** Gives a rule its type; the kit asks no more of it. */
export function defineRule(rule: RuleDefinition): Rule {
  return { failures: [], ...rule };
}

/** True when the contract sets one of the rule's keys. */
export function isAsked(rule: Rule, contract: Contract): boolean {
  return (rule.contractKeys ?? []).some((key) => {
    const [first = "", second] = key.split(".");
    const value: unknown = (contract as Record<string, unknown>)[first];
    if (second === undefined) {
      return value !== undefined && value !== false;
    }
    const inner = (value as Record<string, unknown> | undefined)?.[second];
    return inner !== undefined && inner !== false;
  });
}
