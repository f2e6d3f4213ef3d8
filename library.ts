/**
 * The kit with which an organization makes a policy pack of its own: preflight's rules, levels, a contract for all
 * stacks, and own rules that read the same graph. Importing it starts nothing; `preflight` does.
 * @packageDocumentation
 */
import type { Rule } from "./policies/rule";
import type { RuleCases } from "./testing";

// A pack.
export type { PackContents, PackLevel, PackLevels, RuleChoice, RuleFilter } from "./pack/choice";
export { preflight, type PackOptions } from "./pack/preflight";
export { rules } from "./policies";
export type { Contract } from "./contract/contract";

// A rule.
export {
  CATEGORIES,
  defineRule,
  SEVERITIES,
  type AssetFiles,
  type Category,
  type Context,
  type Control,
  type FailureId,
  type Finding,
  type Framework,
  type Level,
  type ProjectFacts,
  type ProjectFiles,
  type ProjectSettings,
  type Remediation,
  type ResourceCheck,
  type Rule,
  type RuleDefinition,
  type RuleLevel,
  type Severity,
  type Written,
} from "./policies/rule";
export type { Problem } from "./contract/problem";
export type { Call, Import, Source } from "./project/source";
export type { Patch, PatchObject } from "./stack/merge-patch";

// The graph.
export type { Resource } from "./stack/resource";
export { STACK_TYPE, type Refs, type Stack } from "./stack/stack";
export type { Read, View } from "./stack/view";
export { Archive, Asset, known, UNKNOWN, type Unknown, type Value } from "./stack/value";
export { allOf, anyOf, not, type Certainty } from "./stack/certainty";

// Questions about AWS.
export { accountOf } from "./stack/account";
export { statementsOf, type Patterns, type Principal, type Statement } from "./stack/iam";
export { namesOf, type ResourceName } from "./stack/names";
export { waitsForOneOf } from "./stack/ordering";
export { regionOf } from "./stack/region";
export {
  admitsTheWorld,
  groupsOf,
  opensTcpPort,
  securityGroupRules,
  type Direction,
  type PortRange,
  type SecurityGroupRule,
} from "./stack/security-groups";
export { tagsOf, type Tags } from "./stack/tags";
export { subnetsOf, tierOf, vpcOf, type Tier } from "./stack/vpc";

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
