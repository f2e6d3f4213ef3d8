/**
 * The kit with which an organization makes a policy pack of its own: preflight's rules, levels, a contract for all
 * stacks, and own rules that read the same graph. Importing it starts nothing; `preflight` does.
 * @packageDocumentation
 */
import type { Rule } from "./rules/rule";
import type { RuleCases } from "./testing";

// A pack.
export type { PackContents, PackLevel, PackLevels, PackOptions, RuleChoice, RuleFilter } from "./pulumi/choice";
export { preflight } from "./pulumi/preflight";
export { rules } from "../policies";
export type { Contract } from "./contract/contract";

// A rule.
export {
  CATEGORIES,
  defineRule,
  SEVERITIES,
  type Basis,
  type Category,
  type Context,
  type FailureId,
  type Finding,
  type FormerRuleLevel,
  type FoundConstraint,
  type Level,
  type Remediation,
  type ResourceCheck,
  type Rule,
  type RuleDefinition,
  type RuleLevel,
  type Severity,
} from "./rules/rule";
export type { Control } from "./rules/frameworks";
export type { Framework } from "./aws/frameworks";
export {
  defineRequirement,
  type Companion,
  type Condition,
  type Expectation,
  type Plain,
  type Requirement,
  type RequirementRule,
  type RuleOfRequirements,
  type Scalar,
  type Setting,
} from "./rules/requirement";
export type { Gap, GapKind } from "./rules/gap";
export type { Problem } from "./contract/problem";
export type { Call } from "./source/calls";
export type { Import } from "./source/imports";
export type { Source } from "./source/source";
export type {
  AssetFiles,
  PlainSetting,
  ProjectDocument,
  ProjectFacts,
  ProjectFiles,
  ProjectSettings,
  SourcesNotRead,
} from "./source/project-files";
export type { Patch, PatchObject } from "./graph/merge-patch";

// The graph.
export type { Resource } from "./graph/resource";
export { STACK_TYPE, type Refs, type Stack } from "./graph/stack";
export type { Read, View } from "./graph/view";
export { Archive, Asset, known, UNKNOWN, type Unknown, type Value } from "./graph/value";
export { allOf, anyOf, not, type Certainty } from "./graph/certainty";

// Questions about AWS.
export { accountOf } from "./aws/identity/account";
export { statementsOf, type Patterns, type Principal, type Statement } from "./aws/identity/iam";
export { namesOf, type ResourceName } from "./aws/names";
export { waitsForOneOf } from "./graph/ordering";
export { regionOf } from "./aws/region";
export {
  admitsInternet,
  groupsOf,
  opensTcpPort,
  securityGroupRules,
  type Direction,
  type PortRange,
  type SecurityGroupRule,
} from "./aws/network/security-groups";
export { tagsOf, type Tags } from "./aws/tags";
export { subnetsOf, tierOf, vpcOf, type Tier } from "./aws/network/vpc";

// A rule's test.
export type {
  BuildOptions,
  Built,
  BuiltResource,
  Case,
  ExpectedFinding,
  Input,
  InvalidCase,
  Json,
  Ref,
  RuleCases,
  Shape,
  Text,
  UndecidedCase,
  Wire,
} from "./testing";

/**
 * Describes a rule by its cases, in whichever test runner runs the file. What a case's stack is made with, such as
 * `resource`, comes from `pulumi-preflight-aws/testing`, which is loaded only now.
 */
export function ruleTest(rule: Rule, cases: RuleCases): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- no pack at work needs it
  (require("./testing") as typeof import("./testing")).ruleTest(rule, cases);
}
