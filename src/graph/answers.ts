import type { Wire } from "./recorded";

/** The type of a reference to another stack. */
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** What a data source has answered to one call. */
export interface FunctionAnswer {
  /** The token of the function, such as `aws:ec2/getVpc:getVpc`. */
  function: string;
  args: Record<string, Wire>;
  result: Record<string, Wire>;
  /** The name of the explicit provider that was called; absent: the default one. */
  provider?: string;
}

/** What a resource that a program reads (`Type.get(…)`, a stack reference) has in the cloud. */
export interface ResourceAnswer {
  /** The type token, such as `aws:ec2/vpc:Vpc` or `pulumi:pulumi:StackReference`. */
  type: string;
  /** Its id; of a stack reference, the stack's name. */
  id: string;
  state: Record<string, Wire>;
}

/** Recorded answers of the cloud to what programs look up. */
export interface AnswersFile {
  functions: readonly FunctionAnswer[];
  resources: readonly ResourceAnswer[];
}
