/**
 * What rules are tested with: stacks as programs declare them, and the cases that a rule is described by.
 * @packageDocumentation
 */
export { assetArchive, fileArchive, fileAsset, stringAsset } from "./assets";
export {
  ruleTest,
  type Case,
  type ExpectedFinding,
  type InvalidCase,
  type RuleCases,
  type UndecidedCase,
} from "./rule-test";
export type { Wire } from "../graph/recorded";
export {
  json,
  resource,
  text,
  unknown,
  type BuildOptions,
  type Built,
  type BuiltResource,
  type Input,
  type Json,
  type Ref,
  type Shape,
  type Text,
} from "./stack";
