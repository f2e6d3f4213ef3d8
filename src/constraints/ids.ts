import { constraintsOfService } from "./load";
import { acceptedWords, limitsCalled } from "./values";

/** A constraint of AWS for people: on one property, or on several together. */
export interface NamedConstraint {
  readonly id: string;
  readonly type: string;
  /** The rule that checks it. */
  readonly rule: "property-combinations" | "property-values";
  readonly must: string;
  readonly awsError?: string;
  readonly source: string;
  readonly date: string;
}

/** The constraint with an id: `aws.<service>.<type>.<subject>`. */
export function constraintCalled(id: string): NamedConstraint | undefined {
  const service = /^aws\.([^.]+)\./.exec(id)?.[1] ?? "";
  const combination = constraintsOfService(service).find((constraint) => constraint.id === id);
  if (combination !== undefined) {
    return { ...combination, rule: "property-combinations" };
  }
  const limits = limitsCalled(id);
  return (
    limits && {
      ...limits,
      rule: "property-values",
      must: `\`${limits.path}\`: AWS accepts ${acceptedWords(limits.limits).join("; ")}.`,
    }
  );
}

/** True for what an exemption can name besides rules: `aws.sqs.queue.fifo-name-suffix`, `aws.iam.role.value.path`. */
export const isConstraintId = (id: string): boolean => constraintCalled(id) !== undefined;
