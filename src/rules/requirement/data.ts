import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import type { Companion } from "./companions";
import type { Condition, Scalar } from "./expectation";
import type { Plain } from "./path";

/**
 * One property of one or more types must be so, here or in a companion: what a rule is where no more of the graph is
 * needed. The builder makes the check, the message, the fix, the remediation, the examples and the tests of it.
 */
export interface Requirement extends Partial<Condition> {
  /** The current type tokens of the resources that it is for. */
  types: readonly string[];
  /** True where one element of the lists on the way is enough; each of them must be so otherwise. */
  inAnyElement?: true;
  /** Other conditions of the same resource; each is as good. */
  orElse?: readonly Condition[];
  /** Other resources that hold the setting for this one; with `property` absent, they alone do. */
  companions?: readonly Companion[];
  /** The resources that it is for: those that meet all of these. */
  when?: readonly Condition[];
  /** The elements of a list that it is for: the objects around the property that meet all of these. */
  whenElement?: readonly Condition[];
  /** For resources that do not need it, where data cannot express it. */
  unless?: (resource: Resource) => Certainty;
  /** The same, where other resources decide. */
  unlessInStack?: (resource: Resource, stack: Stack) => Certainty;
  /** What follows, as the second sentence of the message. */
  consequence: string;
  /** What to write instead, as the last sentence: code between backticks. Derived where the right value is known. */
  instead?: string;
  /** The value that the remediation sets; absent where it needs a decision. */
  fix?: Scalar;
  /** True where the fix replaces the resource or loses data, so that it is for new resources only. */
  fixWhenNew?: true;
  /** A right value for the examples where `fix` and `must` do not show one, such as `${key.arn}`. */
  correct?: Plain;
  /** A wrong value for the examples where its absence does not show it. */
  incorrect?: Plain;
  /** Further inputs with which the examples are recognizable; `${role.arn}` is the property of another resource. */
  example?: Readonly<Record<string, Plain>>;
  /** Further inputs of the companion in the examples. */
  companionExample?: Readonly<Record<string, Plain>>;
}
