import { constraintsOfService } from "./load";
import { isLimitId } from "./values";

/** True for what an exemption can name besides rules: `aws.sqs.queue.fifo-name-suffix`, `aws.iam.role.value.path`. */
export function isConstraintId(id: string): boolean {
  const service = /^aws\.([^.]+)\./.exec(id)?.[1] ?? "";
  return constraintsOfService(service).some((constraint) => constraint.id === id) || isLimitId(id);
}
