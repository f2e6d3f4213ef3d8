import { tableOf } from "../../contract/facts";
import { targetOf } from "../../stack/access";
import { FUNCTION } from "../../stack/functions";
import { arnsOverlap, policiesOf, ROLE, roleAllows, type Target } from "../../stack/iam";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const QUEUE = "aws:sqs/queue:Queue";
const TOPIC = "aws:sns/topic:Topic";

/** What a dead-letter target takes. */
const SENDING = {
  sqs: { arn: "arn:*:sqs:*:*:", name: "name", action: "sqs:SendMessage", answer: "SendMessage on SQS" },
  sns: { arn: "arn:*:sns:*:*:", name: "name", action: "sns:Publish", answer: "Publish on SNS" },
} as const;

export default defineRule({
  id: "lambda-dead-letter-permission",
  category: "validity",
  description: "Functions may send to their dead-letter target",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Lambda sends the events that a function failed on with the function's own role, and looks whether that may do so " +
    "before it takes the target. A policy of the queue or topic does not make up for it.",
  fix: {
    typescript:
      'new aws.iam.RolePolicy("dead-letters", {\n  role: role.name,\n  policy: pulumi.jsonStringify({\n' +
      '    Version: "2012-10-17",\n' +
      '    Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: deadLetters.arn }],\n  }),\n});',
    python:
      'aws.iam.RolePolicy("dead-letters", role=role.name, policy=pulumi.Output.json_dumps({\n' +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": dead_letters.arn}],\n}))',
    yaml:
      "resources:\n  dead-letters:\n    type: aws:iam:RolePolicy\n    properties:\n      role: ${role.name}\n" +
      '      policy:\n        fn::toJSON:\n          Version: "2012-10-17"\n          Statement:\n' +
      "            - Effect: Allow\n              Action: sqs:SendMessage\n" +
      "              Resource: ${deadLetters.arn}",
  },
  limits:
    "Roles outside the stack, policies whose text is not known yet, permissions boundaries, and keys of the target.",
  stack(stack, { contract, report, undecided }) {
    for (const fn of stack.ofType(FUNCTION).filter(({ outside }) => !outside)) {
      const place = fn.at("deadLetterConfig", "targetArn");
      if (place.isAbsent || place.value === "") {
        continue;
      }
      const target = deadLetterTarget(stack, place);
      const { resources, complete } = stack.refs(fn.at("role"), ROLE);
      const [role] = resources;
      if (!target || !role || !complete || resources.length > 1) {
        undecided(fn, target ? "role" : "deadLetterConfig.targetArn");
        continue;
      }
      const { action, answer } = SENDING[target.service];
      const policies = policiesOf(stack, role, tableOf(contract, "aws-managed-policies"));
      const allowed = roleAllows(policies, action, target.resources);
      if (allowed === UNKNOWN) {
        undecided(fn, "role");
      } else if (!allowed) {
        report({
          at: fn,
          property: "deadLetterConfig.targetArn",
          message:
            `no policy of the function's role, ${role.name}, allows it to send to its dead-letter target; allow ` +
            `${action} on ${target.name} there.`,
          answer: `The provided execution role does not have permissions to call ${answer}`,
          restsOnComputedText: policies.policies.some(
            ({ statements }) => known(statements) && statements.some(({ isComputed }) => isComputed),
          ),
        });
      }
    }
  },
});

interface DeadLetterTarget {
  service: keyof typeof SENDING;
  name: string;
  resources: Target;
}

function deadLetterTarget(stack: Stack, place: View): DeadLetterTarget | undefined {
  const { resources } = stack.refs(place, QUEUE, TOPIC);
  const [own] = resources;
  const arn = place.str();
  if (own) {
    const service = own.type === QUEUE ? "sqs" : "sns";
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
