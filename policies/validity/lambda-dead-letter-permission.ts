import { IAM_ROLE, LAMBDA_FUNCTION, SNS_TOPIC, SQS_QUEUE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { targetOf } from "../../src/aws/identity/access";
import { roleAllows } from "../../src/aws/identity/grants";
import { arnsOverlap, policiesOf, type Target } from "../../src/aws/identity/iam";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** The permission that each kind of dead-letter target takes. */
const SENDING = {
  sqs: { arn: "arn:*:sqs:*:*:", name: "name", action: "sqs:SendMessage", operation: "SendMessage on SQS" },
  sns: { arn: "arn:*:sns:*:*:", name: "name", action: "sns:Publish", operation: "Publish on SNS" },
} as const;

interface DeadLetterTarget {
  service: keyof typeof SENDING;
  name: string;
  resources: Target;
}

function deadLetterTarget(stack: Stack, at: View): DeadLetterTarget | undefined {
  const { resources } = stack.refs(at, SQS_QUEUE, SNS_TOPIC);
  const [own] = resources;
  const arn = at.str();
  if (own) {
    const service = own.type === SQS_QUEUE ? "sqs" : "sns";
    return resources.length > 1 ? undefined : { service, name: own.name, resources: targetOf(own, SENDING[service]) };
  }
  const service = known(arn) ? /^arn:[\w-]+:(sqs|sns):/.exec(arn)?.[1] : undefined;
  return service === undefined || !known(arn)
    ? undefined
    : {
        service: service === "sqs" ? "sqs" : "sns",
        name: arn,
        resources: {
          concerns: (pattern) => arnsOverlap(pattern.replace(/\$\{[^{}]*\}/g, "*"), arn),
          covers: (pattern) => pattern === "*" || arnsOverlap(pattern, arn),
        },
      };
}

export default defineRule({
  id: "lambda-dead-letter-permission",
  category: "validity",
  description: "The role of a function must be allowed to send to the function's dead-letter target",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Lambda sends the events that a function failed on with the function's own role, and checks the role before it accepts " +
    "the target. A policy of the queue or topic does not replace that permission.",
  fix: {
    typescript: `new aws.iam.RolePolicy("dead-letters", {
  role: role.name,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: deadLetters.arn }],
  }),
});`,
    python: `aws.iam.RolePolicy("dead-letters", role=role.name, policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": dead_letters.arn}],
}))`,
    yaml: `resources:
  dead-letters:
    type: aws:iam:RolePolicy
    properties:
      role: \${role.name}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: sqs:SendMessage
              Resource: \${deadLetters.arn}`,
  },
  limits: "Roles of other stacks, unknown policies, permissions boundaries, and keys of the target.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"],
  stack(stack, { contract, report, undecided }) {
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const at = fn.at("deadLetterConfig", "targetArn");
      if (at.isAbsent || at.value === "") {
        continue;
      }
      const target = deadLetterTarget(stack, at);
      const { resources, complete } = stack.refs(fn.at("role"), IAM_ROLE);
      const [role] = resources;
      if (!target || !role || !complete || resources.length > 1) {
        undecided(fn, target ? "role" : "deadLetterConfig.targetArn");
        continue;
      }
      const { action, operation } = SENDING[target.service];
      const policies = policiesOf(stack, role, tableOf(contract, "aws-managed-policies"));
      const isAllowed = roleAllows(policies, action, target.resources);
      if (isAllowed === UNKNOWN) {
        undecided(fn, "role");
      } else if (!isAllowed) {
        report({
          at: fn,
          property: "deadLetterConfig.targetArn",
          onlyAtCreation: true,
          message:
            `No policy of the function's role ${role.name} allows it to send to its dead-letter target. Allow "${action}" on ` +
            `${target.name}.`,
          awsError: `The provided execution role does not have permissions to call ${operation}`,
          restsOnComputedText: policies.policies.some(
            ({ statements }) => known(statements) && statements.some(({ isComputed }) => isComputed),
          ),
        });
      }
    }
  },
});
