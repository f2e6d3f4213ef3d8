import type { Wire } from "../../../src/graph/recorded";

/** Inputs of a resource; `${name.arn}` is a property of another resource of the same stack. */
export type Inputs = Record<string, Wire>;

/** Another resource of a case's stack. */
export interface Other {
  type: string;
  name: string;
  inputs: Inputs;
}

/** Of one control: a resource that violates it and its compliant twin. */
export interface ControlCase {
  /** As the framework writes it: `RDS.3`. */
  control: string;
  /** The id of the rule that reports it. */
  rule: string;
  /** The type of the resource that is reported. */
  type: string;
  /** The inputs of the resource, whose name is `it`. */
  violating: Inputs;
  compliant: Inputs;
  /** Other resources, in both stacks or in one of them. */
  others?: readonly Other[];
  othersOfViolating?: readonly Other[];
  othersOfCompliant?: readonly Other[];
  /** What is special, where a control has several cases. */
  about?: string;
}
