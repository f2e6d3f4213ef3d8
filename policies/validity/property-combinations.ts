import { checkConstraint } from "../../src/constraints/check";
import { constraintsOf, type DatedConstraint } from "../../src/constraints/load";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** What is checked: a resource in its stack. */
interface Subject {
  readonly resource: Resource;
  readonly stack: Stack;
}

function check(constraint: DatedConstraint, { resource, stack }: Subject, { report }: Context): readonly string[] {
  const { id, date, source, must, awsError, level } = constraint;
  const undecided: string[] = [];
  for (const { at, property, holds, situation } of checkConstraint(constraint, resource, stack)) {
    // What the program does not set of a resource that exists is set in AWS, or was not required there.
    if (resource.exists === true && at.at(...property.split(".")).isAbsent) {
      continue;
    }
    if (holds === UNKNOWN) {
      undecided.push([at.path, property].filter((part) => part !== "").join("."));
      continue;
    }
    report({
      at,
      property,
      onlyAtCreation: true,
      message: `${situation} ${must}`,
      constraint: { id, source, date },
      ...(awsError !== undefined && { awsError }),
      ...(level && { level }),
    });
  }
  return undecided;
}

export default defineRule({
  id: "property-combinations",
  category: "validity",
  description: "Properties must go together as AWS requires",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  supersedes: ["property-values"],
  why:
    "Many properties are valid alone and not together: a deduplicating queue must be a FIFO queue, a volume of type gp2 has " +
    "no throughput, an instance has volumes of its own zone only. The provider does not check most of them, " +
    "so a preview succeeds, and AWS rejects the resource in the middle of the deployment.",
  fix: {
    typescript: `const orders = new aws.sqs.Queue("orders", {
  name: "orders.fifo",
  fifoQueue: true,
  contentBasedDeduplication: true,
});`,
    python: `orders = aws.sqs.Queue("orders",
    name="orders.fifo",
    fifo_queue=True,
    content_based_deduplication=True)`,
    yaml: `resources:
  orders:
    type: aws:sqs:Queue
    properties:
      name: orders.fifo
      fifoQueue: true
      contentBasedDeduplication: true`,
  },
  limits:
    "The constraints that preflight knows, each with an id, a source and a date; an exemption can name one of them. Values " +
    "that are not known yet, and resources of other stacks. On a resource that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html"],
  stack(stack, context) {
    for (const resource of stack.resources.filter(({ external }) => !external)) {
      const undecided = constraintsOf(resource.type).flatMap((constraint) =>
        check(constraint, { resource, stack }, context),
      );
      for (const path of new Set(undecided)) {
        context.undecided(resource, path);
      }
    }
  },
});
